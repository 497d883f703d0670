import type { MatchModel } from "../match-model.ts";

// 1000 / (1 + 2^-w) for w = -10, -9.5 ... 10 bits, rounded once and for all: no engine needs a float.
const perMilleByHalfBit = [
  1, 1, 2, 3, 4, 6, 8, 11, 15, 22, 30, 42, 59, 81, 111, 150, 200, 261, 333, 414, 500, 586, 667, 739,
  800, 850, 889, 919, 941, 958, 970, 978, 985, 989, 992, 994, 996, 997, 998, 999, 999,
];

/** The probability in thousandths that a weight in milli-bits stands for: `matchPerMille(0)` -> 500 */
export function matchPerMille(milliBits: number): number {
  const halfBit = Math.floor(milliBits / 500) + 20;
  const at = Math.min(Math.max(halfBit, 0), perMilleByHalfBit.length - 1);
  return perMilleByHalfBit[at] ?? 0;
}

/**
 * The probability in thousandths that a pair of a weight is one, as labels told it where they could
 * (`train/fit-calibration.ts`); below its steps, and without any, it is what the weight stands for.
 */
export function probabilityPerMille(
  { calibration = [] }: Pick<MatchModel, "calibration">,
  milliBits: number,
): number {
  const [lowest] = calibration;
  const step = calibration.findLast(({ fromMilliBits }) => milliBits >= fromMilliBits);
  if (step !== undefined) return step.perMille;
  return Math.min(matchPerMille(milliBits), lowest?.perMille ?? 999);
}
