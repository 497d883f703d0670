import type { Field } from "../model/entity.ts";
import type { Finding } from "../model/finding.ts";
import type {
  Normalized,
  NormalizedItem,
  Normalizer,
  NormalizeOptions,
} from "../model/normalizer.ts";
import type { RecordChange, RecordValue } from "../model/record.ts";
import { normalizerForField } from "../normalize/normalizer-for-field.ts";

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
}

export interface NormalizedValues {
  readonly values: Readonly<Record<string, RecordValue>>;
  readonly changes: readonly RecordChange[];
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
  const prepared = fields.map((field) => {
    const normalizer = normalizerForField(field);
    const column = normalizer.looksAtColumn === true ? columnOf(field.name) : [];
    return [field.name, { field, normalizer, context: normalizer.observe(column) }] as const;
  });
  return new Map(prepared);
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
  const values: Record<string, RecordValue> = {};
  const changes: RecordChange[] = [];
  const findings: Finding[] = [];
  let reject: string | undefined;
  for (const [name, texts] of Object.entries(raw)) {
    const prepared = normalizers.get(name);
    if (prepared === undefined) continue;
    const outcome = normalizeField(texts, prepared, options);
    const codes = outcome.findings.map(({ code }) => code);
    if (outcome.items.length > 0 || codes.length > 0) {
      values[name] = { items: outcome.items, findings: codes };
    }
    reject ??= rejectReason(prepared, outcome);
    changes.push(...outcome.changes.map((change) => ({ ...change, record, field: name })));
    findings.push(...outcome.findings.map((finding) => ({ ...finding, record, field: name })));
  }
  return { values, changes, findings, ...(reject !== undefined && { reject }) };
}

function rejectReason(
  { field, isRequired = false }: FieldNormalizer,
  { items, isRejected }: FieldOutcome,
): string | undefined {
  if (isRejected) return `invalid:${field.name}`;
  return isRequired && items.length === 0 ? `required:${field.name}` : undefined;
}

interface FieldOutcome {
  readonly items: readonly NormalizedItem[];
  readonly changes: readonly { rule: string; before: string; after: string }[];
  readonly findings: readonly Finding[];
  readonly isRejected: boolean;
}

function normalizeField(
  texts: readonly string[],
  { field, normalizer, context, onInvalid = "keep" }: FieldNormalizer,
  options: NormalizeOptions,
): FieldOutcome {
  const read = texts.map((text) => normalizer.normalize(text, context, options));
  const isInvalid = onInvalid !== "keep" && read.some(cannotBeRead);
  const results = onInvalid === "set_null" ? read.map(withoutInvalid) : read;
  const items = distinctItems(results.flatMap((result) => result.items));
  return {
    items: field.list ? items : items.slice(0, 1),
    changes: results.flatMap((result) => result.changes),
    findings: [
      ...results.flatMap((result) => result.findings),
      ...(field.list ? [] : surplusFindings(items)),
    ],
    isRejected: isInvalid && onInvalid === "reject",
  };
}

/** Normalizers warn about what they could not read; what they merely noticed is an info. */
function cannotBeRead({ findings }: Normalized): boolean {
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

function distinctItems(items: readonly NormalizedItem[]): NormalizedItem[] {
  const seen = new Set<string>();
  return items.filter(({ key, display }) => {
    const identity = key === "" ? display : key;
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}
