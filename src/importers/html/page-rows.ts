import { MergeFiller, type VerticalMerge } from "../excel/fill-merges.ts";
import type { RawRow } from "../raw-row.ts";
import type { PageTable } from "./page-tables.ts";

/** A row wider than this is no row of a table but a page out of joint. */
const mostColumns = 16_384;

/**
 * The rows of a table with every cell in its column: beside a cell over several columns the others
 * stay blank, below one over several rows its text is said again.
 */
export function rowsOfPage(table: PageTable): RawRow[] {
  const merges: VerticalMerge[] = [];
  /** How many rows a column is still taken by a cell from above. */
  const taken: number[] = [];
  const rows = table.map((cells, index) => {
    const texts: string[] = [];
    for (const { text, columns, rows: span } of cells) {
      const column = nextFree(taken, texts);
      if (column + columns > mostColumns) break;
      texts.push(text, ...Array.from({ length: columns - 1 }, () => ""));
      if (span > 1) {
        taken.length = Math.max(taken.length, column + columns);
        for (let at = column; at < column + columns; at += 1) taken[at] = span;
        merges.push({ column, from: index + 1, to: index + span });
      }
    }
    nextFree(taken, texts);
    taken.forEach((count, at) => (taken[at] = Math.max(0, count - 1)));
    return { row: index + 1, cells: texts };
  });
  return [...new MergeFiller(merges).fillAll(rows)];
}

/** Puts blanks where cells from above reach down, and returns the next column of the row. */
function nextFree(taken: readonly number[], texts: string[]): number {
  while ((taken[texts.length] ?? 0) > 0) texts.push("");
  return texts.length;
}
