/** A cell merged over several rows: 0-based column, 1-based rows. */
export interface VerticalMerge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

interface Row {
  readonly row: number;
  readonly cells: string[];
}

interface OpenMerge {
  readonly to: number;
  readonly text: string;
  readonly anchor: Row;
}

/**
 * Repeats the text of cells that are merged over several rows: each row says it for itself. Rows
 * come in order; a blank row stays blank, and a tall heading stays one.
 */
export class MergeFiller {
  private readonly merges: readonly VerticalMerge[];
  private readonly open = new Map<number, OpenMerge>();
  private next = 0;

  constructor(merges: readonly VerticalMerge[]) {
    this.merges = isSorted(merges) ? merges : merges.toSorted((a, b) => a.from - b.from);
  }

  /** Fills the row in place. */
  fill(row: Row): void {
    for (const [column, merge] of this.open) {
      if (merge.to < row.row) this.open.delete(column);
      else fillCell(row, column, merge);
    }
    for (; this.next < this.merges.length; this.next += 1) {
      const merge = this.merges[this.next];
      if (merge === undefined || merge.from > row.row) return;
      const text = row.cells[merge.column] ?? "";
      if (merge.from === row.row && text !== "")
        this.open.set(merge.column, { to: merge.to, text, anchor: row });
    }
  }
}

function isSorted(merges: readonly VerticalMerge[]): boolean {
  return merges.every(({ from }, at) => at === 0 || from >= (merges[at - 1]?.from ?? 0));
}

function fillCell(row: Row, column: number, { text, anchor }: OpenMerge): void {
  const { cells } = row;
  if (cells.length === 0 || isHeading(anchor, row)) return;
  while (cells.length <= column) cells.push("");
  if (cells[column] === "") cells[column] = text;
}

/** A merge from a row of headings into the next one is a tall heading, not a repeated value. */
function isHeading(anchor: Row, row: Row): boolean {
  if (row.row - anchor.row !== 1) return false;
  const below = row.cells.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
  return below.some((column) => (anchor.cells[column] ?? "").trim() === "");
}
