/** A cell merged over several rows: 0-based column, 1-based rows. */
export interface VerticalMerge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** A row as it is read; its cells may cost something to look at. */
interface Row {
  readonly row: number;
  readonly cells: readonly string[];
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

  /** The rows, each as `filled` gives it. */
  *fillAll<Each extends Row>(rows: Iterable<Each>): Generator<Each | Row> {
    for (const row of rows) yield this.filled(row);
  }

  /** The row, with the text of the merges that it lies under. */
  filled<Each extends Row>(row: Each): Each | Row {
    let whole: Each | Row = row;
    for (const [column, merge] of this.open) {
      if (merge.to < row.row) this.open.delete(column);
      else whole = withText(whole, column, merge);
    }
    for (; this.next < this.merges.length; this.next += 1) {
      const merge = this.merges[this.next];
      if (merge === undefined || merge.from > row.row) break;
      if (merge.from === row.row) this.begin(merge, whole);
    }
    return whole;
  }

  private begin({ column, to }: VerticalMerge, anchor: Row): void {
    const text = anchor.cells[column] ?? "";
    if (text !== "") this.open.set(column, { to, text, anchor });
  }
}

function isSorted(merges: readonly VerticalMerge[]): boolean {
  return merges.every(({ from }, at) => at === 0 || from >= (merges[at - 1]?.from ?? 0));
}

function withText(row: Row, column: number, { text, anchor }: OpenMerge): Row {
  const { cells } = row;
  if (cells.length === 0 || (cells[column] ?? "") !== "" || isHeading(anchor, row)) return row;
  const blanks = Array.from({ length: Math.max(0, column - cells.length) }, () => "");
  return {
    row: row.row,
    cells: [...cells.slice(0, column), ...blanks, text, ...cells.slice(column + 1)],
  };
}

/** A merge from a row of headings into the next one is a tall heading, not a repeated value. */
function isHeading(anchor: Row, row: Row): boolean {
  if (row.row - anchor.row !== 1) return false;
  const below = row.cells.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
  return below.some((column) => (anchor.cells[column] ?? "").trim() === "");
}
