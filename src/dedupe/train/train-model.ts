import { forEachCandidatePair, type Meetings } from "../blocking-keys/candidate-pairs.ts";
import { meetingsOf, type PreparedComparison } from "../compare-pairs.ts";
import { slotOf, type ComparedTable } from "../compared-table.ts";
import { entityComparisons } from "../comparisons/entity-comparisons.ts";
import { createJudge } from "../judge-pair.ts";
import type { MatchModel } from "../match-model.ts";
import { levelsOfComparison, rarityWeight } from "../weights.ts";
import { calibrateModel, type CalibrationQuestion } from "./calibrate-model.ts";
import { estimateModel } from "./estimate-model.ts";
import { createPatternCounter, labels, type PatternCounts } from "./pattern-counts.ts";
import { randomShares } from "./random-shares.ts";

/** What training did. */
export interface Training {
  /** The model to go by: the trained one, or the shipped one where there was too little to learn from. */
  readonly model: MatchModel;
  readonly isTrained: boolean;
  /** Pairs that were looked at, and how many of them two credit codes say something about. */
  readonly pairs: number;
  readonly sameCode: number;
  readonly differentCode: number;
  /** True pairs expected among them. */
  readonly expectedMatches: number;
}

/** Fewer expected true pairs than this teach nothing that the shipped model does not know better. */
const fewestMatches = 60;

/**
 * Learns from the table at hand: weights by expectation-maximization over a sample of its candidate
 * pairs, with equal and different credit codes as labels. The same table gives the same model.
 */
export function trainModel(
  prepared: PreparedComparison,
  patterns: PatternCounts = countPatterns(prepared, 0, prepared.table.order.length),
): Training {
  const { model, table, traits } = prepared;
  const totals = totalsOf(patterns);
  const estimated = estimateModel(model, {
    packed: table.packed,
    patterns,
    sampledOneIn: traits.taughtOneIn,
    // How often strangers agree is asked of custom fields alone: elsewhere rarity says it.
    random: table.packed.customFields.length > 0 ? randomShares(table) : [],
  });
  const expectedMatches = Math.round(estimated.expectedMatches);
  const isTrained = expectedMatches >= fewestMatches;
  return { ...totals, expectedMatches, isTrained, model: isTrained ? estimated.model : model };
}

/**
 * The same comparison with the model that its table taught, its thresholds and odds by labels; the
 * patterns of its pairs may have been counted already.
 */
export function withTrainedModel(
  prepared: PreparedComparison,
  question: CalibrationQuestion = {},
  patterns?: PatternCounts,
): PreparedComparison {
  const { model: weighed, isTrained, expectedMatches } = trainModel(prepared, patterns);
  const { model, labelled } = calibrateModel({ ...prepared, model: weighed }, question);
  return { ...prepared, model, learned: { isTrained, expectedMatches, labelled } };
}

function totalsOf({
  counts,
  patterns,
}: PatternCounts): Pick<Training, "pairs" | "sameCode" | "differentCode"> {
  const totals = [0, 0, 0];
  for (let at = 0; at < patterns * 3; at += 1)
    totals[at % 3] = (totals[at % 3] ?? 0) + (counts[at] ?? 0);
  const [none = 0, sameCode = 0, differentCode = 0] = totals;
  return { pairs: none + sameCode + differentCode, sameCode, differentCode };
}

/**
 * The patterns of the candidate pairs whose later row teaches and lies in `[from, to)`, credit codes
 * set aside as labels. Those of consecutive ranges, joined, are those of the whole range.
 */
export function countPatterns(
  prepared: PreparedComparison,
  from: number,
  to: number,
): PatternCounts {
  const { table, traits } = prepared;
  const { stride } = table;
  const comparisons = entityComparisons(table.packed);
  const { compare } = createJudge(table, prepared);
  const counter = createPatternCounter(comparisons.length);
  const meetings: Meetings = { ...meetingsOf(prepared), isTaught: true, asked: traits.taught };
  const labelOf = labelReader(table);
  const codeIndex = comparisons.findIndex(({ name }) => name === "uscc");
  const rarityOfPair = rarityReader(prepared);
  forEachCandidatePair(meetings, from, to, (left, right, family) => {
    const leftRow = left * stride;
    const rightRow = right * stride;
    // A pair that names found and that has none in common is no candidate, so it teaches nothing.
    const codes = compare(leftRow, rightRow, meetings.keys[family]?.needsNames === true);
    if (codes === undefined) return;
    if (codeIndex >= 0) codes[codeIndex] = 0;
    counter.add(codes, rarityOfPair(codes), labelOf(leftRow, rightRow));
  });
  return counter.finish();
}

function labelReader(table: ComparedTable): (left: number, right: number) => number {
  const { cells, slots } = table;
  if (slots["uscc"] === undefined) return () => labels.none;
  const slot = slotOf(table, "uscc");
  return (left, right) => {
    const code = cells[left + slot] ?? 0;
    const other = cells[right + slot] ?? 0;
    if (code === 0 || other === 0) return labels.none;
    return code === other ? labels.same : labels.different;
  };
}

/** The part of a pair's weight that comes from rarity. */
function rarityReader({ table, model }: PreparedComparison): (codes: Int32Array) => number {
  const weights = entityComparisons(table.packed).map(({ name, levels }) => {
    const byLevel = levelsOfComparison(table.packed, model, name);
    return levels.map((level) => byLevel[level]);
  });
  return (codes) =>
    weights.reduce((sum, levels, at) => sum + rarityWeight(levels, codes[at] ?? 0), 0);
}
