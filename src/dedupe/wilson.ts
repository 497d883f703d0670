/** A share with its 95% interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const z = 1.959964;

/**
 * `hits` of `total` with the Wilson score interval (1927), which holds for small counts too.
 * No evidence is no share: `estimateShare(0, 0)` -> { value: 0, low: 0, high: 1 }
 */
export function estimateShare(hits: number, total: number): Estimate {
  if (total === 0) return { value: 0, low: 0, high: 1 };
  const share = hits / total;
  const square = (z * z) / total;
  const middle = (share + square / 2) / (1 + square);
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / total + square / (4 * total));
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
