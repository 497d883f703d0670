import type { Dictionary } from "./dictionary.ts";
import type { FeatureColumn, FeatureSet } from "./features/feature-set.ts";
import { createGrowingInts, sharedInts } from "./growing-array.ts";
import type { PackedColumn } from "./packed-records.ts";
import { emptyTextPool } from "./text-pool.ts";

/** Collects one feature of record after record. */
export interface ColumnBuilder {
  readonly name: string;
  add(features: FeatureSet): void;
  finish(): PackedColumn;
}

/** A builder for the column; its ids come from `dictionary`, which other columns may share. */
export function createColumnBuilder(spec: FeatureColumn, dictionary: Dictionary): ColumnBuilder {
  if (spec.kind === "number") return numberBuilder(spec.name);
  return spec.kind === "text" ? textBuilder(spec, dictionary) : setBuilder(spec, dictionary);
}

function numberBuilder(name: string): ColumnBuilder {
  const values = createGrowingInts();
  return {
    name,
    add: ({ numbers }) => values.push(numbers[name] ?? 0),
    finish: () => ({
      kind: "one",
      offsets: new Int32Array(0),
      values: values.toShared(),
      counts: new Int32Array(0),
      text: emptyTextPool,
    }),
  };
}

function textBuilder(spec: FeatureColumn, dictionary: Dictionary): ColumnBuilder {
  const values = createGrowingInts();
  return {
    name: spec.name,
    add: ({ texts }) => values.push(dictionary.idOf(texts[spec.name]?.[0] ?? "")),
    finish: () =>
      finishColumn(
        { kind: "one", offsets: new Int32Array(0), values: values.toShared() },
        spec,
        dictionary,
      ),
  };
}

function setBuilder(spec: FeatureColumn, dictionary: Dictionary): ColumnBuilder {
  const offsets = createGrowingInts();
  const values = createGrowingInts();
  offsets.push(0);
  return {
    name: spec.name,
    add({ texts }) {
      const ids = (texts[spec.name] ?? []).map((text) => dictionary.idOf(text));
      const distinct = ids
        .sort((left, right) => left - right)
        .filter((id, at) => id !== 0 && id !== ids[at - 1]);
      for (const id of distinct) values.push(id);
      offsets.push(values.length);
    },
    finish: () =>
      finishColumn(
        { kind: "set", offsets: offsets.toShared(), values: values.toShared() },
        spec,
        dictionary,
      ),
  };
}

function finishColumn(
  column: Pick<PackedColumn, "kind" | "offsets" | "values">,
  spec: FeatureColumn,
  dictionary: Dictionary,
): PackedColumn {
  const counts = countIds(column.values, dictionary.size);
  return { ...column, counts, text: spec.keepsText === true ? dictionary.toPool() : emptyTextPool };
}

/** How often each id below `size` stands in `values`. */
export function countIds(values: Int32Array, size: number): Int32Array {
  const counts = sharedInts(size);
  for (const id of values) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}
