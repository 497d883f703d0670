import { createGrowingInts } from "../dedupe/growing-array.ts";
import { createPartPacker } from "../dedupe/pack.ts";
import type { PackedPart } from "../dedupe/packed-part.ts";
import type { Field } from "../model/entity.ts";
import type { TakeRows } from "./row-slots.ts";
import { contactField } from "./table-layout.ts";
import { itemRecordMaker } from "./item-records.ts";
import { layoutOfSpec, type ColumnContexts, type TableSpec } from "./table-reader.ts";

/** How rows of a table become features, as plain data that another thread can be sent. */
export interface RowPacking {
  readonly spec: TableSpec;
  /** The fields that matching reads, and what is known of their columns. */
  readonly fields: readonly Field[];
  readonly contexts: ColumnContexts;
}

/** Some rows as features, without their ids. */
export interface PackedRows {
  readonly part: PackedPart;
  /** Their numbers in the file, in the order in which they were packed. */
  readonly rows: Int32Array;
}

export interface RowPacker {
  readonly take: TakeRows;
  finish(): PackedRows;
}

/** Packs rows in whatever order they come. */
export function createRowPacker({ spec, fields, contexts }: RowPacking): RowPacker {
  const make = itemRecordMaker(layoutOfSpec(spec), { fields, contexts });
  const packer = createPartPacker(spec.entity, { fields, contactField: contactField.name }, "any");
  const rows = createGrowingInts();
  return {
    take(numbers, json) {
      rows.append(numbers);
      // Written by a `CellsEncoder`.
      packer.addAll(make(JSON.parse(json) as string[][]));
    },
    finish: () => ({ part: packer.finish(), rows: rows.toShared() }),
  };
}
