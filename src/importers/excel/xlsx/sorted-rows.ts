import type { RawRow } from "../../raw-row.ts";
import type { RowBlock } from "./row-block.ts";
import { SheetRow } from "./sheet-row.ts";

/** Rows that stand in any order, or in several pieces: each number once, later cells over earlier ones. */
export async function sortedRows(
  blocks: AsyncIterable<RowBlock> | Iterable<RowBlock>,
): Promise<RawRow[]> {
  const rowByNumber = new Map<number, RawRow>();
  for await (const block of blocks) {
    for (let at = 0; at < block.count; at += 1) {
      const row = new SheetRow(block, at);
      const known = rowByNumber.get(row.row);
      rowByNumber.set(row.row, known === undefined ? row : laidOver(known, row));
    }
  }
  return [...rowByNumber.values()].toSorted((a, b) => a.row - b.row);
}

function laidOver({ row, cells: below }: RawRow, { cells: above }: RawRow): RawRow {
  const width = Math.max(below.length, above.length);
  return { row, cells: Array.from({ length: width }, (_, at) => above[at] || (below[at] ?? "")) };
}
