import type { Severity } from "./finding.ts";

export const dimensions = [
  "completeness",
  "validity",
  "uniqueness",
  "freshness",
  "consistency",
] as const;
export type Dimension = (typeof dimensions)[number];

/** One row of what is scored: a record, a golden record or a row of the store. */
export interface ScorableRecord {
  readonly id: string;
  readonly entity: string;
  /** Display values by field; empty array = missing. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Finding codes by field, from normalizing. */
  readonly findings: Readonly<Record<string, readonly string[]>>;
  /** Smallest record id of its cluster, its own id when alone, "" when nobody looked for duplicates. */
  readonly cluster: string;
  /** Other owners in the same cluster (撞单). */
  readonly clusterOwners: readonly string[];
}

/** `passed / applicable` of one check in one group; rows it does not apply to are counted apart. */
export interface CheckResult {
  readonly code: string;
  readonly name: string;
  readonly dimension: Dimension;
  readonly severity: Severity;
  readonly weight: number;
  readonly applicable: number;
  readonly passed: number;
}

export interface DimensionScores {
  readonly records: number;
  /** 0..100 in tenths of a point as an integer (912 = 91.2); null = not measured. */
  readonly dimensions: Readonly<Record<Dimension, number | null>>;
  readonly score: number | null;
}

export interface GroupScore extends DimensionScores {
  readonly by: string;
  /** "" = no value: shown as its own group, never dropped. */
  readonly value: string;
  readonly checks: readonly CheckResult[];
}

export interface GateResult {
  readonly name: string;
  readonly expected: string;
  readonly actual: string;
  readonly passed: boolean;
  readonly severity: "error" | "warn";
}

/** A group whose score changed, in tenths of a point. */
export interface GroupChange {
  readonly by: string;
  readonly value: string;
  readonly change: number;
}

/** What changed since an earlier scorecard, in tenths of a point; null where one side was not measured. */
export interface ScoreChange {
  /** The period or file it is compared with. */
  readonly against: string;
  readonly asOf: string;
  /** Measured by the same checks, weights and tiers; else the numbers are not quite comparable. */
  readonly sameModel: boolean;
  readonly records: number;
  readonly score: number | null;
  readonly dimensions: Readonly<Record<Dimension, number | null>>;
  /** By field, most improved first. */
  readonly groups: readonly GroupChange[];
}

export interface Scorecard {
  readonly format: "goldpan.scorecard/1";
  readonly entity: string;
  readonly on: "records" | "golden" | "store";
  readonly asOf: string;
  /** Hash of checks, weights and tiers: scores with different hashes are not compared silently. */
  readonly model: string;
  readonly total: DimensionScores;
  readonly checks: readonly CheckResult[];
  readonly groups: readonly GroupScore[];
  readonly gates: readonly GateResult[];
  /** Share of measured weight, 0..1000 per mille. */
  readonly coveragePerMille: number;
  readonly change?: ScoreChange;
}
