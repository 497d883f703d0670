import type { ComparedTable } from "./compared-table.ts";
import { intAt } from "./element-at.ts";
import { sharedInts } from "./growing-array.ts";
import { letterColumns, signLetters, type NameLetters } from "./name-letters.ts";
import { shapeReader, shapeSlot } from "./name-shape.ts";
import { columnOf, type PackedColumn, type PackedRecords } from "./packed-records.ts";
import { tableRarities } from "./rarities/table-rarities.ts";
import { localOrder } from "./record-order.ts";

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

/**
 * Where everything of a table is going to lie. All of it is in shared memory, and each record has
 * places of its own, so that threads can fill them in side by side.
 */
export interface RowPlan extends Omit<ComparedTable, "rarities"> {
  /** Where the next list of each record is filled in: lists lie in the order of the rows. */
  readonly nextLists: Int32Array;
}

/** Lays a packed table out, the letters of whose names may be known already. */
export function layOut(
  packed: PackedRecords,
  letters: NameLetters = signLetters(packed),
): ComparedTable {
  const plan = planRows(packed);
  fillRows(plan, letters, 0, blocksOf(plan));
  return filledTable(plan, tableRarities(packed));
}

/** Plans the rows of a packed table; nothing stands in them yet. */
export function planRows(packed: PackedRecords): RowPlan {
  const order = localOrder(packed);
  const names = slotNames(packed);
  const { length } = names;
  const isPadded = length > lineLength && length % lineLength > lineLength / 2;
  const stride = isPadded ? Math.ceil(length / lineLength) * lineLength : Math.max(1, length);
  const nextLists = listLengths(packed);
  const listsLength = startInOrder(nextLists, order);
  return {
    packed,
    order,
    stride,
    slots: Object.fromEntries(names.map((name, slot) => [name, slot])),
    rows: rowStarts(order, stride),
    cells: sharedInts(packed.size * stride),
    lists: sharedInts(listsLength),
    nextLists,
  };
}

/** How many blocks of records there are. */
export function blocksOf({ order }: Pick<RowPlan, "order">): number {
  return Math.ceil(order.length / blockLength);
}

/** The table of a plan whose rows have been filled in. */
export function filledTable(plan: RowPlan, rarities: ComparedTable["rarities"]): ComparedTable {
  const { nextLists: _next, ...table } = plan;
  return { ...table, rarities };
}

/** What is told of names without a look at their texts stands behind the first columns. */
function slotNames(packed: PackedRecords): string[] {
  const { entity, columns } = packed;
  const first = firstColumns[entity] ?? [];
  const passed = new Set([...first, ...(foldedColumns[entity] ?? [])]);
  const others = Object.keys(columns).filter((name) => !passed.has(name));
  const told = entity === "customer" ? [...Object.keys(letterColumns(packed)), shapeSlot] : [];
  return [...first, ...told, ...others];
}

/** Record -> where its row starts. */
function rowStarts(order: Int32Array, stride: number): Int32Array {
  const rows = sharedInts(order.length);
  for (let rank = 0; rank < order.length; rank += 1) rows[intAt(order, rank)] = rank * stride;
  return rows;
}

/** How much room the lists of each record take. */
function listLengths({ entity, size, columns }: PackedRecords): Int32Array {
  const lengths = sharedInts(size);
  const folded = foldedColumns[entity] ?? [];
  for (const [name, { kind, offsets }] of Object.entries(columns)) {
    if (kind === "set" && !folded.includes(name)) addListLengths(lengths, offsets);
  }
  return lengths;
}

function addListLengths(lengths: Int32Array, offsets: Int32Array): void {
  for (let record = 0; record < lengths.length; record += 1) {
    const count = intAt(offsets, record + 1) - intAt(offsets, record);
    if (count >= 2) lengths[record] = intAt(lengths, record) + count + 1;
  }
}

/** Turns lengths into starts in place, those of the first row first; returns where the last one ends. */
function startInOrder(lengths: Int32Array, order: Int32Array): number {
  let start = 0;
  for (let rank = 0; rank < order.length; rank += 1) {
    const record = intAt(order, rank);
    const length = intAt(lengths, record);
    lengths[record] = start;
    start += length;
  }
  return start;
}

/** Consecutive records. */
interface RecordBlock {
  readonly from: number;
  readonly to: number;
}

/** Writes one slot of the rows of a block. */
type FillSlot = (block: RecordBlock, slot: number) => void;

/** Fills in the rows of the blocks from `from` up to and without `to`, once. */
export function fillRows(plan: RowPlan, letters: NameLetters, from: number, to: number): void {
  const { packed, slots } = plan;
  const fillers = Object.keys(slots).map((name) => slotFiller(plan, letters, name));
  for (let at = from; at < to; at += 1) {
    const end = Math.min(packed.size, (at + 1) * blockLength);
    const block = { from: at * blockLength, to: end };
    for (const [slot, fill] of fillers.entries()) fill(block, slot);
  }
}

function slotFiller(plan: RowPlan, letters: NameLetters, name: string): FillSlot {
  const { packed } = plan;
  if (name === shapeSlot) return shapeFiller(plan);
  const told = letters[name];
  const column = columnOf(packed, told === undefined ? name : (letterColumns(packed)[name] ?? ""));
  return column.kind === "set" ? setFiller(plan, column) : valueFiller(plan, column.values, told);
}

/** Fills in the value of each record, or what `told` tells of it. */
function valueFiller({ rows, cells }: RowPlan, values: Int32Array, told?: Int32Array): FillSlot {
  return ({ from, to }, slot) => {
    for (let record = from; record < to; record += 1) {
      const value = intAt(values, record);
      cells[intAt(rows, record) + slot] = told === undefined ? value : intAt(told, value);
    }
  };
}

function shapeFiller({ packed, rows, cells }: RowPlan): FillSlot {
  const shapeOf = shapeReader(packed);
  return ({ from, to }, slot) => {
    for (let record = from; record < to; record += 1) {
      cells[intAt(rows, record) + slot] = shapeOf(record);
    }
  };
}

function setFiller(
  { rows, cells, lists, nextLists }: RowPlan,
  { offsets, values }: PackedColumn,
): FillSlot {
  return ({ from, to }, slot) => {
    for (let record = from; record < to; record += 1) {
      const start = intAt(offsets, record);
      const count = intAt(offsets, record + 1) - start;
      if (count === 0) continue;
      const cell = intAt(rows, record) + slot;
      if (count === 1) cells[cell] = intAt(values, start);
      else {
        const list = intAt(nextLists, record);
        cells[cell] = ~list;
        lists[list] = count;
        for (let at = 0; at < count; at += 1) lists[list + 1 + at] = intAt(values, start + at);
        nextLists[record] = list + 1 + count;
      }
    }
  };
}
