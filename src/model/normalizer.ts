import type { Finding } from "./finding.ts";
import type { Parsed } from "./parsed.ts";

export const normalizerNames = [
  "company-name",
  "phone",
  "email",
  "uscc",
  "person-name",
  "address",
  "region",
  "date",
  "amount",
  "industry",
  "remark",
  "text",
] as const;

export type NormalizerName = (typeof normalizerNames)[number];

/** One value of a cell. `display` is what a person reads, `key` what matching compares ("" = no key). */
export interface NormalizedItem {
  readonly display: string;
  readonly key: string;
  readonly parsed?: Parsed;
}

/** One step from the raw value to the display value; `rule` explains it. */
export interface Change {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

/**
 * The outcome for one cell. `items` is empty for a missing value; the first item is the primary
 * one. `changes` replays raw -> display step by step: the first `before` is the raw cell, each
 * `after` the next `before`, the last `after` is `display`.
 */
export interface Normalized {
  readonly display: string;
  readonly key: string;
  readonly items: readonly NormalizedItem[];
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
}

export interface NormalizeOptions {
  /** `none`: look and report, change nothing in the display value. */
  readonly repairs: "safe" | "none";
}

/**
 * How a column says what its values mean: each value has a label, and the numbers of labels decide.
 * Labels are few and can be counted in any order and by several threads.
 */
export interface ColumnVote<Context = unknown> {
  /** What a value says of its column, "" for nothing. */
  labelOf(value: string): string;
  /** What the column means when so many values have each label. */
  decide(counts: ReadonlyMap<string, number>): Context;
}

/**
 * `observe(column) -> context`, then `normalize(value, context)`: what only the whole column can
 * tell (day before month, two-digit years) is decided over the column, never over a cell.
 */
export interface Normalizer<Context = unknown> {
  readonly name: NormalizerName;
  /** Values mean something only beside the rest of their column: count them all before the first one. */
  readonly vote?: ColumnVote<Context>;
  /** Counts evidence over a column's values; the result must not depend on their order. */
  observe(values: Iterable<string>): Context;
  normalize(raw: string, context: Context, options: NormalizeOptions): Normalized;
}
