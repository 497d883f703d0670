import { blockingKeys } from "../blocking-keys/entity-keys.ts";
import { joinFamilies, type Postings } from "../blocking-keys/join-families.ts";
import type { KeyFamily } from "../blocking-keys/key-family.ts";
import { buildPostings, type FamilyPostings } from "../blocking-keys/postings.ts";
import type { Recall } from "../blocking-keys/recall.ts";
import { postedTable, type LaidOutTable } from "../compare-pairs.ts";
import type { ComparedTable } from "../compared-table.ts";
import { intAt } from "../element-at.ts";
import { columnOf } from "../packed-records.ts";
import { createNearestTexts } from "./nearest-texts.ts";
import type { NamesOfReferences } from "./names-of-references.ts";

/** What queries are looked up in: plain data in shared memory, laid out once for all threads. */
export interface LookupIndex {
  readonly table: ComparedTable;
  /** References come first: the record of the first query. */
  readonly firstQuery: number;
  readonly names: NamesOfReferences;
  readonly postings: Postings;
}

/** The references that a query is compared with, each once, ascending; good until the next query. */
export type CandidatesOf = (query: number) => Int32Array;

/**
 * Who shares a key with a query, and whose name has the rarest pairs of letters in common with its
 * name: keys alone miss a name whose brand is mistyped.
 */
export function createCandidates({
  table,
  firstQuery,
  names,
  postings,
}: LookupIndex): CandidatesOf {
  const { order, stride } = table;
  const rows = table.rows;
  const { values, text } = columnOf(table.packed, "name");
  const nearest = createNearestTexts(names.pairs, text);
  const found = createFound(firstQuery);
  const addMember = (rank: number): void => found.add(intAt(order, rank));
  return (query) => {
    found.clear();
    forEachMember(postings, intAt(rows, query) / stride, addMember);
    for (const name of nearest(intAt(values, query))) {
      const end = intAt(names.offsets, name + 1);
      for (let at = intAt(names.offsets, name); at < end; at += 1) {
        found.add(intAt(names.records, at));
      }
    }
    return found.ascending();
  };
}

/** References found for one query. */
interface Found {
  clear(): void;
  /** Takes a record that is a reference and not there yet. */
  add(record: number): void;
  ascending(): Int32Array;
}

function createFound(references: number): Found {
  const seenBy = new Int32Array(references);
  const records = new Int32Array(references);
  let [round, count] = [0, 0];
  return {
    clear() {
      round += 1;
      count = 0;
    },
    add(record) {
      if (record >= references || seenBy[record] === round) return;
      seenBy[record] = round;
      records[count] = record;
      count += 1;
    },
    ascending: () => records.subarray(0, count).sort(),
  };
}

/** The groups of all families of keys, or of those at the asked places. */
export function postLookupFamilies(
  laidOut: LaidOutTable,
  recall: Recall,
  asked?: readonly number[],
): FamilyPostings[] {
  const families = blockingKeys(laidOut.table, recall).map(anywhere);
  return buildPostings(families, postedTable(laidOut), "groups", asked);
}

/** The index of the postings of all families, strongest first, and of the names. */
export function joinLookupIndex(
  { table }: LaidOutTable,
  firstQuery: number,
  names: NamesOfReferences,
  families: readonly FamilyPostings[],
): LookupIndex {
  const postings = joinFamilies(families, table.packed.size, "groups");
  return { table, firstQuery, names, postings };
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
    const last = intAt(groups, group + 2);
    for (let place = intAt(groups, group); place < last; place += 1) visit(intAt(members, place));
  }
}

const noPostings = { groups: new Int32Array(0), members: new Int32Array(0) };
