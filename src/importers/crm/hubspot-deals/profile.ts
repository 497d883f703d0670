import type { SourceProfile } from "../../source-profile.ts";

/** HubSpot deals: see `README.md` beside this file. */
export const hubspotDeals: SourceProfile = {
  system: "hubspot-deals",
  title: ["HubSpot 交易", "HubSpot deals"],
  evidence: "documentation",
  entity: "opportunity",
  headings: [
    [
      "Record ID",
      "Deal Name",
      "Deal Stage",
      "Amount",
      "Close Date",
      "Create Date",
      "Last Activity Date",
      "Pipeline",
    ],
  ],
  telling: ["Deal Stage"],
  rowKey: ["Record ID"],
  fields: {
    source_code: "Record ID",
    name: "Deal Name",
    stage: "Deal Stage",
    amount: "Amount",
    expected_close_on: "Close Date",
    source_created_at: "Create Date",
    last_activity_at: "Last Activity Date",
  },
};
