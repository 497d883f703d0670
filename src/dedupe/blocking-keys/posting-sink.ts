import type { GrowingInts } from "../growing-array.ts";
import type { KeyFamily } from "./key-family.ts";
import type { RowTraits } from "./row-traits.ts";

/** A table as the postings see it. */
export interface PostedTable {
  readonly size: number;
  readonly stride: number;
  readonly traits: RowTraits;
}

/** 1 for the open rows of a family, by rank; undefined where all are. */
export type OpenRows = Uint8Array | undefined;

/** Where the pairs and groups of one family are collected. */
export interface PostingSink {
  readonly family: KeyFamily;
  readonly table: PostedTable;
  readonly open: OpenRows;
  /** The rows behind all keys; those behind one of them are told by where they start and end. */
  readonly ranks: Int32Array;
  readonly pairs: GrowingInts;
  readonly groups: GrowingInts;
  readonly members: GrowingInts;
}

/** Asked once a row: a byte is found faster than a function that is another one in each family. */
export function openRows({ isOpen }: KeyFamily, { size, stride }: PostedTable): OpenRows {
  if (isOpen === undefined) return undefined;
  const open = new Uint8Array(size);
  for (let rank = 0; rank < size; rank += 1) open[rank] = isOpen(rank * stride) ? 1 : 0;
  return open;
}
