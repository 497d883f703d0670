import type { SourceProfile } from "../../source-profile.ts";

/** Dynamics 365 accounts: see `README.md` beside this file. */
export const dynamicsAccounts: SourceProfile = {
  system: "dynamics-accounts",
  title: ["Dynamics 365 客户", "Dynamics 365 accounts"],
  evidence: "documentation",
  entity: "customer",
  headings: [
    [
      "(Do Not Modify) Account",
      "(Do Not Modify) Row Checksum",
      "(Do Not Modify) Modified On",
      "Account Name",
      "Main Phone",
      "Address 1: City",
      "Primary Contact",
      "Owner",
    ],
  ],
  telling: ["(Do Not Modify) Account"],
  rowKey: ["(Do Not Modify) Account"],
  fields: {
    source_code: "(Do Not Modify) Account",
    legal_name: "Account Name",
    phones: "Main Phone",
    region: "Address 1: City",
    owner: "Owner",
    source_updated_at: "(Do Not Modify) Modified On",
  },
  beside: [
    {
      entity: "contact",
      fields: {
        name: "Primary Contact",
      },
    },
  ],
};
