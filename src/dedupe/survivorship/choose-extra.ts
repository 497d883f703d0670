import type { GoldenValue } from "../../model/golden.ts";
import type { EntityRecord } from "../../model/record.ts";
import { byCodePoint } from "../../text/code-point.ts";
import type { SurvivorshipRuleName } from "../settings.ts";
import type { Candidate } from "./candidate.ts";
import { chooseValue } from "./choose-value.ts";

/**
 * The columns that mappings keep without a field, of all members, as one JSON object: column by
 * column the value that survives. Undefined when no member has any.
 */
export function chooseExtra(
  members: readonly EntityRecord[],
  rules: readonly SurvivorshipRuleName[],
  systems: readonly string[],
): GoldenValue | undefined {
  const columns = [...new Set(members.flatMap(({ extra }) => Object.keys(extra)))].sort(
    byCodePoint,
  );
  const chosen = columns.flatMap((column) => {
    const value = chooseValue(candidatesOf(members, column), rules, systems);
    return value === undefined ? [] : [{ column, value }];
  });
  if (chosen.length === 0) return undefined;
  const kept = Object.fromEntries(
    chosen.map(({ column, value }) => [column, value.items[0] ?? ""]),
  );
  const records = new Set(
    chosen.flatMap(({ value }) => value.provenance.map((each) => each.record)),
  );
  return {
    items: [JSON.stringify(kept)],
    provenance: [...records].map((record) => ({ record, rule: "kept_columns" })),
  };
}

function candidatesOf(members: readonly EntityRecord[], column: string): Candidate[] {
  return members
    .flatMap(({ id, system, exportedAt, extra }): Candidate[] => {
      const text = extra[column] ?? "";
      const value = { items: [{ display: text, key: text }], findings: [] };
      if (text === "") return [];
      return [{ record: id, system, at: exportedAt, key: text, display: text, value }];
    })
    .sort((left, right) => byCodePoint(left.record, right.record));
}
