import { createRowPacker, type PackedRows, type RowPacking } from "../row-packer.ts";
import { takeRows, type RowSlots } from "../row-slots.ts";

/** Rows that another thread reads. */
export interface PackRows {
  readonly packing: RowPacking;
  readonly rows: RowSlots;
}

/** The features of those of them that this thread got hold of. */
export function packRows({ packing, rows }: PackRows): PackedRows {
  const packer = createRowPacker(packing);
  takeRows(rows, packer.take);
  return packer.finish();
}
