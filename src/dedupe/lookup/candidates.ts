import type { Recall } from "../blocking-keys/recall.ts";
import { joinFamilies, type Postings } from "../blocking-keys/join-families.ts";
import { rowTraits } from "../blocking-keys/row-traits.ts";
import { buildFamilyPostings } from "../blocking-keys/postings.ts";
import { blockingKeys } from "../blocking-keys/entity-keys.ts";
import type { KeyFamily } from "../blocking-keys/key-family.ts";
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
  const posted = { size: packed.size, stride: table.stride, traits: rowTraits(table, packed.size) };
  const families = blockingKeys(table, recall).map((family) =>
    buildFamilyPostings(anywhere(family), posted, "groups"),
  );
  const postings = joinFamilies(families, packed.size, "groups");
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

/** A list of names seldom tells places: rows may meet wherever they sit, in groups as large as cities would make. */
function anywhere(family: KeyFamily): KeyFamily {
  return family.needsLetters
    ? { ...family, needsPlace: false, cap: family.cap * 6 }
    : { ...family, needsPlace: false };
}

/** Visits the rows that share a group with a row, itself included. */
function forEachMember(
  { families, ofRows }: Postings,
  rank: number,
  visit: (rank: number) => void,
): void {
  const end = ofRows.offsets[rank + 1] ?? 0;
  for (let at = ofRows.offsets[rank] ?? 0; at < end; at += 1) {
    const { groups, members } = families[ofRows.families[at] ?? 0] ?? noPostings;
    const group = ((ofRows.codes[at] ?? 0) >> 2) * 3;
    for (const member of members.subarray(groups[group], groups[group + 2])) visit(member);
  }
}

const noPostings = { groups: new Int32Array(0), members: new Int32Array(0) };

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
