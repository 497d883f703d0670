import type { Recall } from "../blocking-keys/recall.ts";
import { joinFamilies, type Postings } from "../blocking-keys/join-families.ts";
import type { FamilyPostings } from "../blocking-keys/postings.ts";
import { rowTraits } from "../blocking-keys/row-traits.ts";
import { postFamilies } from "../compare-pairs.ts";
import type { ComparedTable } from "../compared-table.ts";
import { accumulate } from "../growing-array.ts";
import { columnOf, type PackedColumn, type PackedRecords } from "../packed-records.ts";
import { indexPairs } from "./letter-pairs.ts";
import { createNearestTexts } from "./nearest-texts.ts";

/** The references that a query is compared with, each once, ascending. */
export type CandidatesOf = (query: number) => readonly number[];

/**
 * Who shares a key with a query, and whose name has the rarest pairs of letters in common with its
 * name: keys alone miss a name whose brand is mistyped.
 */
export function createCandidates(
  table: ComparedTable,
  firstQuery: number,
  recall: Recall,
): CandidatesOf {
  const { packed, order } = table;
  const families = postFamilies(
    { table, traits: rowTraits(table) },
    { recall, granularity: "branch" },
  );
  const postings = joinFamilies(families, packed.size);
  const rankOf = new Int32Array(packed.size);
  for (let rank = 0; rank < order.length; rank += 1) rankOf[order[rank] ?? 0] = rank;
  const names = columnOf(packed, "name");
  const recordsOf = recordsByName(packed, firstQuery);
  const nearest = createNearestTexts(indexPairs(names.text, recordsOf.names), names.text);
  return (query) => {
    const found = new Set<number>();
    forEachMember(postings, rankOf[query] ?? 0, (rank) => {
      const record = order[rank] ?? 0;
      if (record < firstQuery) found.add(record);
    });
    for (const name of nearest(names.values[query] ?? 0)) {
      for (const record of recordsOf.get(name)) found.add(record);
    }
    return [...found].toSorted((a, b) => a - b);
  };
}

/** Visits the rows that share a group with a row, itself included. */
function forEachMember(
  { families, firstPlaces, ofRows }: Postings,
  rank: number,
  visit: (rank: number) => void,
): void {
  let family = 0;
  const end = ofRows.offsets[rank + 1] ?? 0;
  for (let at = ofRows.offsets[rank] ?? 0; at < end; at += 1) {
    const start = ofRows.starts[at] ?? 0;
    while (start >= (firstPlaces[family + 1] ?? 0)) family += 1;
    const posting = families[family];
    if (posting === undefined) return;
    forEachInGroup(posting, start - (firstPlaces[family] ?? 0), visit);
  }
}

function forEachInGroup(
  { offsets, members, width }: FamilyPostings,
  start: number,
  visit: (rank: number) => void,
): void {
  const end = firstAbove(offsets, start);
  for (let at = start; at < end; at += 1) visit(members[at * width] ?? 0);
}

/** The first of ascending offsets that is larger than a value. */
function firstAbove(offsets: Int32Array, value: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return offsets[low] ?? 0;
}

interface RecordsByName {
  /** Names of references, whole ones and aliases, ascending. */
  readonly names: Int32Array;
  get(name: number): Int32Array;
}

function recordsByName(packed: PackedRecords, firstQuery: number): RecordsByName {
  const names = columnOf(packed, "name");
  const aliases = packed.columns["aliases"];
  const offsets = new Int32Array(names.text.offsets.length + 1);
  const forEachName = (visit: (name: number, record: number) => void): void => {
    for (let record = 0; record < firstQuery; record += 1) {
      for (const name of namesOf(record, names, aliases)) visit(name, record);
    }
  };
  forEachName((name) => {
    offsets[name + 1] = (offsets[name + 1] ?? 0) + 1;
  });
  accumulate(offsets);
  const next = offsets.slice();
  const records = new Int32Array(offsets.at(-1) ?? 0);
  forEachName((name, record) => {
    records[next[name] ?? 0] = record;
    next[name] = (next[name] ?? 0) + 1;
  });
  const used = offsets.map((start, name) => ((offsets[name + 1] ?? start) > start ? name : 0));
  return {
    names: used.filter((name) => name > 0),
    get: (name) => records.subarray(offsets[name], offsets[name + 1]),
  };
}

function namesOf(
  record: number,
  names: PackedColumn,
  aliases: PackedColumn | undefined,
): readonly number[] {
  const own = names.values[record] ?? 0;
  const others = aliases?.values.subarray(aliases.offsets[record], aliases.offsets[record + 1]);
  return [...new Set([own, ...(others ?? [])])].filter((name) => name > 0);
}
