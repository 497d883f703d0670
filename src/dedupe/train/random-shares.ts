import type { ComparedTable } from "../compared-table.ts";
import { levelOf } from "../comparisons/comparison.ts";
import { entityComparisons } from "../comparisons/entity-comparisons.ts";
import { bindComparisons } from "../judge-pair.ts";
import { mix } from "../mix.ts";

const mostPairs = 200_000;

/**
 * How often strangers stand at each level of each comparison, among those that can be compared: over
 * random pairs, drawn by a hash of the records' places among all ids, so that the same table gives
 * the same shares whatever order or machine.
 */
export function randomShares(table: ComparedTable): number[][] {
  const { packed, stride, order } = table;
  const comparisons = entityComparisons(packed);
  const compare = bindComparisons(table);
  const codes = new Int32Array(comparisons.length);
  const counts = comparisons.map(({ levels }) => levels.map(() => 0));
  const pairs = packed.size < 2 ? 0 : Math.min(mostPairs, packed.size * 50);
  for (let pair = 0; pair < pairs; pair += 1) {
    const left = (mix(11, pair) >>> 0) % order.length;
    const right = (mix(13, pair) >>> 0) % order.length;
    if (left === right) continue;
    const [first, second] = [Math.min(left, right) * stride, Math.max(left, right) * stride];
    for (let at = 0; at < compare.length; at += 1) {
      const code = compare[at]?.(first, second, codes) ?? 0;
      codes[at] = code;
      const levels = counts[at];
      if (levels !== undefined) levels[levelOf(code)] = (levels[levelOf(code)] ?? 0) + 1;
    }
  }
  return counts.map(toShares);
}

/** Shares among the pairs that have values, with half a pair more at each level (Jeffreys). */
function toShares(counts: readonly number[]): number[] {
  const compared = counts.slice(1).reduce((sum, count) => sum + count, 0);
  return counts.map((count, level) =>
    level === 0 ? 0 : (count + 0.5) / (compared + 0.5 * counts.length),
  );
}
