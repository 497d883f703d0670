import { byCodePoint } from "../text/code-point.ts";
import type { Dictionary } from "./dictionary.ts";
import type { FeatureColumn, FeatureSet } from "./features/feature-set.ts";
import { createGrowingInts, sharedInts, type GrowingInts } from "./growing-array.ts";
import type { PackedColumn } from "./packed-records.ts";

/** A column without statistics: ids mean something only beside the dictionary that gave them. */
export type RawColumn = Pick<PackedColumn, "kind" | "offsets" | "values">;

/** Collects one feature of record after record. */
export interface ColumnBuilder {
  readonly name: string;
  add(features: FeatureSet): void;
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
  return {
    name,
    add: ({ numbers }) => values.push(numbers[name] ?? 0),
    finish: () => ({ kind: "one", offsets: noOffsets, values: values.toShared() }),
  };
}

function textBuilder({ name }: FeatureColumn, dictionary: Dictionary): ColumnBuilder {
  const values = createGrowingInts();
  return {
    name,
    add: ({ texts }) => values.push(dictionary.idOf(texts[name]?.[0] ?? "")),
    finish: () => ({ kind: "one", offsets: noOffsets, values: values.toShared() }),
  };
}

function setBuilder({ name }: FeatureColumn, dictionary: Dictionary): ColumnBuilder {
  const offsets = createGrowingInts();
  const values = createGrowingInts();
  offsets.push(0);
  return {
    name,
    add({ texts }) {
      const found = texts[name] ?? [];
      // Most sets are empty or hold one value: nothing to sort then.
      if (found.length === 1) pushPresent(values, dictionary.idOf(found[0] ?? ""));
      else if (found.length > 1) pushDistinct(values, found, dictionary);
      offsets.push(values.length);
    },
    finish: () => ({ kind: "set", offsets: offsets.toShared(), values: values.toShared() }),
  };
}

function pushPresent(values: GrowingInts, id: number): void {
  if (id !== 0) values.push(id);
}

/** New texts get their ids in the order of the texts, whichever came first in the cell. */
function pushDistinct(values: GrowingInts, texts: readonly string[], dictionary: Dictionary): void {
  const inOrder = texts.toSorted(byCodePoint);
  const ids = inOrder.map((text) => dictionary.idOf(text)).sort((left, right) => left - right);
  for (const [at, id] of ids.entries()) if (id !== ids[at - 1]) pushPresent(values, id);
}

/** How often each id below `size` stands in `values`. */
export function countIds(values: Int32Array, size: number): Int32Array {
  const counts = sharedInts(size);
  for (const id of values) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}
