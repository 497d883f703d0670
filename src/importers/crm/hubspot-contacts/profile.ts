import type { SourceProfile } from "../../source-profile.ts";

/** HubSpot contacts: see `README.md` beside this file. */
export const hubspotContacts: SourceProfile = {
  system: "hubspot-contacts",
  title: ["HubSpot 联系人", "HubSpot contacts"],
  evidence: "documentation",
  entity: "contact",
  headings: [
    [
      "Record ID - Contact",
      "First Name",
      "Last Name",
      "Email",
      "Phone Number",
      "Mobile Phone Number",
      "Contact owner",
      "Job Title",
      "Associated Company",
      "Associated Company IDs",
      "Associated Company IDs (Primary)",
    ],
    [
      "Record ID",
      "First Name",
      "Last Name",
      "Email",
      "Phone Number",
      "Mobile Phone Number",
      "Contact owner",
      "Job Title",
      "Associated Company",
    ],
  ],
  telling: ["Contact owner"],
  fields: {
    name: { parts: ["First Name", "Last Name"], join: " " },
    customer: "Associated Company",
    title: "Job Title",
    mobiles: "Mobile Phone Number",
    phones: "Phone Number",
    emails: "Email",
    owners: "Contact owner",
  },
};
