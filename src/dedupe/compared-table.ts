import { intAt } from "./element-at.ts";
import { createGrowingInts, sharedInts, type GrowingInts } from "./growing-array.ts";
import { letterSignatures } from "./letter-signature.ts";
import { nameShapes, shapeSlot } from "./name-shape.ts";
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

/**
 * What the comparison of names reads of most pairs, and the place: it comes first in a row, so that
 * it lies in one line of the cache.
 */
const firstColumns: Readonly<Record<string, readonly string[]>> = {
  customer: [
    "name",
    "brand",
    "brandPinyin",
    "aliases",
    "core",
    "trade",
    "nameRegion",
    "region",
    "sounds",
    "isCut",
  ],
};

/** Columns that stand in the rows as part of another slot. */
const foldedColumns: Readonly<Record<string, readonly string[]>> = { customer: ["brandStart"] };

/** A line of the cache in integers: rows of several lines start at the start of one. */
const lineLength = 16;

/** Records that are laid out at a time, so that their rows stay in the cache from column to column. */
const blockLength = 2048;

/** Lays a packed table out. */
export function layOut(packed: PackedRecords): ComparedTable {
  const order = localOrder(packed);
  const lists = createGrowingInts();
  const fillers = slotFillers(packed, lists);
  const { length } = fillers;
  const isPadded = length > lineLength && length % lineLength > lineLength / 2;
  const stride = isPadded ? Math.ceil(length / lineLength) * lineLength : Math.max(1, length);
  const cells = sharedInts(packed.size * stride);
  const rows = rowsOfRecords({ order, stride });
  for (let from = 0; from < packed.size; from += blockLength) {
    const block = { from, to: Math.min(packed.size, from + blockLength), rows, cells };
    for (const [slot, { fill }] of fillers.entries()) fill(block, slot);
  }
  return {
    packed,
    order,
    stride,
    slots: Object.fromEntries(fillers.map(({ name }, slot) => [name, slot])),
    cells,
    lists: lists.toShared(),
    rarities: tableRarities(packed),
  };
}

/** Consecutive records, and where the row of each one starts. */
interface RecordBlock {
  readonly from: number;
  readonly to: number;
  readonly rows: Int32Array;
  readonly cells: Int32Array;
}

/** Writes one slot of the rows of a block. */
interface SlotFiller {
  readonly name: string;
  readonly fill: (block: RecordBlock, slot: number) => void;
}

function slotFillers(packed: PackedRecords, lists: GrowingInts): SlotFiller[] {
  const { entity } = packed;
  const first = firstColumns[entity] ?? [];
  const passed = new Set([...first, ...(foldedColumns[entity] ?? [])]);
  const others = Object.keys(packed.columns).filter((name) => !passed.has(name));
  const columnFiller = (name: string): SlotFiller => {
    const column = columnOf(packed, name);
    if (column.kind === "one") return { name, fill: valueFiller(column.values) };
    return { name, fill: setFiller(column, lists) };
  };
  return [
    ...first.map(columnFiller),
    ...(entity === "customer" ? nameFillers(packed) : []),
    ...others.map(columnFiller),
  ];
}

/** What is told of names without a look at their texts. */
function nameFillers(packed: PackedRecords): SlotFiller[] {
  const letters = ["name", "core"].flatMap((column) => {
    const { values, text } = columnOf(packed, column);
    const { low, high } = letterSignatures(text);
    const slots = letterSlots(column);
    return [
      { name: slots.low, fill: valueFiller(values, low) },
      { name: slots.high, fill: valueFiller(values, high) },
    ];
  });
  const brand = columnOf(packed, "brand");
  const { low, high } = letterSignatures(brand.text);
  const folded = low.map((bits, id) => bits | intAt(high, id));
  return [
    ...letters,
    { name: brandLetterSlot, fill: valueFiller(brand.values, folded) },
    { name: shapeSlot, fill: valueFiller(nameShapes(packed)) },
  ];
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

/** Record -> where its row starts. */
export function rowsOfRecords({
  order,
  stride,
}: Pick<ComparedTable, "order" | "stride">): Int32Array {
  const rows = new Int32Array(order.length);
  for (let rank = 0; rank < order.length; rank += 1) rows[intAt(order, rank)] = rank * stride;
  return rows;
}

/** Fills in the value of each record, or what `told` tells of it. */
function valueFiller(values: Int32Array, told?: Int32Array): SlotFiller["fill"] {
  return ({ from, to, rows, cells }, slot) => {
    for (let record = from; record < to; record += 1) {
      const value = intAt(values, record);
      cells[intAt(rows, record) + slot] = told === undefined ? value : intAt(told, value);
    }
  };
}

function setFiller({ offsets, values }: PackedColumn, lists: GrowingInts): SlotFiller["fill"] {
  return ({ from, to, rows, cells }, slot) => {
    for (let record = from; record < to; record += 1) {
      const start = intAt(offsets, record);
      const count = intAt(offsets, record + 1) - start;
      if (count === 0) continue;
      const cell = intAt(rows, record) + slot;
      if (count === 1) cells[cell] = intAt(values, start);
      else {
        cells[cell] = ~lists.length;
        lists.push(count);
        for (let at = start; at < start + count; at += 1) lists.push(intAt(values, at));
      }
    }
  };
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
