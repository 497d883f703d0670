import type { Field } from "../model/entity.ts";
import type { Finding } from "../model/finding.ts";
import type {
  Change,
  Normalized,
  NormalizedItem,
  Normalizer,
  NormalizeOptions,
} from "../model/normalizer.ts";
import type { RecordChange, RecordValue } from "../model/record.ts";
import { normalizerForField } from "../normalize/normalizer-for-field.ts";
import { ValueMemo } from "./value-memo.ts";

/** The raw cells that a mapping puts into one field of one record; several for a list. */
export type RawValues = Readonly<Record<string, readonly string[]>>;

/** A field with its normalizer and what its whole column said. */
export interface FieldNormalizer {
  readonly field: Field;
  readonly normalizer: Normalizer;
  readonly context: unknown;
  /** What happens to a value that cannot be read; it stays as it is where nothing is said. */
  readonly onInvalid?: "reject" | "set_null" | "keep";
  /** A record whose value turns out to be none, a placeholder or the like, is rejected. */
  readonly isRequired?: boolean;
  /** Outcomes of texts that came before. */
  readonly memo?: ValueMemo<FieldOutcome>;
}

/** A repair of one field of a record that is known otherwise. */
export type FieldChange = Omit<RecordChange, "record">;

export interface NormalizedValues {
  readonly values: Readonly<Record<string, RecordValue>>;
  readonly changes: readonly FieldChange[];
  readonly findings: readonly Finding[];
  /** Why the record cannot be used: `invalid:` or `required:` and the field. */
  readonly reject?: string;
}

/**
 * One normalizer for each field; `columnOf` gives the raw values of a field over the whole source,
 * asked only where a normalizer looks at its column.
 */
export function prepareFieldNormalizers(
  fields: readonly Field[],
  columnOf: (field: string) => Iterable<string>,
): ReadonlyMap<string, FieldNormalizer> {
  const prepared = fields.map((field): [string, FieldNormalizer] => {
    const normalizer = normalizerForField(field);
    const column = normalizer.vote !== undefined ? columnOf(field.name) : [];
    const context = normalizer.observe(column);
    return [field.name, { field, normalizer, context, memo: new ValueMemo() }];
  });
  return new Map(prepared);
}

/** What became of the texts of one field; the same for equal texts. */
export interface FieldOutcome {
  /** undefined where there is neither a value nor a finding. */
  readonly value: RecordValue | undefined;
  readonly changes: readonly FieldChange[];
  /** Without the record they are about. */
  readonly findings: readonly Finding[];
  readonly reject: string | undefined;
}

/**
 * The raw values of one record, normalized field by field. Values of one list field that have the
 * same key are kept once, the first writing wins. Fields without a value are left out.
 */
export function normalizeValues(
  record: string,
  raw: RawValues,
  normalizers: ReadonlyMap<string, FieldNormalizer>,
  options: NormalizeOptions,
): NormalizedValues {
  const [outcomes = {}] = normalizeColumns([raw], normalizers, options);
  return valuesOf(record, outcomes);
}

/** The outcomes of the fields of one record, by the name of the field. */
export type FieldOutcomes = Readonly<Record<string, FieldOutcome>>;

/**
 * The outcomes of many records, one field of all of them after the other: a normalizer and its tables
 * are at hand for all of its values at once, which is half of the time. The fields of a record stand in
 * the order in which it has them. `valuesOf` makes values of them.
 */
export function normalizeColumns(
  records: readonly RawValues[],
  normalizers: ReadonlyMap<string, FieldNormalizer>,
  options: NormalizeOptions,
): FieldOutcomes[] {
  const columns = new Map<string, (FieldOutcome | undefined)[]>();
  for (const raw of records) for (const name in raw) columns.set(name, []);
  for (const [name, column] of columns) {
    for (const raw of records) column.push(outcomeIn(raw, name, normalizers, options));
  }
  return records.map((raw, at) => {
    const outcomes: Record<string, FieldOutcome> = {};
    for (const name in raw) {
      const outcome = columns.get(name)?.[at];
      if (outcome !== undefined) outcomes[name] = outcome;
    }
    return outcomes;
  });
}

function outcomeIn(
  raw: RawValues,
  name: string,
  normalizers: ReadonlyMap<string, FieldNormalizer>,
  options: NormalizeOptions,
): FieldOutcome | undefined {
  const prepared = normalizers.get(name);
  const texts = raw[name];
  if (prepared === undefined || texts === undefined) return undefined;
  return outcomeOf(texts, prepared, options);
}

/** What the fields of a record came to, under its id. */
export function valuesOf(record: string, outcomes: FieldOutcomes): NormalizedValues {
  const values: Record<string, RecordValue> = {};
  const changes: FieldChange[] = [];
  const findings: Finding[] = [];
  let reject: string | undefined;
  for (const name in outcomes) {
    const outcome = outcomes[name];
    if (outcome === undefined) continue;
    if (outcome.value !== undefined) values[name] = outcome.value;
    reject ??= outcome.reject;
    for (const change of outcome.changes) changes.push(change);
    for (const finding of outcome.findings) findings.push({ ...finding, record });
  }
  return reject === undefined
    ? { values, changes, findings }
    : { values, changes, findings, reject };
}

function outcomeOf(
  texts: readonly string[],
  prepared: FieldNormalizer,
  options: NormalizeOptions,
): FieldOutcome {
  const { memo } = prepared;
  const [text] = texts;
  if (memo === undefined || text === undefined || texts.length > 1) {
    return normalizeField(texts, prepared, options);
  }
  return (
    memo.get(text, options.repairs) ??
    memo.put(text, options.repairs, normalizeField(texts, prepared, options))
  );
}

function normalizeField(
  texts: readonly string[],
  prepared: FieldNormalizer,
  options: NormalizeOptions,
): FieldOutcome {
  const { field, normalizer, context, onInvalid = "keep" } = prepared;
  const read = texts.map((text) => normalizer.normalize(text, context, options));
  const isInvalid = onInvalid !== "keep" && read.some(cannotBeRead);
  const results = onInvalid === "set_null" ? read.map(withoutInvalid) : read;
  const all = distinctItems(results);
  const items = field.list || all.length <= 1 ? all : all.slice(0, 1);
  const found = inOne(results, findingsOf);
  const findings = field.list || all.length <= 1 ? found : [...found, ...surplusFindings(all)];
  return {
    value: valueWith(items, findings),
    changes: inOne(results, changesOf).map(({ rule, before, after }) => ({
      field: field.name,
      rule,
      before,
      after,
    })),
    findings: findings.map((finding) => ({ ...finding, field: field.name })),
    reject: rejectReason(prepared, items, isInvalid && onInvalid === "reject"),
  };
}

const findingsOf = ({ findings }: Normalized): readonly Finding[] => findings;
const changesOf = ({ changes }: Normalized): readonly Change[] => changes;

/** What all results have of something; most fields have one result. */
function inOne<Part>(
  results: readonly Normalized[],
  partsOf: (result: Normalized) => readonly Part[],
): readonly Part[] {
  const [first, second] = results;
  return first !== undefined && second === undefined ? partsOf(first) : results.flatMap(partsOf);
}

const noCodes: readonly string[] = [];

function valueWith(
  items: readonly NormalizedItem[],
  findings: readonly Finding[],
): RecordValue | undefined {
  if (items.length === 0 && findings.length === 0) return undefined;
  return { items, findings: findings.length === 0 ? noCodes : findings.map(({ code }) => code) };
}

function rejectReason(
  { field, isRequired = false }: FieldNormalizer,
  items: readonly NormalizedItem[],
  isRejected: boolean,
): string | undefined {
  if (isRejected) return `invalid:${field.name}`;
  return isRequired && items.length === 0 ? `required:${field.name}` : undefined;
}

/** Normalizers warn about what they could not read; what they merely noticed is an info. */
export function cannotBeRead({ findings }: Normalized): boolean {
  return findings.some(({ severity }) => severity !== "info");
}

function withoutInvalid(outcome: Normalized): Normalized {
  return cannotBeRead(outcome) ? { ...outcome, items: [], changes: [] } : outcome;
}

/** A field that holds one value got several: the others are named, not dropped silently. */
function surplusFindings(items: readonly NormalizedItem[]): Finding[] {
  return items
    .slice(1)
    .map(({ display }) => ({ code: "N001", severity: "warning", value: display }) as const);
}

/** The items of all texts of a field; of those with one key the first. */
export function distinctItems(results: readonly Normalized[]): readonly NormalizedItem[] {
  const [first, second] = results;
  if (first !== undefined && second === undefined && first.items.length <= 1) return first.items;
  const seen = new Set<string>();
  return results
    .flatMap(({ items }) => items)
    .filter(({ key, display }) => {
      const identity = key === "" ? display : key;
      if (seen.has(identity)) return false;
      seen.add(identity);
      return true;
    });
}
