import { byCodePoint } from "../text/code-point.ts";
import { intAt } from "./element-at.ts";
import type { FeatureColumn, FeatureValue } from "./features/feature-set.ts";
import { createGrowingInts, sharedInts } from "./growing-array.ts";
import type { PackedColumn } from "./packed-records.ts";

/** A column without statistics: ids mean something only beside the dictionary that gave them. */
export type RawColumn = Pick<PackedColumn, "kind" | "offsets" | "values">;

/**
 * Collects one feature of record after record. Texts of some records are gathered first, then looked
 * up at once, then settled: the ids come in the order in which the texts were gathered.
 */
export interface ColumnBuilder {
  readonly name: string;
  /** Adds the texts of the values before `to` to others, a record each; numbers are kept at once. */
  gather(values: readonly FeatureValue[], from: number, to: number, texts: string[]): void;
  /** Takes the ids of the first `records` that were gathered and not settled; returns where the next ones begin. */
  settle(ids: Int32Array, from: number, records: number): number;
  finish(): RawColumn;
}

/**
 * A builder for the column. New texts of a set get their ids in the order of the texts, or, where
 * whoever reads the column numbers them anew, `any` order.
 */
export function createColumnBuilder(
  { name, kind }: FeatureColumn,
  order: "ascending" | "any",
): ColumnBuilder {
  if (kind === "number") return new NumberBuilder(name);
  return kind === "text" ? new TextBuilder(name) : new SetBuilder(name, order);
}

const noOffsets = new Int32Array(0);
/** Stands for the id of a text that has not been looked up. */
const unsettled = -1;

class NumberBuilder implements ColumnBuilder {
  readonly name: string;
  readonly #values = createGrowingInts();

  constructor(name: string) {
    this.name = name;
  }

  gather(values: readonly FeatureValue[], from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      const value = values[at];
      this.#values.push(typeof value === "number" ? value : 0);
    }
  }

  settle(_ids: Int32Array, from: number): number {
    return from;
  }

  finish(): RawColumn {
    return { kind: "one", offsets: noOffsets, values: this.#values.finish() };
  }
}

/** An empty text, which many records have of some features, is nothing to look up. */
class TextBuilder implements ColumnBuilder {
  readonly name: string;
  /** Ids of texts, behind them what is known of those that were gathered and not settled. */
  readonly #values = createGrowingInts();
  #settled = 0;

  constructor(name: string) {
    this.name = name;
  }

  gather(values: readonly FeatureValue[], from: number, to: number, texts: string[]): void {
    for (let at = from; at < to; at += 1) {
      const value = values[at];
      const isThere = typeof value === "string" && value !== "";
      if (isThere) texts.push(value);
      this.#values.push(isThere ? unsettled : 0);
    }
  }

  settle(ids: Int32Array, from: number, records: number): number {
    let next = from;
    const to = this.#settled + records;
    for (let at = this.#settled; at < to; at += 1) {
      if (this.#values.at(at) !== unsettled) continue;
      this.#values.replace(at, intAt(ids, next));
      next += 1;
    }
    this.#settled = to;
    return next;
  }

  finish(): RawColumn {
    return { kind: "one", offsets: noOffsets, values: this.#values.finish() };
  }
}

class SetBuilder implements ColumnBuilder {
  readonly name: string;
  readonly #isSorted: boolean;
  readonly #offsets = createGrowingInts();
  readonly #values = createGrowingInts();
  /** How many texts each record has that was gathered. */
  readonly #counts: number[] = [];
  /** Which of them comes next. */
  #next = 0;

  constructor(name: string, order: "ascending" | "any") {
    this.name = name;
    this.#isSorted = order === "ascending";
    this.#offsets.push(0);
  }

  gather(values: readonly FeatureValue[], from: number, to: number, texts: string[]): void {
    for (let at = from; at < to; at += 1) {
      const value = values[at];
      const set = typeof value === "object" ? value : noTexts;
      this.#counts.push(set.length);
      const isInOrder = !this.#isSorted || isAscending(set);
      for (const text of isInOrder ? set : [...set].sort(byCodePoint)) texts.push(text);
    }
  }

  settle(ids: Int32Array, from: number, records: number): number {
    let next = from;
    for (let record = 0; record < records; record += 1) {
      const to = next + (this.#counts[this.#next + record] ?? 0);
      const start = this.#values.length;
      for (; next < to; next += 1) {
        const id = intAt(ids, next);
        if (id !== 0) this.#values.insert(id, start);
      }
      this.#offsets.push(this.#values.length);
    }
    this.#forget(records);
    return next;
  }

  finish(): RawColumn {
    return { kind: "set", offsets: this.#offsets.finish(), values: this.#values.finish() };
  }

  #forget(records: number): void {
    this.#next += records;
    if (this.#next < this.#counts.length) return;
    this.#counts.length = 0;
    this.#next = 0;
  }
}

const noTexts: readonly string[] = [];

function isAscending(texts: readonly string[]): boolean {
  for (let at = 1; at < texts.length; at += 1) {
    if (byCodePoint(texts[at - 1] ?? "", texts[at] ?? "") > 0) return false;
  }
  return true;
}

/** How often each id below `size` stands in `values`. */
export function countIds(values: Int32Array, size: number): Int32Array {
  const counts = sharedInts(size);
  for (let at = 0; at < values.length; at += 1) {
    const id = intAt(values, at);
    counts[id] = intAt(counts, id) + 1;
  }
  return counts;
}
