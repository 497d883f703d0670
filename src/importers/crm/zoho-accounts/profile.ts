import type { SourceProfile } from "../../source-profile.ts";

/** Zoho accounts: see `README.md` beside this file. */
export const zohoAccounts: SourceProfile = {
  system: "zoho-accounts",
  title: ["Zoho 客户", "Zoho accounts"],
  evidence: "documentation",
  entity: "customer",
  headings: [
    [
      "Record Id",
      "Account Owner.id",
      "Account Owner",
      "Account Name",
      "Phone",
      "Website",
      "Industry",
      "Created By.id",
      "Created Time",
      "Modified Time",
      "Billing Street",
      "Billing City",
      "Billing State",
    ],
  ],
  telling: ["Account Owner.id"],
  rowKey: ["Record Id"],
  fields: {
    source_code: "Record Id",
    legal_name: "Account Name",
    owner: "Account Owner",
    phones: "Phone",
    website: "Website",
    industry: "Industry",
    address: "Billing Street",
    region: { parts: ["Billing State", "Billing City"] },
    source_created_at: "Created Time",
    source_updated_at: "Modified Time",
  },
};
