import type { RowCounts, SourceTable, TableBatch } from "../model/source.ts";

/** The column that says which sheet a row is from: a salesman, a department or a month. */
export const sheetColumn = "工作表";

/**
 * The table with one column more, at the end, that says its sheet in every row: `工作表`, or
 * `工作表_2` where there is a column of that name. A text file has no sheets and stays as it is.
 */
export function withSheetColumn(table: SourceTable): SourceTable {
  const { sheet, columns } = table;
  if (sheet === null) return table;
  const name = columns.includes(sheetColumn) ? `${sheetColumn}_2` : sheetColumn;
  return {
    ...table,
    columns: [...columns, name],
    batches: () => mapCells(table, (cells) => [...cells, sheet]),
    counts: () => table.counts(),
  };
}

export interface JoinedSheets {
  readonly table: SourceTable;
  readonly sheets: readonly string[];
  /** Sheets whose headings are others: not in the table. */
  readonly others: readonly string[];
}

/**
 * Sheets with the same headings, in whatever order, as one table with the column of the sheet's name; its
 * counts are those of the sheets together. undefined when there is no sheet.
 */
export function joinSheets(tables: readonly SourceTable[]): JoinedSheets | undefined {
  const [first] = tables;
  if (first === undefined) return undefined;
  const alike = tables.filter((table) => headingsOf(table) === headingsOf(first));
  const columns = [...new Set(alike.flatMap((table) => table.columns))];
  const sheets = alike.map((table) => withSheetColumn(inColumns(table, columns)));
  const others = tables.filter((table) => !alike.includes(table));
  return {
    table: {
      ...first,
      sheet: sheets.length === 1 ? first.sheet : null,
      columns: sheets[0]?.columns ?? columns,
      preamble: sheets.flatMap(({ preamble }) => preamble),
      findings: sheets.flatMap(({ findings }) => findings),
      batches: () => oneAfterAnother(sheets),
      counts: () => addCounts(sheets.map((each) => each.counts())),
    },
    sheets: alike.map(nameOf),
    others: others.map(nameOf),
  };
}

function nameOf({ sheet }: SourceTable): string {
  return sheet ?? "";
}

/** The headings that somebody wrote; columns that only have a number may differ. */
function headingsOf({ columns }: SourceTable): string {
  return JSON.stringify(columns.filter((column) => !/^列\d+$/.test(column)).toSorted());
}

function inColumns(table: SourceTable, columns: readonly string[]): SourceTable {
  const places = columns.map((column) => table.columns.indexOf(column));
  return {
    ...table,
    columns,
    batches: () => mapCells(table, (cells) => places.map((at) => cells[at] ?? "")),
    counts: () => table.counts(),
  };
}

async function* mapCells(
  table: SourceTable,
  change: (cells: readonly string[]) => readonly string[],
): AsyncGenerator<TableBatch> {
  for await (const { rows, quarantined } of table.batches()) {
    yield { rows: rows.map(({ row, cells }) => ({ row, cells: change(cells) })), quarantined };
  }
}

async function* oneAfterAnother(tables: readonly SourceTable[]): AsyncGenerator<TableBatch> {
  for (const table of tables) {
    for await (const { rows, quarantined } of table.batches()) {
      const named = quarantined.map(({ row, text, finding }) => ({
        row,
        text,
        finding: { ...finding, detail: `${table.sheet ?? ""}: ${finding.detail ?? ""}` },
      }));
      yield { rows, quarantined: named };
    }
  }
}

function addCounts(counts: readonly RowCounts[]): RowCounts {
  const sum = (pick: (each: RowCounts) => number): number =>
    counts.reduce((total, each) => total + pick(each), 0);
  return {
    read: sum(({ read }) => read),
    data: sum(({ data }) => data),
    quarantined: sum(({ quarantined }) => quarantined),
    nonData: {
      title: sum(({ nonData }) => nonData.title),
      header: sum(({ nonData }) => nonData.header),
      footer: sum(({ nonData }) => nonData.footer),
      sample: sum(({ nonData }) => nonData.sample),
      blank: sum(({ nonData }) => nonData.blank),
    },
  };
}
