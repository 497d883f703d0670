import type { ClusteredRecords } from "./cluster/weak-bridges.ts";
import type { ComparedPairs } from "./compare-pairs.ts";
import type { DecidedPair } from "./decided-pairs.ts";
import type { PlacedPair } from "./describe-pairs.ts";
import { intAt } from "./element-at.ts";
import { verdicts } from "./judge-pair.ts";

/** What became of the records of compared pairs. */
export interface Resolution extends ClusteredRecords {
  readonly bridges: ReadonlySet<number>;
}

/**
 * The pairs that are matches or questions in the end: numbers, for a million records have hundreds
 * of thousands of them, of which few are ever described.
 */
export interface FinalPairs {
  /** In the order of their records. */
  readonly compared: ComparedPairs;
  readonly resolution: Resolution;
  /** Places among the compared pairs. */
  readonly places: Int32Array;
  /** What people joined. */
  readonly joined: readonly DecidedPair[];
}

/** Picks the pairs, sorted by their records, that count when clusters stand; those that people decided are no questions. */
export function finalPairs(compared: ComparedPairs, resolution: Resolution): FinalPairs {
  const { roots, decided } = resolution;
  const isDecided = new Set(decided.map(({ left, right }) => pairKey(left, right)));
  const isApart = clustersApart(decided, roots);
  const isSettled = (left: number, right: number): boolean =>
    (isDecided.size > 0 && isDecided.has(pairKey(left, right))) ||
    (isApart.size > 0 && isApart.has(rootsKey(roots, left, right)));
  const places = new Int32Array(compared.left.length);
  let count = 0;
  for (let at = 0; at < places.length; at += 1) {
    const left = intAt(compared.left, at);
    const right = intAt(compared.right, at);
    // A contested pair may have lost what made it worth a question.
    const isOpen = intAt(compared.verdict, at) !== verdicts.nonMatch;
    if (!(isOpen || roots[left] === roots[right]) || isSettled(left, right)) continue;
    places[count] = at;
    count += 1;
  }
  const joined = decided.filter(({ same }) => same);
  return { compared, resolution, places: places.subarray(0, count), joined };
}

/** The pairs one by one, sorted by left, then right. */
export function listFinalPairs({ compared, resolution, places, joined }: FinalPairs): PlacedPair[] {
  const { roots, bridges } = resolution;
  const placed: PlacedPair[] = Array.from(places, (at) => {
    const left = intAt(compared.left, at);
    const right = intAt(compared.right, at);
    const isTogether = roots[left] === roots[right];
    const weight = intAt(compared.weight, at);
    const verdict = intAt(compared.verdict, at);
    return {
      left,
      right,
      isTogether,
      isDecided: false,
      isBridge: bridges.has(at),
      weight,
      verdict,
    };
  });
  const byPeople = { isDecided: true, isBridge: false, weight: undefined, verdict: undefined };
  for (const { left, right } of joined) {
    placed.push({ left, right, isTogether: roots[left] === roots[right], ...byPeople });
  }
  // What people decided came last.
  if (joined.length > 0) placed.sort((a, b) => a.left - b.left || a.right - b.right);
  return placed;
}

/** How many of the pairs are matches, and how many only possible. */
export function countVerdicts({ compared, resolution, places, joined }: FinalPairs): {
  readonly matches: number;
  readonly possible: number;
} {
  const { roots } = resolution;
  let matches = joined.filter(({ left, right }) => roots[left] === roots[right]).length;
  for (let index = 0; index < places.length; index += 1) {
    const at = intAt(places, index);
    if (roots[intAt(compared.left, at)] === roots[intAt(compared.right, at)]) matches += 1;
  }
  return { matches, possible: places.length + joined.length - matches };
}

/** What people are asked of clusters. */
export interface OpenQuestions {
  /** 1 for the root of a cluster that somebody must look at before it is final. */
  readonly pending: Uint8Array;
  readonly questions: number;
}

/** Clusters with a possible pair to another one or a weak bridge, and how many pairs of clusters the former make. */
export function openQuestions(final: FinalPairs): OpenQuestions {
  const { compared, resolution, places, joined } = final;
  const { roots, bridges } = resolution;
  const pending = new Uint8Array(roots.length);
  const questions = new Set<string>();
  const ask = (left: number, right: number): void => {
    const root = intAt(roots, left);
    const other = intAt(roots, right);
    if (root === other) return;
    pending[root] = 1;
    pending[other] = 1;
    questions.add(rootsKey(roots, left, right));
  };
  for (let index = 0; index < places.length; index += 1) {
    const at = intAt(places, index);
    const left = intAt(compared.left, at);
    if (bridges.has(at)) pending[intAt(roots, left)] = 1;
    ask(left, intAt(compared.right, at));
  }
  for (const { left, right } of joined) ask(left, right);
  return { pending, questions: questions.size };
}

/** Clusters that a person told apart by any of their records: their other pairs are settled too. */
function clustersApart(decided: readonly DecidedPair[], roots: Int32Array): ReadonlySet<string> {
  const apart = decided.filter(({ same }) => !same);
  return new Set(apart.map(({ left, right }) => rootsKey(roots, left, right)));
}

function rootsKey(roots: Int32Array, left: number, right: number): string {
  const root = intAt(roots, left);
  const other = intAt(roots, right);
  return root < other ? pairKey(root, other) : pairKey(other, root);
}

function pairKey(left: number, right: number): string {
  return `${left} ${right}`;
}
