import type { ChangedRow, ColumnChanges } from "../../model/table-diff.ts";
import { byCodePoint } from "../../text/code-point.ts";

const mostShown = 5;
/** Beyond so many different changes of a column none is common. */
const mostCounted = 10_000;

/** How often each column changed, columns in their order, those that never did left out. */
export function changesByColumn(
  columns: readonly string[],
  rows: readonly ChangedRow[],
): ColumnChanges[] {
  const byColumn = new Map(columns.map((column) => [column, new ChangeCounter()]));
  for (const { cells } of rows) {
    for (const { column, before, after } of cells) byColumn.get(column)?.add(before, after);
  }
  return [...byColumn].flatMap(([column, counter]) =>
    counter.total === 0 ? [] : [{ column, ...counter.result() }],
  );
}

class ChangeCounter {
  total = 0;
  private filled = 0;
  private cleared = 0;
  private readonly counts = new Map<string, number>();

  add(before: string, after: string): void {
    this.total += 1;
    if (before === "") this.filled += 1;
    if (after === "") this.cleared += 1;
    const change = JSON.stringify([before, after]);
    const count = this.counts.get(change);
    if (count !== undefined || this.counts.size < mostCounted)
      this.counts.set(change, (count ?? 0) + 1);
  }

  result(): Omit<ColumnChanges, "column"> {
    const { filled, cleared } = this;
    const commonest = [...this.counts]
      .filter(([, count]) => count > 1)
      .toSorted((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0]))
      .slice(0, mostShown)
      .map(([change, count]) => ({ ...parseChange(change), count }));
    return { filled, cleared, changed: this.total - filled - cleared, commonest };
  }
}

function parseChange(change: string): { before: string; after: string } {
  // Written by `add`.
  const [before, after] = JSON.parse(change) as [string, string];
  return { before, after };
}
