import type { TableDiff } from "../model/table-diff.ts";
import type { ReportStyle } from "./report-style.ts";
import { say } from "./words.ts";
import { xlsxOfTables } from "./xlsx.ts";

/** The whole result for Excel: a sheet each for changed cells, added, removed and ambiguous rows. */
export async function diffXlsx(diff: TableDiff, { language }: ReportStyle): Promise<Uint8Array> {
  const word = (key: Parameters<typeof say>[0]): string => say(key, language);
  return await xlsxOfTables([
    {
      name: word("rowsChanged"),
      columns: [...diff.key, word("column"), word("oldValue"), word("newValue")],
      rows: diff.changed.flatMap(({ key, cells }) =>
        cells.map(({ column, before, after }) => [...key, column, before, after]),
      ),
    },
    {
      name: word("rowsAdded"),
      columns: diff.new.columns,
      rows: diff.added.map(({ cells }) => cells),
    },
    {
      name: word("rowsRemoved"),
      columns: diff.old.columns,
      rows: diff.removed.map(({ cells }) => cells),
    },
    {
      name: word("rowsAmbiguous"),
      columns: [...diff.key, word("oldRows"), word("newRows")],
      rows: diff.ambiguous.map(({ key, oldRows, newRows }) => [...key, `${oldRows}`, `${newRows}`]),
    },
  ]);
}
