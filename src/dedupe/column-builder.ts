import { byCodePoint } from "../text/code-point.ts";
import { intAt } from "./element-at.ts";
import type { FeatureColumn, FeatureValue } from "./features/feature-set.ts";
import { createGrowingInts, sharedInts } from "./growing-array.ts";
import type { PackedColumn } from "./packed-records.ts";
import type { TextBatch } from "./text-batch.ts";

/** A column without statistics: ids mean something only beside the dictionary that gave them. */
export type RawColumn = Pick<PackedColumn, "kind" | "offsets" | "values">;

/**
 * Collects one feature of record after record. Texts of some records are gathered first, then looked
 * up at once, then settled: the ids come in the order in which the texts were gathered.
 */
export interface ColumnBuilder {
  readonly name: string;
  /** Adds the texts of the next record to a batch; a number is kept at once. */
  gather(value: FeatureValue, batch: TextBatch): void;
  /** Takes the ids of the first record that was gathered and not settled; returns where the next ones begin. */
  settle(ids: Int32Array, from: number): number;
  /** Adds so many records without a value, when all that were gathered are settled. */
  addMissing(count: number): void;
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

class NumberBuilder implements ColumnBuilder {
  readonly name: string;
  readonly #values = createGrowingInts();

  constructor(name: string) {
    this.name = name;
  }

  gather(value: FeatureValue): void {
    this.#values.push(typeof value === "number" ? value : 0);
  }

  settle(_ids: Int32Array, from: number): number {
    return from;
  }

  addMissing(count: number): void {
    this.#values.append(new Int32Array(count));
  }

  finish(): RawColumn {
    return { kind: "one", offsets: noOffsets, values: this.#values.finish() };
  }
}

class TextBuilder implements ColumnBuilder {
  readonly name: string;
  readonly #values = createGrowingInts();

  constructor(name: string) {
    this.name = name;
  }

  gather(value: FeatureValue, batch: TextBatch): void {
    batch.add(typeof value === "string" ? value : "");
  }

  settle(ids: Int32Array, from: number): number {
    this.#values.push(ids[from] ?? 0);
    return from + 1;
  }

  addMissing(count: number): void {
    this.#values.append(new Int32Array(count));
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

  gather(texts: FeatureValue, batch: TextBatch): void {
    const all = typeof texts === "object" ? texts : noTexts;
    this.#counts.push(all.length);
    const isInOrder = !this.#isSorted || isAscending(all);
    for (const text of isInOrder ? all : [...all].sort(byCodePoint)) batch.add(text);
  }

  settle(ids: Int32Array, from: number): number {
    const to = from + (this.#counts[this.#next] ?? 0);
    this.#next += 1;
    if (this.#next === this.#counts.length) {
      this.#counts.length = 0;
      this.#next = 0;
    }
    const start = this.#values.length;
    for (let at = from; at < to; at += 1) {
      const id = ids[at] ?? 0;
      if (id !== 0) this.#values.insert(id, start);
    }
    this.#offsets.push(this.#values.length);
    return to;
  }

  addMissing(count: number): void {
    this.#offsets.append(new Int32Array(count).fill(this.#values.length));
  }

  finish(): RawColumn {
    return { kind: "set", offsets: this.#offsets.finish(), values: this.#values.finish() };
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
