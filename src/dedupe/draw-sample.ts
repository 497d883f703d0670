import type { MatchedPair } from "../model/golden.ts";
import { byCodePoint } from "../text/code-point.ts";
import { textHash } from "../text/text-hash.ts";

/** A pair that a person is asked about, and how many pairs of its kind it stands for. */
export interface SampledPair {
  readonly pair: MatchedPair;
  readonly standsFor: number;
  /** Which kind it was drawn from, and how many pairs of the kind there are. */
  readonly stratum: { readonly name: string; readonly pairs: number };
}

/** Up to these weights in milli-bits matches are strata of their own; possible pairs are one. */
const matchBands = [5000, 10_000, Number.POSITIVE_INFINITY];

interface Stratum {
  readonly name: string;
  size: number;
  /** Those with the smallest hashes so far. */
  kept: { readonly pair: MatchedPair; readonly hash: number }[];
}

/**
 * About `count` pairs by strata, as many of each as there are: possible pairs, and matches that
 * are light, middling and heavy. Which ones depends on the pairs alone, not on their order.
 */
export function drawSample(pairs: Iterable<MatchedPair>, count: number): SampledPair[] {
  const strata = new Map<number, Stratum>();
  for (const pair of pairs) {
    const at = stratumOf(pair);
    const stratum = strata.get(at) ?? { name: nameOf(at), size: 0, kept: [] };
    strata.set(at, stratum);
    stratum.size += 1;
    stratum.kept.push({ pair, hash: textHash(`${pair.left}\n${pair.right}`) });
    if (stratum.kept.length > 2 * count) stratum.kept = smallest(stratum.kept, count);
  }
  return sharesOf([...strata.values()], count)
    .flatMap(({ name, size, kept }) => {
      const stratum = { name, pairs: size };
      return kept.map(({ pair }) => ({ pair, standsFor: size / kept.length, stratum }));
    })
    .sort(
      (a, b) => byCodePoint(a.pair.left, b.pair.left) || byCodePoint(a.pair.right, b.pair.right),
    );
}

function stratumOf({ verdict, weightMilliBits }: MatchedPair): number {
  return verdict === "possible" ? -1 : matchBands.findIndex((limit) => weightMilliBits < limit);
}

/** `nameOf(-1)` -> "possible", `nameOf(1)` -> "match 2" */
function nameOf(at: number): string {
  return at < 0 ? "possible" : `match ${at + 1}`;
}

/** Equal shares; what a small stratum does not need goes to the larger ones. */
function sharesOf(strata: readonly Stratum[], count: number): Stratum[] {
  let left = count;
  const bySize = strata.toSorted((a, b) => a.size - b.size);
  return bySize.map((stratum, at) => {
    const share = Math.min(stratum.size, Math.ceil(left / (bySize.length - at)));
    left -= share;
    return { ...stratum, kept: smallest(stratum.kept, share) };
  });
}

function smallest(kept: Stratum["kept"], count: number): Stratum["kept"] {
  return kept
    .toSorted((a, b) => a.hash - b.hash || byCodePoint(a.pair.left, b.pair.left))
    .slice(0, count);
}
