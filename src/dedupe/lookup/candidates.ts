import { blockingKeys, type Recall } from "../blocking-keys.ts";
import { accumulate } from "../growing-array.ts";
import { columnOf, type PackedColumn, type PackedRecords } from "../packed-records.ts";
import { buildPostings, type Postings } from "../postings.ts";
import { indexPairs } from "./letter-pairs.ts";
import { createNearestTexts } from "./nearest-texts.ts";

/** The references that a query is compared with, each once, ascending. */
export type CandidatesOf = (query: number) => readonly number[];

/**
 * Who shares a key with a query, and whose name has the rarest pairs of letters in common with its
 * name: keys alone miss a name whose brand is mistyped.
 */
export function createCandidates(
  packed: PackedRecords,
  firstQuery: number,
  recall: Recall,
): CandidatesOf {
  const postings = buildPostings(blockingKeys(packed, recall), packed.size);
  const names = columnOf(packed, "name");
  const recordsOf = recordsByName(packed, firstQuery);
  const nearest = createNearestTexts(indexPairs(names.text, recordsOf.names), names.text);
  return (query) => {
    const found = new Set<number>();
    forEachEarlier(postings, query, (record) => {
      if (record < firstQuery) found.add(record);
    });
    for (const name of nearest(names.values[query] ?? 0)) {
      for (const record of recordsOf.get(name)) found.add(record);
    }
    return [...found].toSorted((a, b) => a - b);
  };
}

function forEachEarlier(
  { recordOffsets, recordGroups, groupOffsets, members }: Postings,
  query: number,
  visit: (record: number) => void,
): void {
  for (const group of recordGroups.subarray(recordOffsets[query], recordOffsets[query + 1])) {
    for (const member of members.subarray(groupOffsets[group], groupOffsets[group + 1])) {
      if (member >= query) break;
      visit(member);
    }
  }
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
