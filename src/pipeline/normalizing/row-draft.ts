import { baseRecordId } from "../../mapping/record-id.ts";
import type { MappedRecord } from "../../mapping/mapped-record.ts";
import type { Finding } from "../../model/finding.ts";
import type { NormalizedItem, NormalizeOptions } from "../../model/normalizer.ts";
import type { EntityRecord, RecordValue } from "../../model/record.ts";
import type { FieldChange, FieldNormalizer } from "../normalize-field.ts";
import { normalizeColumns, type NormalizedValues, type RawRecord } from "../normalize-values.ts";
import { remarkField } from "../../normalize/normalizer-for-field.ts";
import { readRemark, type RemarkReading } from "./read-remark.ts";
import type { IdCounter } from "./repeated-ids.ts";
import type { SourcePlan } from "./source-plan.ts";

/** One of the records of a row before it has its id. */
export interface RowDraft {
  readonly plan: SourcePlan;
  readonly sourceRow: number;
  /** Its place among the records of the row. */
  readonly place: number;
  readonly mapped: MappedRecord;
  /** The id, but for the number of equal records without a key. */
  readonly baseId: string;
}

/** The records of a row, those that cannot be used among them. */
export function draftsOf(
  sourceRow: number,
  cells: readonly string[],
  plan: SourcePlan,
): readonly RowDraft[] {
  return plan.compiled.mapRow(cells).map((mapped, place) => ({
    plan,
    sourceRow,
    place,
    mapped,
    baseId: baseRecordId(plan.mapping.source.system, mapped),
  }));
}

/** Counts the ids that a row may come to; one that it does not come to in the end does no harm. */
export function idsOf(cells: readonly string[], plan: SourcePlan, counter: IdCounter): void {
  for (const mapped of plan.compiled.mapForIds(cells)) {
    if (mapped.reject !== undefined) continue;
    counter.add(mapped.entity, baseRecordId(plan.mapping.source.system, mapped));
  }
}

/** A record with what was found and changed on the way to it. */
export interface NormalizedDraft {
  readonly record: EntityRecord;
  readonly changes: readonly FieldChange[];
  readonly findings: readonly Finding[];
  /** Fields that already point to a record by its id. */
  readonly linked: ReadonlySet<string>;
  readonly reject?: string | undefined;
}

/** A draft with the id that its record gets. */
export interface NamedDraft {
  readonly draft: RowDraft;
  readonly id: string;
}

/** Drafts under their ids, normalized; references are still the text that was written. */
export function normalizeDrafts(
  drafts: readonly NamedDraft[],
  options: NormalizeOptions,
): NormalizedDraft[] {
  const read = drafts.map((named): ReadDraft => ({ named, reading: readingOf(named.draft) }));
  const byNormalizers = Map.groupBy(read, ({ named }) => normalizersOf(named.draft));
  const normalized = new Map<NamedDraft, NormalizedDraft>();
  for (const [normalizers, group] of byNormalizers) {
    const values = normalizeColumns(group.map(rawRecord), normalizers, options);
    group.forEach(({ named, reading }, at) => {
      const own = values[at];
      if (own !== undefined) normalized.set(named, normalizedDraft(named, reading, own));
    });
  }
  return drafts.flatMap((named) => normalized.get(named) ?? []);
}

interface ReadDraft {
  readonly named: NamedDraft;
  readonly reading: RemarkReading;
}

function rawRecord({ named: { draft, id }, reading: { raw } }: ReadDraft): RawRecord {
  return { about: { record: id, entity: draft.mapped.entity }, raw };
}

/** A draft under its id, normalized. */
export function normalizeDraft(
  draft: RowDraft,
  id: string,
  options: NormalizeOptions,
): NormalizedDraft {
  const [normalized] = normalizeDrafts([{ draft, id }], options);
  if (normalized === undefined) throw new Error(`Nothing came of ${id}`);
  return normalized;
}

const noNormalizers: ReadonlyMap<string, FieldNormalizer> = new Map();

function normalizersOf({ plan, mapped }: RowDraft): ReadonlyMap<string, FieldNormalizer> {
  return plan.parts[mapped.part]?.normalizers ?? noNormalizers;
}

/** The raw values of a draft; those of a contact with what its remark adds. */
function readingOf(draft: RowDraft): RemarkReading {
  const { entity, raw, parentLink } = draft.mapped;
  if (entity !== "contact") return { raw, added: [] };
  return readRemark(raw, parentLink?.field, normalizersOf(draft).get(remarkField)?.context);
}

function normalizedDraft(
  { draft: { plan, sourceRow, mapped }, id }: NamedDraft,
  { raw, added }: RemarkReading,
  { values, changes, findings, reject }: NormalizedValues,
): NormalizedDraft {
  const { entity, extra } = mapped;
  const { system } = plan.mapping.source;
  return {
    record: { id, entity, system, sourceRow, exportedAt: plan.exportedAt, values, extra },
    changes: added.length === 0 ? changes : [...remarkChanges(raw, added), ...changes],
    findings,
    linked: noFields,
    reject,
  };
}

const noFields: ReadonlySet<string> = new Set();

function remarkChanges(
  { [remarkField]: [remark = ""] = [] }: RemarkReading["raw"],
  added: RemarkReading["added"],
): FieldChange[] {
  return added.map(({ field, text }) => ({ field, rule: "N021", before: remark, after: text }));
}

/** The same draft pointing to the record it belongs to in its row. */
export function linkToParent(
  child: NormalizedDraft,
  field: string,
  parent: EntityRecord,
): NormalizedDraft {
  const value: RecordValue = { items: [referenceTo(parent)], findings: [] };
  const record = { ...child.record, values: { ...child.record.values, [field]: value } };
  return { ...child, record, linked: new Set([...child.linked, field]) };
}

/** A reference: the name of the record for people, its id as the key, its parsed name for matching. */
export function referenceTo({ id, values }: EntityRecord): RecordValue["items"][number] {
  const name = nameOf(values);
  return name === undefined ? { display: id, key: id } : { ...name, key: id };
}

const namingFields = ["legal_name", "name", "number", "subject", "source_code"];

/** The first value of the first field that names a record and has one. */
function nameOf(values: EntityRecord["values"]): NormalizedItem | undefined {
  for (const field of namingFields) {
    const item = values[field]?.items[0];
    if (item !== undefined) return item;
  }
  return undefined;
}
