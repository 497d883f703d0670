import { matchPerMille } from "../cluster/match-probability.ts";
import type { CalibrationStep } from "../match-model.ts";
import type { WeighedLabel } from "./labelled-pairs.ts";

/** Fewer pairs than this say less about weights than the weights themselves. */
const fewestPairs = 200;
/** Pairs that what a weight stands for by itself counts for, in each step. */
const priorPairs = 20;
const stepMilliBits = 1000;
const lowest = -2000;
const highest = 12_000;

/**
 * What share of pairs of a weight are one: steps of a bit, each drawn towards the odds that the
 * weight says, and made to rise by pooling neighbours that do not (isotonic regression, Ayer et al.
 * 1955). Undefined where there are too few pairs. `[{ fromMilliBits: 3000, perMille: 971 } ...]`
 */
export function fitCalibration(
  labelled: readonly WeighedLabel[],
): readonly CalibrationStep[] | undefined {
  const chosenBy = labelled.filter(({ isHeldOut }) => !isHeldOut);
  if (chosenBy.length < fewestPairs) return undefined;
  const steps = poolBlocks(countBlocks(chosenBy)).map(({ from, right, pairs }) => ({
    fromMilliBits: from,
    perMille: Math.min(999, Math.round((1000 * right) / pairs)),
  }));
  return steps.filter(({ perMille }, at) => perMille !== steps[at - 1]?.perMille);
}

interface Block {
  readonly from: number;
  readonly right: number;
  readonly pairs: number;
}

function countBlocks(labelled: readonly WeighedLabel[]): Block[] {
  const steps = (highest - lowest) / stepMilliBits + 1;
  const counts = Array.from({ length: steps }, (_, at) => {
    const from = lowest + at * stepMilliBits;
    const prior = matchPerMille(from + stepMilliBits / 2) / 1000;
    return { from, right: priorPairs * prior, pairs: priorPairs };
  });
  for (const { weight, isSame } of labelled) {
    const at = Math.floor((weight - lowest) / stepMilliBits);
    const block = counts[Math.min(Math.max(at, 0), steps - 1)];
    if (block === undefined) continue;
    block.pairs += 1;
    block.right += isSame ? 1 : 0;
  }
  return counts;
}

/** Pools neighbours until the shares rise, cross-multiplied. */
function poolBlocks(blocks: readonly Block[]): Block[] {
  const pooled: Block[] = [];
  for (const block of blocks) {
    let next = block;
    for (
      let last = pooled.at(-1);
      last !== undefined && isFalling(last, next);
      last = pooled.at(-1)
    ) {
      pooled.pop();
      next = { from: last.from, right: last.right + next.right, pairs: last.pairs + next.pairs };
    }
    pooled.push(next);
  }
  return pooled;
}

function isFalling(left: Block, right: Block): boolean {
  return left.right * right.pairs >= right.right * left.pairs;
}

/**
 * How far the probabilities of a model are from what pairs turn out to be: the mean difference over
 * tenths of probability, weighted by their pairs (expected calibration error), in thousandths.
 */
export function calibrationError(
  labelled: readonly WeighedLabel[],
  perMilleOf: (weight: number) => number,
): number {
  const bins = Array.from({ length: 10 }, () => ({ pairs: 0, expected: 0, right: 0 }));
  for (const { weight, isSame } of labelled) {
    const perMille = perMilleOf(weight);
    const bin = bins[Math.min(9, Math.floor(perMille / 100))];
    if (bin === undefined) continue;
    bin.pairs += 1;
    bin.expected += perMille;
    bin.right += isSame ? 1000 : 0;
  }
  const off = bins.reduce((sum, { expected, right }) => sum + Math.abs(expected - right), 0);
  return labelled.length === 0 ? 0 : Math.round(off / labelled.length);
}
