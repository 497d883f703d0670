import type { SourceProfile } from "../../source-profile.ts";

/** Dynamics 365 contacts: see `README.md` beside this file. */
export const dynamicsContacts: SourceProfile = {
  system: "dynamics-contacts",
  title: ["Dynamics 365 联系人", "Dynamics 365 contacts"],
  evidence: "documentation",
  entity: "contact",
  headings: [
    [
      "(Do Not Modify) Contact",
      "(Do Not Modify) Row Checksum",
      "(Do Not Modify) Modified On",
      "Full Name",
      "Email",
      "Business Phone",
      "Mobile Phone",
      "Job Title",
      "Account Name (Account)",
      "Owner",
    ],
  ],
  telling: ["(Do Not Modify) Contact"],
  rowKey: ["(Do Not Modify) Contact"],
  fields: {
    name: "Full Name",
    customer: "Account Name (Account)",
    emails: "Email",
    phones: "Business Phone",
    mobiles: "Mobile Phone",
    title: "Job Title",
    owners: "Owner",
    source_updated_at: "(Do Not Modify) Modified On",
  },
};
