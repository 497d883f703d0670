import { estimateShare, type Estimate } from "../wilson.ts";
import type { ThresholdChoice, ThresholdOutcome } from "../labelled-evidence.ts";
import type { WeighedLabel } from "./labelled-pairs.ts";

/** What the match threshold is to reach. */
export interface PrecisionTarget {
  /** Least share of automatic matches that are right. */
  readonly precision: number;
  /** Whether somebody asked for it: else the given threshold stands until labels speak against it. */
  readonly isAsked: boolean;
}

/** The precision that the shipped threshold is held to where nobody asked for one. */
export const usualTarget: PrecisionTarget = { precision: 0.99, isAsked: false };

/** Thresholds in milli-bits: what was given, and the least one there may be. */
export interface GivenThresholds {
  readonly match: number;
  readonly possible: number;
}

/** Fewer labels than this say nothing of a threshold that they do not speak against. */
export const fewestToTell = 200;

/** A threshold that leaves more than one right pair in so many to people is not taken unasked. */
const dearestOneIn = 50;

/** Thresholds are tried in tenths of a bit. */
const step = 100;

/**
 * Chooses the match threshold for a precision, on one half of the labels: the least weight from
 * which on the lower end of the 95% interval (Wilson 1927) reaches the target. Without being asked
 * it moves upwards only, where the upper end at the given threshold falls short, and at a small
 * price in right pairs: a shipped threshold is not given up for want of labels.
 */
export function chooseThreshold(
  labelled: readonly WeighedLabel[],
  given: GivenThresholds,
  { precision: target, isAsked }: PrecisionTarget,
): ThresholdChoice {
  const chosenBy = sharesByThreshold(labelled.filter(({ isHeldOut }) => !isHeldOut));
  const checkedOn = sharesByThreshold(labelled.filter(({ isHeldOut }) => isHeldOut));
  const needed = 2 * fewestToProve(target);
  const choice = (outcome: ThresholdOutcome, matchMilliBits: number): ThresholdChoice => ({
    outcome,
    target,
    isAsked,
    givenMilliBits: given.match,
    matchMilliBits,
    labels: labelled.length,
    needed,
    precision: checkedOn.from(matchMilliBits),
  });
  const isRefuted = chosenBy.from(given.match).high < target;
  if (!isAsked && !isRefuted) {
    return choice(labelled.length < fewestToTell ? "too-few" : "kept", given.match);
  }
  const proven = leastProven(chosenBy, isAsked ? given.possible : given.match, target);
  if (proven === undefined) {
    return choice(labelled.length < needed ? "too-few" : "nowhere", given.match);
  }
  const [wanted, left] = [chosenBy.rightFrom(given.match), chosenBy.rightFrom(proven)];
  if (!isAsked && (wanted - left) * dearestOneIn > wanted) {
    const lost = estimateShare(wanted - left, wanted).value;
    return { ...choice("too-dear", given.match), price: { milliBits: proven, lost } };
  }
  return choice(proven === given.match ? "kept" : "moved", proven);
}

function leastProven(shares: SharesByThreshold, least: number, target: number): number | undefined {
  for (let weight = least; weight <= shares.heaviest; weight += step) {
    if (shares.from(weight).low >= target) return weight;
  }
  return undefined;
}

/** So many pairs, all of them right, prove a precision: `fewestToProve(0.99)` -> 381 */
function fewestToProve(target: number): number {
  let pairs = 1;
  while (estimateShare(pairs, pairs).low < target) pairs += 1;
  return pairs;
}

interface SharesByThreshold {
  /** The share of right pairs among those of at least this weight. */
  from(weight: number): Estimate;
  rightFrom(weight: number): number;
  readonly heaviest: number;
}

function sharesByThreshold(labelled: readonly WeighedLabel[]): SharesByThreshold {
  const heaviestFirst = labelled.toSorted((a, b) => b.weight - a.weight);
  const right = [0];
  for (const { isSame } of heaviestFirst) right.push((right.at(-1) ?? 0) + (isSame ? 1 : 0));
  const countFrom = (weight: number): number => {
    let [low, high] = [0, heaviestFirst.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((heaviestFirst[middle]?.weight ?? 0) >= weight) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const rightFrom = (weight: number): number => right[countFrom(weight)] ?? 0;
  return {
    heaviest: heaviestFirst[0]?.weight ?? Number.NEGATIVE_INFINITY,
    rightFrom,
    from: (weight) => estimateShare(rightFrom(weight), countFrom(weight)),
  };
}
