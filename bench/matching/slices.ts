import { kinships, noiseNames, type Labels } from "./dataset.ts";

/** What happened to some of the pairs. */
export interface Slice {
  readonly name: string;
  readonly pairs: number;
  /** Share that ended in one cluster. */
  readonly together: number;
}

/** True pairs by the kind of noise that one of their records has at least: `together` is recall. */
export function noiseSlices(roots: Int32Array, labels: Labels): Slice[] {
  const counts = noiseNames.map(() => ({ pairs: 0, together: 0 }));
  forEachPairWithin(labels.company, (left, right) => {
    const noise = (labels.noise[left] ?? 0) | (labels.noise[right] ?? 0);
    for (const [at, count] of counts.entries()) {
      if ((noise & (1 << at)) !== 0) addPair(count, roots[left] === roots[right]);
    }
  });
  return noiseNames.map((name, at) => toSlice(name, counts[at]));
}

/** Pairs of records of two companies of one family by kinship: `together` is what went wrong. */
export function kinSlices(roots: Int32Array, labels: Labels): Slice[] {
  const counts = kinships.map(() => ({ pairs: 0, together: 0 }));
  forEachPairWithin(labels.family, (left, right) => {
    const count = counts[labels.kinship[left] ?? 0];
    if (count === undefined || labels.company[left] === labels.company[right]) return;
    addPair(count, roots[left] === roots[right]);
  });
  return kinships.slice(1).map((name, at) => toSlice(name, counts[at + 1]));
}

interface Count {
  pairs: number;
  together: number;
}

function addPair(count: Count, isTogether: boolean): void {
  count.pairs += 1;
  if (isTogether) count.together += 1;
}

function toSlice(name: string, { pairs, together }: Count = { pairs: 0, together: 0 }): Slice {
  return { name, pairs, together: pairs === 0 ? 0 : together / pairs };
}

/** Visits every pair of records with the same id; companies and families have a handful each. */
function forEachPairWithin(ids: Int32Array, visit: (left: number, right: number) => void): void {
  const order = Int32Array.from(ids, (_, record) => record).sort(
    (a, b) => (ids[a] ?? 0) - (ids[b] ?? 0) || a - b,
  );
  for (let start = 0; start < order.length;) {
    const id = ids[order[start] ?? 0];
    let end = start + 1;
    while (end < order.length && ids[order[end] ?? 0] === id) end += 1;
    for (let at = start; at < end; at += 1) {
      for (let other = at + 1; other < end; other += 1) visit(order[at] ?? 0, order[other] ?? 0);
    }
    start = end;
  }
}
