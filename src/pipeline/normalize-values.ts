import type { Field } from "../model/entity.ts";
import type { Finding } from "../model/finding.ts";
import type { NormalizeOptions } from "../model/normalizer.ts";
import type { RecordValue } from "../model/record.ts";
import { normalizerForField } from "../normalize/normalizer-for-field.ts";
import { byCodePoint } from "../text/code-point.ts";
import {
  normalizeField,
  type FieldChange,
  type FieldNormalizer,
  type FieldOutcome,
} from "./normalize-field.ts";
import { ValueMemo } from "./value-memo.ts";

/** The raw cells that a mapping puts into one field of one record; several for a list. */
export type RawValues = Readonly<Record<string, readonly string[]>>;

/** What the fields of a record came to. */
export interface NormalizedValues {
  readonly values: Readonly<Record<string, RecordValue>>;
  readonly changes: readonly FieldChange[];
  readonly findings: readonly Finding[];
  /** Why the record cannot be used: `invalid:` or `required:` and the field. */
  readonly reject: string | undefined;
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

/** The raw values of a record, and what its findings are said to be about. */
export interface RawRecord {
  readonly about: Pick<Finding, "record" | "entity">;
  readonly raw: RawValues;
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
  const outcome = new RecordOutcome({ record });
  for (const name in raw) outcome.add(name, raw[name], normalizers.get(name), options);
  return outcome;
}

/**
 * The values of many records, one field of all of them after the other: a normalizer and its tables
 * are at hand for all of its values at once, which is half of the time. Fields come out by name.
 */
export function normalizeColumns(
  records: readonly RawRecord[],
  normalizers: ReadonlyMap<string, FieldNormalizer>,
  options: NormalizeOptions,
): NormalizedValues[] {
  const names = new Set<string>();
  for (const { raw } of records) for (const name in raw) names.add(name);
  const outcomes = records.map(({ about }) => new RecordOutcome(about));
  for (const name of [...names].toSorted(byCodePoint)) {
    const prepared = normalizers.get(name);
    records.forEach(({ raw }, at) => outcomes[at]?.add(name, raw[name], prepared, options));
  }
  return outcomes;
}

const none: never[] = [];

/** What the fields of a record came to so far. */
class RecordOutcome implements NormalizedValues {
  readonly #about: RawRecord["about"];
  readonly values: Record<string, RecordValue> = {};
  changes: FieldChange[] = none;
  findings: Finding[] = none;
  reject: string | undefined;

  constructor(about: RawRecord["about"]) {
    this.#about = about;
  }

  add(
    name: string,
    texts: readonly string[] | undefined,
    prepared: FieldNormalizer | undefined,
    options: NormalizeOptions,
  ): void {
    if (texts === undefined || prepared === undefined) return;
    const { value, changes, findings, reject } = normalizeField(texts, prepared, options);
    if (value !== undefined) this.values[name] = value;
    this.reject ??= reject;
    if (changes.length > 0) this.#addChanges(changes);
    if (findings.length > 0) this.#addFindings(findings);
  }

  #addChanges(changes: FieldOutcome["changes"]): void {
    if (this.changes === none) this.changes = [];
    for (const change of changes) this.changes.push(change);
  }

  #addFindings(findings: FieldOutcome["findings"]): void {
    if (this.findings === none) this.findings = [];
    const about = this.#about;
    for (const finding of findings) this.findings.push({ ...finding, ...about });
  }
}
