import type { EntityName } from "../model/entity.ts";
import type { FixSafety, Rule, Severity } from "../model/finding.ts";
import type { Dimension, ScorableRecord } from "../model/scorecard.ts";

/** A text in both languages. */
export type Texts = Readonly<Record<"zh" | "en", string>>;

/** What a check means, for `goldpan explain`: `zh` and `en` say what it looks at. */
export interface CheckRule extends Rule {
  readonly dimension: Dimension;
  readonly severity: Severity;
  /** How much the check weighs among those of its dimension. */
  readonly weight: number;
  readonly why: Texts;
  readonly howToFix: Texts;
  readonly fix: FixSafety;
}

/** What every check may know besides the record; built once a run. */
export interface ScoringContext {
  readonly entity: EntityName;
  /** Enum field -> every word for a value -> the stored value. */
  readonly enumWords: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The day that counts as today, in days since 1970-01-01. */
  readonly today: number;
  readonly keyFields: readonly string[];
  readonly importantFields: readonly string[];
}

/** One thing that was looked at: whether it passed, in which field, and for failures the value and why. */
export type Tell = (passed: boolean, field: string, value?: string, detail?: string) => void;

/**
 * One check. `examine` calls `tell` once for each thing it looks at (a field, a value, the record);
 * a record that the check does not apply to is one without a call.
 */
export interface Check {
  readonly rule: CheckRule;
  readonly entities: readonly EntityName[];
  examine(record: ScorableRecord, context: ScoringContext, tell: Tell): void;
}

const none: readonly string[] = [];

/** The display values of a field; an empty array when it is missing. */
export function valuesOf(record: ScorableRecord, field: string): readonly string[] {
  return record.values[field] ?? none;
}

/** Whether normalizing found one of `codes` in the field. */
export function hasFinding(
  record: ScorableRecord,
  field: string,
  codes: ReadonlySet<string>,
): boolean {
  return (record.findings[field] ?? none).some((code) => codes.has(code));
}
