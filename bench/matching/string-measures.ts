import type { PackedRecords } from "../../src/dedupe/packed-records.ts";
import { columnOf } from "../../src/dedupe/packed-records.ts";
import { createTextDistance } from "../../src/dedupe/text-distance.ts";
import { textAt } from "../../src/dedupe/text-pool.ts";

/** How alike two names are as whole strings, 0 to 1. */
export type StringMeasure = (left: number, right: number) => number;

/** The string measures that people reach for first, on the folded names of a table. */
export function stringMeasures(packed: PackedRecords): Readonly<Record<string, StringMeasure>> {
  const { values, text } = columnOf(packed, "name");
  const distance = createTextDistance(text);
  const nameOf = (record: number): string => textAt(text, values[record] ?? 0);
  return {
    levenshtein(left, right) {
      const [name, other] = [values[left] ?? 0, values[right] ?? 0];
      const longer = Math.max(nameOf(left).length, nameOf(right).length);
      return longer === 0 ? 0 : 1 - distance(name, other, 254) / longer;
    },
    "bigram dice": (left, right) => dice(nameOf(left), nameOf(right)),
    "jaro-winkler": (left, right) => jaroWinkler(nameOf(left), nameOf(right)),
  };
}

function dice(left: string, right: string): number {
  if (left === right) return 1;
  const grams = gramsOf(left);
  const others = gramsOf(right);
  const shared = [...grams].filter((gram) => others.has(gram)).length;
  return (2 * shared) / Math.max(1, grams.size + others.size);
}

function gramsOf(text: string): Set<string> {
  return new Set(
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)),
  );
}

/** Winkler (1990): Jaro's share of letters in common and in order, raised for a common beginning. */
function jaroWinkler(left: string, right: string): number {
  const similarity = jaro(left, right);
  let prefix = 0;
  while (prefix < 4 && left[prefix] !== undefined && left[prefix] === right[prefix]) prefix += 1;
  return similarity + prefix * 0.1 * (1 - similarity);
}

function jaro(left: string, right: string): number {
  if (left === right) return 1;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Set<number>();
  const common = [...left].filter((letter, at) => {
    for (let other = Math.max(0, at - reach); other <= at + reach; other += 1) {
      if (right[other] !== letter || taken.has(other)) continue;
      taken.add(other);
      return true;
    }
    return false;
  });
  if (common.length === 0) return 0;
  const others = [...taken].sort((a, b) => a - b).map((at) => right[at]);
  const moved = common.filter((letter, at) => letter !== others[at]).length / 2;
  const count = common.length;
  return (count / left.length + count / right.length + (count - moved) / count) / 3;
}
