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
