import { intAt } from "./element-at.ts";
import { createGrowingInts, sharedInts, type GrowingInts } from "./growing-array.ts";
import { letterSignatures } from "./letter-signature.ts";
import { columnOf, type PackedColumn, type PackedRecords } from "./packed-records.ts";
import { tableRarities } from "./rarities/table-rarities.ts";
import { localOrder } from "./record-order.ts";

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
  readonly stride: number;
  readonly slots: Readonly<Record<string, number>>;
  readonly cells: Int32Array;
  readonly lists: Int32Array;
  /** Quarter bits by which each id of a column narrows the table down; none for plain numbers. */
  readonly rarities: Readonly<Record<string, Uint8Array>>;
}

/** Columns whose letters stand in the rows too, so that most unlike texts are never read. */
const letteredColumns: Readonly<Record<string, readonly string[]>> = { customer: ["name", "core"] };

/** The two slots, side by side, that hold the letters of a column's text as 64 bits. */
export function letterSlots(column: string): { readonly low: string; readonly high: string } {
  return { low: `letters.${column}.low`, high: `letters.${column}.high` };
}

/** Lays a packed table out. */
export function layOut(packed: PackedRecords): ComparedTable {
  const order = localOrder(packed);
  const names = Object.keys(packed.columns);
  const lettered = letteredColumns[packed.entity] ?? [];
  const stride = Math.max(1, names.length + 2 * lettered.length);
  const cells = sharedInts(packed.size * stride);
  const lists = createGrowingInts();
  for (const [slot, name] of names.entries()) {
    const column = columnOf(packed, name);
    if (column.kind === "one") layOutValues(column, order, cells.subarray(slot), stride);
    else layOutSets(column, order, { cells: cells.subarray(slot), stride, lists });
  }
  for (const [at, name] of lettered.entries()) {
    layOutLetters(columnOf(packed, name), order, cells.subarray(names.length + 2 * at), stride);
  }
  const slots = [
    ...names,
    ...lettered.flatMap((name) => [letterSlots(name).low, letterSlots(name).high]),
  ];
  return {
    packed,
    order,
    stride,
    slots: Object.fromEntries(slots.map((name, slot) => [name, slot])),
    cells,
    lists: lists.toShared(),
    rarities: tableRarities(packed),
  };
}

/** The slot of a column; asking for one that the entity does not have is a bug of the caller. */
export function slotOf({ slots }: ComparedTable, column: string): number {
  const slot = slots[column];
  if (slot === undefined) throw new Error(`No column ${column} in the compared table`);
  return slot;
}

/** Record -> where its row starts. */
export function rowsOfRecords({ order, stride }: ComparedTable): Int32Array {
  const rows = new Int32Array(order.length);
  for (let rank = 0; rank < order.length; rank += 1) rows[intAt(order, rank)] = rank * stride;
  return rows;
}

function layOutValues(
  { values }: PackedColumn,
  order: Int32Array,
  cells: Int32Array,
  stride: number,
): void {
  for (let rank = 0; rank < order.length; rank += 1) {
    cells[rank * stride] = intAt(values, intAt(order, rank));
  }
}

function layOutLetters(
  { values, text }: PackedColumn,
  order: Int32Array,
  cells: Int32Array,
  stride: number,
): void {
  const { low, high } = letterSignatures(text);
  for (let rank = 0; rank < order.length; rank += 1) {
    const id = intAt(values, intAt(order, rank));
    cells[rank * stride] = intAt(low, id);
    cells[rank * stride + 1] = intAt(high, id);
  }
}

interface SetLayout {
  readonly cells: Int32Array;
  readonly stride: number;
  readonly lists: GrowingInts;
}

function layOutSets(
  { offsets, values }: PackedColumn,
  order: Int32Array,
  { cells, stride, lists }: SetLayout,
): void {
  for (let rank = 0; rank < order.length; rank += 1) {
    const record = intAt(order, rank);
    const start = intAt(offsets, record);
    const count = intAt(offsets, record + 1) - start;
    if (count === 0) continue;
    if (count === 1) cells[rank * stride] = intAt(values, start);
    else {
      cells[rank * stride] = ~lists.length;
      lists.push(count);
      for (let at = start; at < start + count; at += 1) lists.push(intAt(values, at));
    }
  }
}

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
