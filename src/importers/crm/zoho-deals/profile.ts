import type { SourceProfile } from "../../source-profile.ts";

/** Zoho deals: see `README.md` beside this file. */
export const zohoDeals: SourceProfile = {
  system: "zoho-deals",
  title: ["Zoho 商机", "Zoho deals"],
  evidence: "documentation",
  entity: "opportunity",
  headings: [
    [
      "Record Id",
      "Deal Owner.id",
      "Deal Owner",
      "Deal Name",
      "Account Name.id",
      "Account Name",
      "Contact Name.id",
      "Contact Name",
      "Stage",
      "Amount",
      "Closing Date",
      "Created Time",
      "Modified Time",
    ],
  ],
  telling: ["Deal Owner.id"],
  rowKey: ["Record Id"],
  fields: {
    source_code: "Record Id",
    customer: "Account Name",
    name: "Deal Name",
    amount: "Amount",
    stage: "Stage",
    expected_close_on: "Closing Date",
    owner: "Deal Owner",
    source_created_at: "Created Time",
    source_updated_at: "Modified Time",
  },
};
