import { intAt } from "./element-at.ts";
import type { PackedRecords } from "./packed-records.ts";

/**
 * A packed table laid out for comparing: one row of integers a record, so that a pair touches two
 * places in memory, in an order that puts likely pairs side by side. Everything is in shared memory.
 *
 * A cell holds an id or number of a `one` column (0 = missing). For a `set` column: 0 = empty, the
 * id where there is one, and `~at` where there are more: `lists[at]` is their count, the ids follow.
 */
export interface ComparedTable {
  readonly packed: PackedRecords;
  /** Row -> record. A row is told by where it starts in `cells`: its rank times `stride`. */
  readonly order: Int32Array;
  /** Record -> where its row starts. */
  readonly rows: Int32Array;
  readonly stride: number;
  readonly slots: Readonly<Record<string, number>>;
  readonly cells: Int32Array;
  readonly lists: Int32Array;
  /** Quarter bits by which each id of a column narrows the table down; none for plain numbers. */
  readonly rarities: Readonly<Record<string, Uint8Array>>;
}

/** The slot of a column; asking for one that the entity does not have is a bug of the caller. */
export function slotOf({ slots }: ComparedTable, column: string): number {
  const slot = slots[column];
  if (slot === undefined) throw new Error(`No column ${column} in the compared table`);
  return slot;
}

/** The two slots, side by side, that hold the letters of a column's text as 64 bits. */
export function letterSlots(column: string): { readonly low: string; readonly high: string } {
  return { low: `letters.${column}.low`, high: `letters.${column}.high` };
}

/** The slot with the letters of the brand, folded to 32 bits: brands are short. */
export const brandLetterSlot = "letters.brand";

/** Visits the ids in a cell of a `set` column, or the one id of a `one` column. */
export function forEachId(lists: Int32Array, cell: number, visit: (id: number) => void): void {
  if (cell > 0) visit(cell);
  if (cell >= 0) return;
  const start = ~cell;
  const end = start + intAt(lists, start);
  for (let at = start + 1; at <= end; at += 1) visit(intAt(lists, at));
}

/** Whether a cell of a `set` column holds an id. */
export function holdsId(lists: Int32Array, cell: number, id: number): boolean {
  if (cell >= 0) return cell === id && id !== 0;
  const start = ~cell;
  const end = start + intAt(lists, start);
  for (let at = start + 1; at <= end; at += 1) if (lists[at] === id) return true;
  return false;
}

/** How many ids a cell of a `set` column holds. */
export function countOfIds(lists: Int32Array, cell: number): number {
  if (cell >= 0) return cell === 0 ? 0 : 1;
  return intAt(lists, ~cell);
}
