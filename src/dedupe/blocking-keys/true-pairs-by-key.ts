import type { ComparedTable } from "../compared-table.ts";
import type { Granularity } from "../granularity.ts";
import { blockingKeys } from "./entity-keys.ts";
import { sharesKey } from "./key-family.ts";
import type { Recall } from "./recall.ts";

/** What a family of keys is worth: true pairs that share one of its keys, and those that no other family's. */
export interface TruePairsOfKey {
  readonly name: string;
  readonly truePairs: number;
  readonly onlyHere: number;
}

/** A table, and how its candidates were looked for. */
export interface KeyQuestion {
  readonly table: ComparedTable;
  readonly recall: Recall;
  readonly granularity: Granularity;
}

/** How many true pairs were asked, how many share any key at all, and which. */
export interface TruePairsByKey {
  readonly asked: number;
  readonly met: number;
  readonly keys: readonly TruePairsOfKey[];
}

const mostPairs = 5000;

/**
 * Asks true pairs which keys they share, one in so many where there are more than five thousand.
 * A family of keys may be hidden. Caps and places are not asked: what they drop is told by the groups
 * that were too large.
 */
export function truePairsByKey(
  { table, recall, granularity }: KeyQuestion,
  groups: readonly (readonly number[])[],
  hidden?: string,
): TruePairsByKey {
  const rows = table.rows;
  const families = blockingKeys(table, recall, granularity);
  const counts = families.map(({ name }) => ({ name, truePairs: 0, onlyHere: 0 }));
  let [asked, met] = [0, 0];
  for (const [left, right] of sampledPairs(groups)) {
    const [row, other] = [rows[left] ?? 0, rows[right] ?? 0];
    const sharing = counts.filter((_, at) => {
      const family = families[at];
      return family !== undefined && family.name !== hidden && sharesKey(family, row, other);
    });
    asked += 1;
    met += sharing.length > 0 ? 1 : 0;
    for (const each of sharing) {
      each.truePairs += 1;
      each.onlyHere += sharing.length === 1 ? 1 : 0;
    }
  }
  return { asked, met, keys: counts };
}

function* sampledPairs(groups: readonly (readonly number[])[]): Generator<RecordPair> {
  const total = groups.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const oneIn = Math.max(1, Math.ceil(total / mostPairs));
  let number = 0;
  for (const pair of allPairs(groups)) {
    if (number % oneIn === 0) yield pair;
    number += 1;
  }
}

type RecordPair = readonly [left: number, right: number];

function* allPairs(groups: readonly (readonly number[])[]): Generator<RecordPair> {
  for (const group of groups) {
    for (const [at, left] of group.entries()) {
      for (const right of group.slice(at + 1)) yield [left, right];
    }
  }
}
