import { byCodePoint } from "../text/code-point.ts";
import type { Dictionary } from "./dictionary.ts";
import type { FeatureColumn, FeatureValue } from "./features/feature-set.ts";
import { createGrowingInts, sharedInts, type GrowingInts } from "./growing-array.ts";
import type { PackedColumn } from "./packed-records.ts";

/** A column without statistics: ids mean something only beside the dictionary that gave them. */
export type RawColumn = Pick<PackedColumn, "kind" | "offsets" | "values">;

/** Collects one feature of record after record. */
export interface ColumnBuilder {
  readonly name: string;
  add(value: FeatureValue): void;
  /** The same for record after record. */
  addAll(values: readonly FeatureValue[]): void;
  finish(): RawColumn;
}

/** A builder for the column; its ids come from `dictionary`, which other columns may share. */
export function createColumnBuilder(spec: FeatureColumn, dictionary: Dictionary): ColumnBuilder {
  if (spec.kind === "number") return numberBuilder(spec.name);
  return spec.kind === "text" ? textBuilder(spec, dictionary) : setBuilder(spec, dictionary);
}

const noOffsets = new Int32Array(0);

function numberBuilder(name: string): ColumnBuilder {
  const values = createGrowingInts();
  const add = (value: FeatureValue): void => values.push(typeof value === "number" ? value : 0);
  return {
    name,
    add,
    addAll: (all) => all.forEach(add),
    finish: () => ({ kind: "one", offsets: noOffsets, values: values.finish() }),
  };
}

function textBuilder({ name }: FeatureColumn, dictionary: Dictionary): ColumnBuilder {
  const values = createGrowingInts();
  const add = (value: FeatureValue): void =>
    values.push(typeof value === "string" ? dictionary.idOf(value) : 0);
  return {
    name,
    add,
    addAll: (all) => all.forEach(add),
    finish: () => ({ kind: "one", offsets: noOffsets, values: values.finish() }),
  };
}

function setBuilder({ name }: FeatureColumn, dictionary: Dictionary): ColumnBuilder {
  const offsets = createGrowingInts();
  const values = createGrowingInts();
  offsets.push(0);
  const add = (texts: FeatureValue): void => {
    if (typeof texts === "object") pushTexts(values, texts, dictionary);
    offsets.push(values.length);
  };
  return {
    name,
    add,
    addAll: (all) => all.forEach(add),
    finish: () => ({ kind: "set", offsets: offsets.finish(), values: values.finish() }),
  };
}

/** Most sets are empty or hold one value: nothing to sort then. */
function pushTexts(values: GrowingInts, texts: readonly string[], dictionary: Dictionary): void {
  if (texts.length === 1) pushPresent(values, dictionary.idOf(texts[0] ?? ""));
  else if (texts.length > 1) pushDistinct(values, texts, dictionary);
}

function pushPresent(values: GrowingInts, id: number): void {
  if (id !== 0) values.push(id);
}

/** New texts get their ids in the order of the texts, whichever came first in the cell. */
function pushDistinct(values: GrowingInts, texts: readonly string[], dictionary: Dictionary): void {
  const sorted = isAscending(texts) ? texts : [...texts].sort(byCodePoint);
  const start = values.length;
  for (const text of sorted) {
    const id = dictionary.idOf(text);
    if (id !== 0) values.insert(id, start);
  }
}

function isAscending(texts: readonly string[]): boolean {
  for (let at = 1; at < texts.length; at += 1) {
    if (byCodePoint(texts[at - 1] ?? "", texts[at] ?? "") > 0) return false;
  }
  return true;
}

/** How often each id below `size` stands in `values`. */
export function countIds(values: Int32Array, size: number): Int32Array {
  const counts = sharedInts(size);
  for (const id of values) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}
