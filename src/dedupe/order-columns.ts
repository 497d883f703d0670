import type { RawColumn } from "./column-builder.ts";
import { intAt } from "./element-at.ts";
import type { FeatureColumn } from "./features/feature-set.ts";
import { sharedInts } from "./growing-array.ts";
import type { MergedColumn } from "./merged-column.ts";
import type { TextNumbering } from "./text-numbering.ts";

/** A column in the order of the records. */
export interface OrderedColumn {
  readonly spec: FeatureColumn;
  readonly column: RawColumn;
}

/** A column in the order of the records, whose texts have their old ids yet. */
interface GatheredColumn extends OrderedColumn {
  /** Gives what the record at a place holds its new ids. */
  number(at: number): void;
}

/**
 * Columns that share their texts, in the order of the records and with the ids of a numbering. What
 * they hold is gathered first, for memory answers many questions at a time while nothing depends on
 * the answers.
 */
export function orderColumns(
  columns: readonly MergedColumn[],
  order: Int32Array,
  numbering: TextNumbering,
): readonly OrderedColumn[] {
  const gathered = columns.map((column) => gatherColumn(column, order, numbering));
  const texts = gathered.filter(({ spec }) => spec.kind !== "number");
  // New ids follow first appearance, record by record.
  for (let at = 0; at < order.length; at += 1) for (const column of texts) column.number(at);
  return gathered;
}

function gatherColumn(
  column: MergedColumn,
  order: Int32Array,
  numbering: TextNumbering,
): GatheredColumn {
  const { spec } = column;
  return spec.kind === "texts"
    ? new GatheredSets(column, order, numbering)
    : new GatheredValues(column, order, numbering);
}

/** Numbers, and one text a record. */
class GatheredValues implements GatheredColumn {
  readonly spec: FeatureColumn;
  readonly column: RawColumn;
  readonly #numbering: TextNumbering;

  constructor({ spec, values }: MergedColumn, order: Int32Array, numbering: TextNumbering) {
    this.spec = spec;
    this.column = {
      kind: "one",
      offsets: new Int32Array(0),
      values: gatherValues(values.view(), order),
    };
    this.#numbering = numbering;
  }

  number(at: number): void {
    const { values } = this.column;
    values[at] = this.#numbering.idOf(intAt(values, at));
  }
}

function gatherValues(from: Int32Array, order: Int32Array): Int32Array {
  const values = sharedInts(order.length);
  for (let at = 0; at < order.length; at += 1) values[at] = intAt(from, intAt(order, at));
  return values;
}

/** Sets of texts; the new ids stand in another order than the old ones. */
class GatheredSets implements GatheredColumn {
  readonly spec: FeatureColumn;
  readonly column: RawColumn;
  readonly #numbering: TextNumbering;

  constructor(
    { spec, offsets, values }: MergedColumn,
    order: Int32Array,
    numbering: TextNumbering,
  ) {
    this.spec = spec;
    this.column = gatherSets(offsets.view(), values.view(), order);
    this.#numbering = numbering;
  }

  number(at: number): void {
    const { offsets, values } = this.column;
    const from = intAt(offsets, at);
    const to = intAt(offsets, at + 1);
    if (to - from === 1) values[from] = this.#numbering.idOf(intAt(values, from));
    else if (to > from) this.#numbering.renumberSet(values, from, to);
  }
}

function gatherSets(ends: Int32Array, from: Int32Array, order: Int32Array): RawColumn {
  const starts = new Int32Array(order.length);
  const offsets = sharedInts(order.length + 1);
  for (let at = 0; at < order.length; at += 1) {
    const record = intAt(order, at);
    const start = intAt(ends, record);
    starts[at] = start;
    offsets[at + 1] = intAt(offsets, at) + intAt(ends, record + 1) - start;
  }
  return { kind: "set", offsets, values: gatherLists(from, starts, offsets) };
}

/** Lists that start at `starts`, one after the other where `offsets` tells. */
function gatherLists(from: Int32Array, starts: Int32Array, offsets: Int32Array): Int32Array {
  const values = sharedInts(from.length);
  for (let at = 0; at < starts.length; at += 1) {
    const shift = intAt(starts, at) - intAt(offsets, at);
    const end = intAt(offsets, at + 1);
    for (let place = intAt(offsets, at); place < end; place += 1) {
      values[place] = intAt(from, place + shift);
    }
  }
  return values;
}
