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
import type { ValueMemo } from "./value-memo.ts";

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

/** What became of the texts of one field; the same for equal texts. */
export interface FieldOutcome {
  /** undefined where there is neither a value nor a finding. */
  readonly value: RecordValue | undefined;
  readonly changes: readonly FieldChange[];
  /** Without the record they are about. */
  readonly findings: readonly Finding[];
  /** Why the record cannot be used: `invalid:` or `required:` and the field. */
  readonly reject: string | undefined;
}

/** What becomes of the raw texts of a field; one text that came before is not read again. */
export function normalizeField(
  texts: readonly string[],
  prepared: FieldNormalizer,
  options: NormalizeOptions,
): FieldOutcome {
  const { memo } = prepared;
  const [text] = texts;
  if (memo === undefined || text === undefined || texts.length > 1) {
    return readTexts(texts, prepared, options);
  }
  return (
    memo.get(text, options.repairs) ??
    memo.put(text, options.repairs, readTexts(texts, prepared, options))
  );
}

function readTexts(
  texts: readonly string[],
  prepared: FieldNormalizer,
  options: NormalizeOptions,
): FieldOutcome {
  const { field, normalizer, context, onInvalid = "keep" } = prepared;
  const all = texts.map((text) => normalizer.normalize(text, context, options));
  const isInvalid = onInvalid !== "keep" && all.some(cannotBeRead);
  const results = onInvalid === "set_null" ? all.map(withoutInvalid) : all;
  const found = distinctItems(results);
  const items = field.list || found.length <= 1 ? found : found.slice(0, 1);
  const surplus = items === found ? noParts : surplusFindings(found);
  const findings = ofField(field.name, inOne(results, findingsOf), surplus);
  return {
    value: valueWith(items, findings),
    changes: changesOfField(field.name, inOne(results, changesOf)),
    findings,
    reject: rejectReason(prepared, items, isInvalid && onInvalid === "reject"),
  };
}

const noParts: readonly never[] = [];
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

function ofField(
  field: string,
  findings: readonly Finding[],
  surplus: readonly Finding[],
): readonly Finding[] {
  if (findings.length + surplus.length === 0) return noParts;
  return [...findings, ...surplus].map((finding) => ({ ...finding, field }));
}

function changesOfField(field: string, changes: readonly Change[]): readonly FieldChange[] {
  if (changes.length === 0) return noParts;
  return changes.map(({ rule, before, after }) => ({ field, rule, before, after }));
}

function valueWith(
  items: readonly NormalizedItem[],
  findings: readonly Finding[],
): RecordValue | undefined {
  if (findings.length > 0) return { items, findings: findings.map(({ code }) => code) };
  return items.length === 0 ? undefined : { items, findings: noParts };
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
