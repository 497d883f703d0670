import { byCodePoint } from "../text/code-point.ts";
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
  finish(): RawColumn;
}

/** A builder for the column. */
export function createColumnBuilder({ name, kind }: FeatureColumn): ColumnBuilder {
  if (kind === "number") return numberBuilder(name);
  return kind === "text" ? textBuilder(name) : setBuilder(name);
}

const noOffsets = new Int32Array(0);

function numberBuilder(name: string): ColumnBuilder {
  const values = createGrowingInts();
  return {
    name,
    gather: (value) => values.push(typeof value === "number" ? value : 0),
    settle: (_ids, from) => from,
    finish: () => ({ kind: "one", offsets: noOffsets, values: values.finish() }),
  };
}

function textBuilder(name: string): ColumnBuilder {
  const values = createGrowingInts();
  return {
    name,
    gather: (value, batch) => batch.add(typeof value === "string" ? value : ""),
    settle(ids, from) {
      values.push(ids[from] ?? 0);
      return from + 1;
    },
    finish: () => ({ kind: "one", offsets: noOffsets, values: values.finish() }),
  };
}

function setBuilder(name: string): ColumnBuilder {
  const offsets = createGrowingInts();
  const values = createGrowingInts();
  offsets.push(0);
  // How many texts each record has that was gathered, and which of them comes next.
  const counts: number[] = [];
  let next = 0;
  return {
    name,
    gather(texts, batch) {
      const all = typeof texts === "object" ? texts : [];
      counts.push(all.length);
      // New texts get their ids in the order of the texts, whichever came first in the cell.
      for (const text of isAscending(all) ? all : [...all].sort(byCodePoint)) batch.add(text);
    },
    settle(ids, from) {
      const to = from + (counts[next] ?? 0);
      next += 1;
      if (next === counts.length) {
        counts.length = 0;
        next = 0;
      }
      const start = values.length;
      for (let at = from; at < to; at += 1) {
        const id = ids[at] ?? 0;
        if (id !== 0) values.insert(id, start);
      }
      offsets.push(values.length);
      return to;
    },
    finish: () => ({ kind: "set", offsets: offsets.finish(), values: values.finish() }),
  };
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
