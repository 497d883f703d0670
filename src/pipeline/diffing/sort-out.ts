import type {
  AmbiguousKey,
  ChangedCell,
  ChangedRow,
  KeyedRow,
  TableDiff,
} from "../../model/table-diff.ts";
import { byCodePoint } from "../../text/code-point.ts";
import { cellsAt, cellsOfKey, type Places } from "./keyed-cells.ts";
import type { IndexedKey, RowIndex } from "./row-index.ts";

interface Layout {
  readonly old: Places;
  readonly new: Places;
  readonly shared: readonly string[];
}

interface SortedOut {
  readonly rows: Pick<TableDiff, "same" | "changed" | "added" | "removed" | "ambiguous">;
  readonly ambiguousOld: number;
  readonly ambiguousNew: number;
}

/** What became of each key, in code point order. */
export function sortOut({ byKey }: RowIndex, layout: Layout): SortedOut {
  const changed: ChangedRow[] = [];
  const [added, removed]: [KeyedRow[], KeyedRow[]] = [[], []];
  const ambiguous: AmbiguousKey[] = [];
  let same = 0;
  for (const [text, entry] of [...byKey].toSorted(([a], [b]) => byCodePoint(a, b))) {
    const { oldRows, newRows, oldCells = [], newCells = [] } = entry;
    const key = cellsOfKey(text, layout.new.key.length);
    if (text === "" || oldRows > 1 || newRows > 1) ambiguous.push({ key, oldRows, newRows });
    else if (newRows === 0) removed.push({ key, cells: oldCells });
    else if (oldRows === 0) added.push({ key, cells: newCells });
    else if (entry.newCells === undefined) same += 1;
    else changed.push({ key, cells: changedCells(entry, layout) });
  }
  const sum = (rows: readonly number[]): number => rows.reduce((total, each) => total + each, 0);
  return {
    rows: { same, changed, added, removed, ambiguous },
    ambiguousOld: sum(ambiguous.map(({ oldRows }) => oldRows)),
    ambiguousNew: sum(ambiguous.map(({ newRows }) => newRows)),
  };
}

function changedCells({ oldCells = [], newCells = [] }: IndexedKey, layout: Layout): ChangedCell[] {
  const before = cellsAt(oldCells, layout.old.shared);
  const after = cellsAt(newCells, layout.new.shared);
  return layout.shared.flatMap((column, at) => {
    const cell = { column, before: before[at] ?? "", after: after[at] ?? "" };
    return cell.before === cell.after ? [] : [cell];
  });
}
