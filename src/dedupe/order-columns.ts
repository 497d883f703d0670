import type { RawColumn } from "./column-builder.ts";
import type { FeatureColumn } from "./features/feature-set.ts";
import { sharedInts } from "./growing-array.ts";
import type { MergedColumn } from "./merged-column.ts";
import type { TextNumbering } from "./text-numbering.ts";

/** A column in the order of the records. */
export interface OrderedColumn {
  readonly spec: FeatureColumn;
  readonly column: RawColumn;
}

/** A column that is filled record by record. */
interface FilledColumn extends OrderedColumn {
  /** Puts what the record with a number holds at a place. */
  put(record: number, at: number): void;
}

/** Columns that share their texts, in the order of the records and with the ids of a numbering. */
export function orderColumns(
  columns: readonly MergedColumn[],
  order: Int32Array,
  numbering: TextNumbering,
): readonly OrderedColumn[] {
  const filled = columns.map((column) => filledColumn(column, order.length, numbering));
  for (let at = 0; at < order.length; at += 1) {
    const record = order[at] ?? 0;
    for (const column of filled) column.put(record, at);
  }
  return filled;
}

function filledColumn(column: MergedColumn, size: number, numbering: TextNumbering): FilledColumn {
  if (column.spec.kind === "texts") return new FilledSets(column, size, numbering);
  return new FilledValues(column, size, column.spec.kind === "text" ? numbering : undefined);
}

/** Numbers, and texts by their new ids. */
class FilledValues implements FilledColumn {
  readonly spec: FeatureColumn;
  readonly column: RawColumn;
  readonly #from: Int32Array;
  readonly #numbering: TextNumbering | undefined;

  constructor({ spec, values }: MergedColumn, size: number, numbering: TextNumbering | undefined) {
    this.spec = spec;
    this.column = { kind: "one", offsets: new Int32Array(0), values: sharedInts(size) };
    this.#from = values.view();
    this.#numbering = numbering;
  }

  put(record: number, at: number): void {
    const value = this.#from[record] ?? 0;
    this.column.values[at] = this.#numbering === undefined ? value : this.#numbering.idOf(value);
  }
}

/** Sets of texts by their new ids, which stand in another order than the old ones. */
class FilledSets implements FilledColumn {
  readonly spec: FeatureColumn;
  readonly column: RawColumn;
  readonly #ends: Int32Array;
  readonly #from: Int32Array;
  readonly #numbering: TextNumbering;

  constructor({ spec, offsets, values }: MergedColumn, size: number, numbering: TextNumbering) {
    this.spec = spec;
    const [sorted, ids] = [sharedInts(size + 1), sharedInts(values.length)];
    this.column = { kind: "set", offsets: sorted, values: ids };
    this.#ends = offsets.view();
    this.#from = values.view();
    this.#numbering = numbering;
  }

  put(record: number, at: number): void {
    const { offsets, values } = this.column;
    const start = offsets[at] ?? 0;
    const [from, to] = [this.#ends[record] ?? 0, this.#ends[record + 1] ?? 0];
    const end = start + to - from;
    if (to - from === 1) {
      values[start] = this.#numbering.idOf(this.#from[from] ?? 0);
    } else if (to > from) {
      for (let place = start; place < end; place += 1) {
        values[place] = this.#from[from + place - start] ?? 0;
      }
      this.#numbering.renumberSet(values, start, end);
    }
    offsets[at + 1] = end;
  }
}
