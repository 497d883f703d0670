import type { Verdict } from "../model/golden.ts";
import type { EntityRecord } from "../model/record.ts";
import { blockingKeys, type Recall } from "./blocking-keys.ts";
import { levelOf } from "./comparisons/comparison.ts";
import { entityComparisons } from "./comparisons/entity-comparisons.ts";
import { findRecord } from "./decided-pairs.ts";
import { entityRules } from "./hard-rules/entity-rules.ts";
import { createJudge, type JudgeOptions } from "./judge-pair.ts";
import type { KeyFamily } from "./key-family.ts";
import type { PackedRecords } from "./packed-records.ts";
import { verdictNames } from "./pair-reason.ts";
import { priorWeight, weightOf, weightTables } from "./weights.ts";

/** One bar of the waterfall: what a comparison saw, and what it added to the weight. */
export interface ExplainedComparison {
  /** "prior" for the first row, else the comparison. */
  readonly comparison: string;
  readonly field: string;
  /** What a person reads in the field, values of a list joined by "; ". */
  readonly left: string;
  readonly right: string;
  readonly level: string;
  readonly weightMilliBits: number;
}

/** Why two records got their verdict; the weights of the rows add up to the weight. */
export interface ExplainedPair {
  readonly rows: readonly ExplainedComparison[];
  readonly rules: readonly { readonly id: string; readonly reason: string }[];
  readonly weightMilliBits: number;
  readonly verdict: Verdict;
  /** Families of keys that both records share; without any they were never compared. */
  readonly keys: readonly string[];
}

/** How the pairs of the table were looked for and judged. */
export interface ExplainOptions extends JudgeOptions {
  readonly recall: Recall;
}

/** Explains a pair of the table, compared or not; undefined when a record is not in it. */
export function explainPair(
  packed: PackedRecords,
  left: EntityRecord,
  right: EntityRecord,
  options: ExplainOptions,
): ExplainedPair | undefined {
  const positions = [findRecord(packed, left.id), findRecord(packed, right.id)];
  const [first = -1, second = -1] = positions.sort((a, b) => a - b);
  if (first < 0) return undefined;
  const { codes, weight, rules, verdict } = createJudge(packed, options)(first, second);
  return {
    rows: [
      priorRow(priorWeight(options.model, packed.size)),
      ...explainCodes(packed, options, codes).map((row) => ({
        ...row,
        left: shown(left, row.field),
        right: shown(right, row.field),
      })),
    ],
    rules: entityRules(packed.entity)
      .filter((_, index) => (rules & (1 << index)) !== 0)
      .map(({ id, reason }) => ({ id, reason })),
    weightMilliBits: weight,
    verdict: verdictNames[verdict] ?? "non-match",
    keys: sharedKeys(blockingKeys(packed, options.recall), first, second),
  };
}

function sharedKeys(families: readonly KeyFamily[], left: number, right: number): string[] {
  return families
    .filter(({ keysOf }) => {
      const keys = new Set<number>();
      keysOf(left, (key) => void keys.add(key));
      let isShared = false;
      keysOf(right, (key) => {
        isShared ||= keys.has(key);
      });
      return isShared;
    })
    .map(({ name }) => name);
}

function priorRow(weightMilliBits: number): ExplainedComparison {
  return { comparison: "prior", field: "", left: "", right: "", level: "", weightMilliBits };
}

function explainCodes(
  packed: PackedRecords,
  { model }: JudgeOptions,
  codes: Int32Array,
): Omit<ExplainedComparison, "left" | "right">[] {
  const tables = weightTables(packed, model);
  return entityComparisons(packed).map(({ name, field, levels }, index) => {
    const code = codes[index] ?? 0;
    const table = tables[index];
    return {
      comparison: name,
      field,
      level: levels[levelOf(code)] ?? "",
      weightMilliBits: table === undefined ? 0 : weightOf(table, code),
    };
  });
}

function shown(record: EntityRecord, field: string): string {
  return (record.values[field]?.items ?? []).map(({ display }) => display).join("; ");
}
