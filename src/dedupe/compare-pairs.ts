import { forEachCandidatePair } from "./candidate-pairs.ts";
import { blockingKeys, type Recall } from "./blocking-keys.ts";
import { createGrowingInts } from "./growing-array.ts";
import { createJudge, verdicts, type JudgeOptions, type Judgement } from "./judge-pair.ts";
import type { PackedRecords } from "./packed-records.ts";
import { buildPostings, type Postings } from "./postings.ts";

/**
 * Everything a range of pairs is compared with. Typed arrays in shared memory and plain data, so
 * that it can be posted to workers without a copy.
 */
export interface PreparedComparison extends JudgeOptions {
  readonly packed: PackedRecords;
  readonly postings: Postings;
}

/** Pairs worth keeping as columns, with what was counted on the way. */
export interface ComparedPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly weight: Int32Array;
  readonly verdict: Int32Array;
  readonly rules: Int32Array;
  readonly candidatePairs: number;
  /** Candidates by the family of keys that found them first. */
  readonly pairsByFamily: readonly number[];
}

/** Builds the postings of a table once, before its pairs are compared. */
export function prepareComparison(
  packed: PackedRecords,
  options: JudgeOptions & { readonly recall: Recall },
): PreparedComparison {
  const { model, granularity, recall } = options;
  const postings = buildPostings(blockingKeys(packed, recall), packed.size);
  return { packed, postings, model, granularity };
}

/**
 * Compares the candidate pairs whose later record lies in `[from, to)` and keeps matches and
 * possible ones. Pure: the results of consecutive ranges, joined, are those of the whole range.
 */
export function comparePairsInRange(
  prepared: PreparedComparison,
  from: number,
  to: number,
): ComparedPairs {
  const judge = createJudge(prepared.packed, prepared);
  const kept = createPairColumns();
  const pairsByFamily = prepared.postings.families.map(() => 0);
  let candidatePairs = 0;
  forEachCandidatePair(prepared.postings, from, to, (left, right, family) => {
    candidatePairs += 1;
    pairsByFamily[family] = (pairsByFamily[family] ?? 0) + 1;
    const judgement = judge(left, right);
    if (judgement.verdict !== verdicts.nonMatch) kept.push(left, right, judgement);
  });
  return { ...kept.finish(), candidatePairs, pairsByFamily };
}

/** Joins the results of consecutive ranges. */
export function joinComparedPairs(parts: readonly ComparedPairs[]): ComparedPairs {
  const [first, ...rest] = parts;
  if (first !== undefined && rest.length === 0) return first;
  const families = first?.pairsByFamily ?? [];
  return {
    left: joined(parts.map(({ left }) => left)),
    right: joined(parts.map(({ right }) => right)),
    weight: joined(parts.map(({ weight }) => weight)),
    verdict: joined(parts.map(({ verdict }) => verdict)),
    rules: joined(parts.map(({ rules }) => rules)),
    candidatePairs: sum(parts.map((part) => part.candidatePairs)),
    pairsByFamily: families.map((_, at) => sum(parts.map((part) => part.pairsByFamily[at] ?? 0))),
  };
}

type PairColumns = Omit<ComparedPairs, "candidatePairs" | "pairsByFamily">;

function createPairColumns(): {
  push(left: number, right: number, judgement: Judgement): void;
  finish(): PairColumns;
} {
  const lefts = createGrowingInts();
  const rights = createGrowingInts();
  const weights = createGrowingInts();
  const verdictsOfPairs = createGrowingInts();
  const rulesOfPairs = createGrowingInts();
  return {
    push(left, right, { weight, verdict, rules }) {
      lefts.push(left);
      rights.push(right);
      weights.push(weight);
      verdictsOfPairs.push(verdict);
      rulesOfPairs.push(rules);
    },
    finish: () => ({
      left: lefts.toShared(),
      right: rights.toShared(),
      weight: weights.toShared(),
      verdict: verdictsOfPairs.toShared(),
      rules: rulesOfPairs.toShared(),
    }),
  };
}

function joined(parts: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(sum(parts.map(({ length }) => length)));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
