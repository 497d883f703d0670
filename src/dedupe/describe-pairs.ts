import type { MatchedPair } from "../model/golden.ts";
import type { PreparedComparison } from "./compare-pairs.ts";
import { intAt } from "./element-at.ts";
import { createJudge, verdicts, type Judgement } from "./judge-pair.ts";
import type { KinModel } from "./match-model.ts";
import { createReasonWriter, ruleIdsOf, verdictNames, type WriteReason } from "./pair-reason.ts";

/** A pair whose verdict is final, by the positions of its records. */
export interface PlacedPair {
  readonly left: number;
  readonly right: number;
  readonly isTogether: boolean;
  readonly isDecided: boolean;
  /** Its cluster hangs by it. */
  readonly isBridge: boolean;
  /** What the pair weighs now, and its verdict by that: contests take from what it was judged at. */
  readonly weight: number | undefined;
  readonly verdict: number | undefined;
}

/** The final verdict: a match where both records fell into one cluster. */
export function verdictOf({ isTogether }: PlacedPair): MatchedPair["verdict"] {
  return verdictNames[isTogether ? verdicts.match : verdicts.possible] ?? "possible";
}

/** Pairs as people read them, judged once more for what they are judged by; ids by position. */
export function describePairs(
  prepared: PreparedComparison,
  placed: readonly PlacedPair[],
  recordIds: readonly string[],
): MatchedPair[] {
  const { judge } = createJudge(prepared.table, prepared, true);
  const rows = prepared.table.rows;
  const { packed } = prepared.table;
  const writeReason: WriteReason = createReasonWriter(packed);
  return placed.map((pair): MatchedPair => {
    const { left, right } = pair;
    const judged = judge(intAt(rows, left), intAt(rows, right));
    const marks = marksOf(pair, judged, prepared.model.kin[judged.against]);
    const rules = ruleIdsOf(packed, judged.rules);
    const ids = marks.length === 0 ? rules : [...rules, ...marks];
    return {
      left: recordIds[left] ?? "",
      right: recordIds[right] ?? "",
      weightMilliBits: pair.weight ?? judged.weight,
      verdict: verdictOf(pair),
      reason: writeReason(judged.codes, ids),
      rules: ids,
    };
  });
}

/** What beside the rules decided about a pair. */
function marksOf(pair: PlacedPair, judged: Judgement, kin?: KinModel): readonly string[] {
  const {
    weight = judged.weight,
    verdict = judged.verdict,
    isTogether,
    isDecided,
    isBridge,
  } = pair;
  const isMatch = isDecided || verdict === verdicts.match;
  const marks = [
    [isDecided, "H9"],
    [weight < judged.weight, "CONTEST"],
    [kin?.isGroup === true && !isTogether, "KIN"],
    [kin?.isGroup === false && !isTogether, "TWIN"],
    [isTogether && !isMatch, "CHAIN"],
    [isBridge, "BRIDGE"],
    [isMatch && !isTogether, "CLUSTER"],
  ] as const;
  return marks.flatMap(([isMarked, mark]) => (isMarked ? [mark] : []));
}
