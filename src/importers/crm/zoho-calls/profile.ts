import type { SourceProfile } from "../../source-profile.ts";

/** Zoho calls: see `README.md` beside this file. */
export const zohoCalls: SourceProfile = {
  system: "zoho-calls",
  title: ["Zoho 通话", "Zoho calls"],
  evidence: "documentation",
  entity: "activity",
  headings: [
    [
      "Record Id",
      "Related To.id",
      "Related To",
      "Call Start Time",
      "Call Duration",
      "Call Type",
      "Call Status",
      "Subject",
    ],
    ["Related To.id", "Call Start Time", "Call Status"],
  ],
  telling: ["Call Start Time"],
  rowKey: ["Record Id"],
  fields: {
    source_code: "Record Id",
    customer: "Related To",
    at: "Call Start Time",
    type: { const: "call" },
    subject: "Subject",
  },
};
