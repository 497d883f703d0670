import type { SourceProfile } from "../../source-profile.ts";

/** Android call log: see `README.md` beside this file. */
export const androidCalls: SourceProfile = {
  system: "android-calls",
  title: ["安卓 通话记录 (XML)", "Android call log"],
  evidence: "documentation",
  entity: "activity",
  headings: [["number", "duration", "date", "type", "readable_date", "contact_name"]],
  telling: ["readable_date"],
  fields: {
    at: "date",
    contact: ["number"],
    type: { const: "call" },
    duration_s: "duration",
    direction: { from: "type", values: { "1": "in", "2": "out", "3": "in", "4": "in", "5": "in" } },
  },
};
