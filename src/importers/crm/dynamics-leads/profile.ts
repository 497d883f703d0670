import type { SourceProfile } from "../../source-profile.ts";

/** Dynamics 365 leads: see `README.md` beside this file. */
export const dynamicsLeads: SourceProfile = {
  system: "dynamics-leads",
  title: ["Dynamics 365 潜在客户", "Dynamics 365 leads"],
  evidence: "documentation",
  entity: "customer",
  headings: [
    [
      "(Do Not Modify) Lead",
      "(Do Not Modify) Row Checksum",
      "(Do Not Modify) Modified On",
      "Name",
      "Topic",
      "Company Name",
      "Email",
      "Business Phone",
      "Lead Source",
      "Status Reason",
      "Owner",
    ],
  ],
  telling: ["(Do Not Modify) Lead"],
  rowKey: ["(Do Not Modify) Lead"],
  fields: {
    source_code: "(Do Not Modify) Lead",
    legal_name: "Company Name",
    source: "Lead Source",
    status: "Status Reason",
    owner: "Owner",
    source_updated_at: "(Do Not Modify) Modified On",
  },
  beside: [
    { entity: "contact", fields: { name: "Name", emails: "Email", phones: "Business Phone" } },
  ],
};
