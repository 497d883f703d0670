import type { PreparedComparison } from "../compare-pairs.ts";
import { forbids } from "../hard-rules/rule-settings.ts";

/** The column, comparison and family of keys of credit codes: what they tell is weighed without it. */
export const codeColumn = "uscc";

/**
 * The credit code of each record, 0 = none, where codes say which records are one customer: two
 * codes are two of them unless a group is one, or the project lets codes differ.
 */
export function codesThatTell({
  table: { packed },
  granularity,
  rules = {},
}: PreparedComparison): Int32Array | undefined {
  const column = packed.columns[codeColumn];
  if (column === undefined || granularity === "group" || !forbids("H1", rules)) return undefined;
  return column.values.some((code) => code !== 0) ? column.values : undefined;
}
