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
 * Where everything of a table is going to lie. All of it is in shared memory, and each block of
 * records has places of its own, so that threads can fill them in side by side.
 */
export interface RowPlan extends Omit<ComparedTable, "rarities"> {
  /** Where the lists of each block of records start, and the end of all. */
  readonly listStarts: Int32Array;
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
  const listStarts = listStartsOf(packed);
  return {
    packed,
    order,
    stride,
    slots: Object.fromEntries(names.map((name, slot) => [name, slot])),
    rows: rowStarts(order, stride),
    cells: sharedInts(packed.size * stride),
    lists: sharedInts(intAt(listStarts, listStarts.length - 1)),
    listStarts,
  };
}

/** How many blocks of records there are. */
export function blocksOf({ listStarts }: Pick<RowPlan, "listStarts">): number {
  return listStarts.length - 1;
}

/** The table of a plan whose rows have been filled in. */
export function filledTable(plan: RowPlan, rarities: ComparedTable["rarities"]): ComparedTable {
  const { listStarts: _starts, ...table } = plan;
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

function listStartsOf({ entity, size, columns }: PackedRecords): Int32Array {
  const starts = sharedInts(Math.ceil(size / blockLength) + 1);
  const folded = foldedColumns[entity] ?? [];
  for (const [name, { kind, offsets }] of Object.entries(columns)) {
    if (kind === "set" && !folded.includes(name)) addListLengths(starts, offsets, size);
  }
  for (let at = 1; at < starts.length; at += 1) {
    starts[at] = intAt(starts, at) + intAt(starts, at - 1);
  }
  return starts;
}

/** Adds the lengths of the lists of each block, one place further on. */
function addListLengths(lengths: Int32Array, offsets: Int32Array, size: number): void {
  for (let record = 0; record < size; record += 1) {
    const count = intAt(offsets, record + 1) - intAt(offsets, record);
    if (count < 2) continue;
    const next = Math.floor(record / blockLength) + 1;
    lengths[next] = intAt(lengths, next) + count + 1;
  }
}

/** Consecutive records, and where the next list of theirs lies. */
interface RecordBlock {
  readonly from: number;
  readonly to: number;
  listEnd: number;
}

/** Writes one slot of the rows of a block. */
type FillSlot = (block: RecordBlock, slot: number) => void;

/** Fills in the rows of the blocks from `from` up to and without `to`. */
export function fillRows(plan: RowPlan, letters: NameLetters, from: number, to: number): void {
  const { packed, slots, listStarts } = plan;
  const fillers = Object.keys(slots).map((name) => slotFiller(plan, letters, name));
  for (let at = from; at < to; at += 1) {
    const end = Math.min(packed.size, (at + 1) * blockLength);
    const block = { from: at * blockLength, to: end, listEnd: intAt(listStarts, at) };
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

function setFiller({ rows, cells, lists }: RowPlan, { offsets, values }: PackedColumn): FillSlot {
  return (block, slot) => {
    for (let record = block.from; record < block.to; record += 1) {
      const start = intAt(offsets, record);
      const count = intAt(offsets, record + 1) - start;
      if (count === 0) continue;
      const cell = intAt(rows, record) + slot;
      if (count === 1) cells[cell] = intAt(values, start);
      else {
        const list = block.listEnd;
        cells[cell] = ~list;
        lists[list] = count;
        for (let at = 0; at < count; at += 1) lists[list + 1 + at] = intAt(values, start + at);
        block.listEnd = list + 1 + count;
      }
    }
  };
}
