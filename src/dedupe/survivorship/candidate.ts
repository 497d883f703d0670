import type { Field } from "../../model/entity.ts";
import type { EntityRecord, RecordValue } from "../../model/record.ts";
import { byCodePoint } from "../../text/code-point.ts";

/** One record's value for a field of the golden record. */
export interface Candidate {
  readonly record: string;
  readonly system: string;
  /** When the record was last changed or exported, ISO text, "" when unknown. */
  readonly at: string;
  /** What makes two values the same: the keys, or the display text where there is no key. */
  readonly key: string;
  readonly display: string;
  readonly value: RecordValue;
}

/** The values of a field in the members of a cluster, those with findings only when there are no others. */
export function findCandidates(members: readonly EntityRecord[], field: Field): Candidate[] {
  const candidates = members
    .flatMap((record) => candidateOf(record, field.name))
    .sort((left, right) => byCodePoint(left.record, right.record));
  const valid = candidates.filter(({ value }) => value.findings.length === 0);
  return valid.length > 0 ? valid : candidates;
}

function candidateOf(record: EntityRecord, field: string): Candidate[] {
  const value = record.values[field];
  if (value === undefined || value.items.length === 0) return [];
  const display = value.items.map((item) => item.display).join("\n");
  return [
    {
      record: record.id,
      system: record.system,
      at: record.values["source_updated_at"]?.items[0]?.key || record.exportedAt,
      key: value.items.map((item) => item.key || item.display).join("\n"),
      display,
      value,
    },
  ];
}
