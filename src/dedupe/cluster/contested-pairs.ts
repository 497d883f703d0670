import { intAt } from "../element-at.ts";
import type { ComparedPairs, PreparedComparison } from "../compare-pairs.ts";
import type { LevelCodes } from "../comparisons/comparison.ts";
import { ruleBit } from "../hard-rules/rule-bit.ts";
import { createJudge, levelTest, thresholdsOf, verdicts, type JudgePair } from "../judge-pair.ts";
import { modelFor } from "../granularity.ts";
import type { ContestModel, MatchModel } from "../match-model.ts";
import { buildPairGraph, inRecordOrder, type GraphedPairs, type PairGraph } from "./pair-graph.ts";

/**
 * Takes weight off pairs that are contested: one record fits two others about as well, and those two
 * are not the same. A name without its region fits the companies of that brand in two cities, and
 * nothing but the table at hand can tell that there are two. Such a pair is seldom more than
 * possible; an uncontested one is what its weight says. Pairs may come in any order.
 */
export function weighContests(prepared: PreparedComparison, compared: ComparedPairs): GraphedPairs {
  const { contest } = modelFor(prepared.model, prepared.granularity);
  const thresholds = thresholdsOf(prepared.table, prepared.model);
  const is = levelTest(prepared.table.packed);
  const pairs = inRecordOrder(compared);
  const graph = buildPairGraph(pairs, prepared.table.packed.size);
  const field = {
    graph,
    pairs,
    contest,
    rows: prepared.table.rows,
    judge: createJudge(prepared.table, prepared),
    thresholds,
    elsewhere: ruleBit(prepared.table.packed, "H4"),
    conflicts: Object.entries(contest.conflicts).map(([name, levels]) => is(name, ...levels)),
  };
  const weight = pairs.weight.slice();
  const verdict = pairs.verdict.slice();
  const settled = ruleBit(prepared.table.packed, "H8");
  for (let pair = 0; pair < weight.length; pair += 1) {
    // One credit code is one company, whoever else is like it.
    if ((intAt(pairs.rules, pair) & settled) !== 0 || !isContested(field, pair)) continue;
    const lessened = intAt(weight, pair) - contest.penalty;
    weight[pair] = lessened;
    const isHopeless = lessened < thresholds.possible;
    if (isHopeless) verdict[pair] = verdicts.nonMatch;
    else if (lessened < thresholds.match) verdict[pair] = verdicts.possible;
  }
  return { ...pairs, weight, verdict, graph };
}

interface Field {
  readonly graph: PairGraph;
  readonly pairs: ComparedPairs;
  readonly contest: ContestModel;
  readonly rows: Int32Array;
  readonly judge: JudgePair;
  readonly thresholds: MatchModel["thresholds"];
  /** The bit of the rule that asks about two places. */
  readonly elsewhere: number;
  readonly conflicts: readonly ((codes: LevelCodes) => boolean)[];
}

function isContested(field: Field, pair: number): boolean {
  const left = intAt(field.pairs.left, pair);
  const right = intAt(field.pairs.right, pair);
  const least = intAt(field.pairs.weight, pair) - field.contest.margin;
  return hasRival(field, left, right, least) || hasRival(field, right, left, least);
}

/** Whether `record` fits somebody else at least so well who cannot be `other`. */
function hasRival(field: Field, record: number, other: number, least: number): boolean {
  const { graph, pairs } = field;
  const end = intAt(graph.offsets, record + 1);
  for (let at = intAt(graph.offsets, record); at < end; at += 1) {
    const rival = intAt(graph.neighbours, at);
    const pair = intAt(graph.pairs, at);
    // A rival that only a person could accept is none.
    if (rival === other || pairs.rules[pair] !== 0 || intAt(pairs.weight, pair) < least) continue;
    const kept = keptPair(graph, rival, other);
    if (kept < 0 ? areStrangers(field, rival, other) : contradicts(field, kept)) return true;
  }
  return false;
}

/** The pair that two records are, where it is possible at least: then they are no strangers; -1 otherwise. */
function keptPair(
  { offsets, neighbours, pairs }: PairGraph,
  record: number,
  other: number,
): number {
  const end = intAt(offsets, record + 1);
  for (let at = intAt(offsets, record); at < end; at += 1) {
    if (neighbours[at] === other) return intAt(pairs, at);
  }
  return -1;
}

/** Two places with nothing strong in common (H4) are two companies, although a person may be asked. */
function contradicts({ pairs, elsewhere }: Field, pair: number): boolean {
  return (intAt(pairs.rules, pair) & elsewhere) !== 0;
}

/** Two records that contradict each other; names that are only misspelt do not. */
function areStrangers(field: Field, rival: number, other: number): boolean {
  const { rows, judge, contest, thresholds } = field;
  const left = intAt(rows, rival);
  const right = intAt(rows, other);
  const { weight, verdict, codes } = judge.judge(Math.min(left, right), Math.max(left, right));
  if (verdict !== verdicts.nonMatch) return false;
  // Heavy enough to be possible, and yet none: a rule forbids it.
  if (weight >= thresholds.possible) return true;
  return weight < contest.strangersBelow && field.conflicts.some((test) => test(codes));
}
