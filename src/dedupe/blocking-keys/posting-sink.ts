import { createGrowingInts, type GrowingInts } from "../growing-array.ts";
import type { KeyFamily } from "./key-family.ts";
import type { RowTraits } from "./row-traits.ts";

/** A table as the postings see it. */
export interface PostedTable {
  readonly size: number;
  readonly stride: number;
  readonly traits: RowTraits;
}

/** A part of an array of ranks: rows behind one key. */
export interface RankRange {
  readonly ranks: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Where the pairs and groups of one family are collected. */
export interface PostingSink {
  readonly family: KeyFamily;
  readonly table: PostedTable;
  readonly pairs: GrowingInts;
  readonly groups: GrowingInts;
  readonly members: GrowingInts;
}

/** An empty sink for a family of keys. */
export function createSink(family: KeyFamily, table: PostedTable): PostingSink {
  const create = createGrowingInts;
  return { family, table, pairs: create(), groups: create(), members: create() };
}
