import type { SourceProfile } from "../../source-profile.ts";

/** HubSpot companies: see `README.md` beside this file. */
export const hubspotCompanies: SourceProfile = {
  system: "hubspot-companies",
  title: ["HubSpot 公司", "HubSpot companies"],
  evidence: "documentation",
  entity: "customer",
  headings: [
    [
      "Record ID - Company",
      "Company name",
      "Company owner",
      "Phone Number",
      "Create Date",
      "Last Activity Date",
      "City",
      "Industry",
    ],
    [
      "Record ID",
      "Company name",
      "Company owner",
      "Phone Number",
      "Create Date",
      "Last Activity Date",
      "City",
      "Industry",
    ],
  ],
  telling: ["Company owner"],
  fields: {
    source_code: ["Record ID - Company", "Record ID"],
    legal_name: "Company name",
    owner: "Company owner",
    phones: "Phone Number",
    region: "City",
    industry: "Industry",
    source_created_at: "Create Date",
    last_activity_at: "Last Activity Date",
  },
};
