import type { Verdict } from "../model/golden.ts";
import type { EntityRecord } from "../model/record.ts";
import { blockingKeys } from "./blocking-keys/entity-keys.ts";
import type { Recall } from "./blocking-keys/recall.ts";
import { sharesKey } from "./blocking-keys/key-family.ts";
import { layOut } from "./lay-out-table.ts";
import { levelOf } from "./comparisons/comparison.ts";
import { entityComparisons } from "./comparisons/entity-comparisons.ts";
import { findRecord } from "./decided-pairs.ts";
import { modelFor } from "./granularity.ts";
import { entityRules } from "./hard-rules/entity-rules.ts";
import { createJudge, type Judgement, type JudgeOptions } from "./judge-pair.ts";
import type { PackedRecords } from "./packed-records.ts";
import { verdictNames } from "./pair-reason.ts";
import { countedSize } from "./statistics/table-statistics.ts";
import { kinTables, priorWeight, weightOf, weightTables } from "./weights.ts";

/** One bar of the waterfall: what a comparison saw, and what it added to the weight. */
export interface ExplainedComparison {
  /** "prior" for the first row, whose level says against whom ("strangers", "other-city"); else the comparison. */
  readonly comparison: string;
  readonly field: string;
  /** What a person reads in the field, values of a list joined by "; ". */
  readonly left: string;
  readonly right: string;
  readonly level: string;
  readonly weightMilliBits: number;
}

/** What a pair weighs against one of the ways not to be one: "strangers", or the name of a kind of kin. */
export interface ExplainedOdds {
  readonly against: string;
  readonly weightMilliBits: number;
}

/** Why two records got their verdict; the weights of the rows add up to the weight. */
export interface ExplainedPair {
  /** Against strangers, then against each kind of kin: the least of them counts. */
  readonly odds: readonly ExplainedOdds[];
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
  const table = layOut(packed);
  const asked = { ...options, model: modelFor(options.model, options.granularity) };
  const rows = table.rows;
  const [leftRow, rightRow] = [rows[first] ?? 0, rows[second] ?? 0];
  const { judge } = createJudge(table, options, true);
  const judgement = judge(leftRow, rightRow);
  const { weight, rules, verdict } = judgement;
  return {
    odds: oddsOf(packed, asked, judgement),
    rows: [
      priorRow(packed, asked, judgement),
      ...explainCodes(packed, asked, judgement).map((row) => ({
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
    keys: blockingKeys(table, options.recall, options.granularity)
      .filter((family) => sharesKey(family, leftRow, rightRow))
      .map(({ name }) => name),
  };
}

/** The odds before comparing: of strangers, or of the kind of kin that is hardest to tell apart. */
function priorRow(
  packed: PackedRecords,
  { model }: JudgeOptions,
  { against }: Judgement,
): ExplainedComparison {
  const kin = against < 0 ? undefined : kinTables(packed, model)[against];
  const weightMilliBits = kin === undefined ? priorWeight(model, countedSize(packed)) : kin.prior;
  const level = model.kin[against]?.name ?? "strangers";
  return { comparison: "prior", field: "", left: "", right: "", level, weightMilliBits };
}

function oddsOf(
  packed: PackedRecords,
  { model }: JudgeOptions,
  { codes }: Judgement,
): ExplainedOdds[] {
  const tables = weightTables(packed, model);
  const prior = priorWeight(model, countedSize(packed));
  const strangers = tables.reduce((sum, table, at) => sum + weightOf(table, codes[at] ?? 0), prior);
  const kin = kinTables(packed, model).map(({ prior: start, levels }, at) => ({
    against: model.kin[at]?.name ?? "",
    weightMilliBits: levels.reduce(
      (sum, table, index) => sum + (table[levelOf(codes[index] ?? 0)] ?? 0),
      start,
    ),
  }));
  return [{ against: "strangers", weightMilliBits: strangers }, ...kin];
}

function explainCodes(
  packed: PackedRecords,
  { model }: JudgeOptions,
  { codes, against }: Judgement,
): Omit<ExplainedComparison, "left" | "right">[] {
  const tables = weightTables(packed, model);
  const kin = against < 0 ? undefined : kinTables(packed, model)[against];
  return entityComparisons(packed).map(({ name, field, levels }, index) => {
    const code = codes[index] ?? 0;
    const level = levelOf(code);
    const table = tables[index];
    const ofStrangers = table === undefined ? 0 : weightOf(table, code);
    return {
      comparison: name,
      field,
      level: levels[level] ?? "",
      weightMilliBits: kin === undefined ? ofStrangers : (kin.levels[index]?.[level] ?? 0),
    };
  });
}

function shown(record: EntityRecord, field: string): string {
  return (record.values[field]?.items ?? []).map(({ display }) => display).join("; ");
}
