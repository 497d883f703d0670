import type { ScorableRecord } from "../../model/scorecard.ts";
import { byCodePoint } from "../../text/code-point.ts";

/** The record with the activity `at` as its last one, where it is later than what the record says. */
export function withActivity(record: ScorableRecord, at = ""): ScorableRecord {
  const [own = ""] = record.values["last_activity_at"] ?? [];
  if (byCodePoint(own, at) >= 0) return record;
  return { ...record, values: { ...record.values, last_activity_at: [at] } };
}
