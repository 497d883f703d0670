import { canonicalModel, findField } from "../model/canonical-model.ts";
import type { ColumnChanges, KeyedRow, TableDiff } from "../model/table-diff.ts";
import { equation } from "./conservation.ts";
import { formatCount } from "./format-number.ts";
import { maskValue } from "./mask.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

const shownRows = 20;

/** Which columns changed how often, the first changed cells and keys, and where every row went. */
export function diffText(diff: TableDiff, style: ReportStyle): string {
  const shown = shownDiff(diff, style);
  return [
    columnsTable(shown, style),
    changedTable(shown, style),
    keysTable("rowsAdded", shown.added, shown, style),
    keysTable("rowsRemoved", shown.removed, shown, style),
    ambiguousTable(shown, style),
    columnsNote("columnsAdded", shown.columnsAdded, style),
    columnsNote("columnsRemoved", shown.columnsRemoved, style),
    laws(diff, style),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** The same result as it may be shown: personal values masked. */
export function shownDiff(diff: TableDiff, { showValues = false }: ReportStyle): TableDiff {
  return showValues ? diff : maskedDiff(diff, maskerOf(diff));
}

/** The same result with every value of the rows and keys as `mask` gives it. */
export function maskedDiff(diff: TableDiff, mask: Mask): TableDiff {
  const row = ({ key, cells }: KeyedRow, columns: readonly string[]): KeyedRow => ({
    key: maskKey(key, diff, mask),
    cells: cells.map((cell, at) => mask(columns[at] ?? "", cell)),
  });
  return {
    ...diff,
    changed: diff.changed.map(({ key, cells }) => ({
      key: maskKey(key, diff, mask),
      cells: cells.map(({ column, before, after }) => ({
        column,
        before: mask(column, before),
        after: mask(column, after),
      })),
    })),
    added: diff.added.map((each) => row(each, diff.new.columns)),
    removed: diff.removed.map((each) => row(each, diff.old.columns)),
    ambiguous: diff.ambiguous.map((each) => ({ ...each, key: maskKey(each.key, diff, mask) })),
    byColumn: diff.byColumn.map((each) => maskCommonest(each, mask)),
  };
}

/** What may be shown of a value of a column. */
export type Mask = (column: string, value: string) => string;

function maskerOf({ columns }: TableDiff): Mask {
  const fields = new Map(
    columns.map(({ name, entity, field }) => [
      name,
      field === null ? undefined : findField(canonicalModel, entity, field),
    ]),
  );
  return (column, value) => maskValue(fields.get(column), value);
}

function maskKey(key: readonly string[], diff: TableDiff, mask: Mask): string[] {
  return key.map((cell, at) => mask(diff.key[at] ?? "", cell));
}

function maskCommonest(changes: ColumnChanges, mask: Mask): ColumnChanges {
  const { column } = changes;
  const commonest = changes.commonest.map(({ before, after, count }) => ({
    before: mask(column, before),
    after: mask(column, after),
    count,
  }));
  return { ...changes, commonest };
}

function columnsTable({ byColumn }: TableDiff, style: ReportStyle): string {
  if (byColumn.length === 0) return "";
  const { language } = style;
  const columns = [
    { title: say("column", language), align: "left" },
    { title: say("cellsFilled", language), align: "right" },
    { title: say("cellsCleared", language), align: "right" },
    { title: say("cellsChanged", language), align: "right" },
    { title: say("commonestChange", language), align: "left", priority: 1 },
  ] as const;
  const empty = say("emptyValue", language);
  const rows = byColumn.map(({ column, filled, cleared, changed, commonest: [most] }) => [
    column,
    ...[filled, cleared, changed].map(formatCount),
    most === undefined
      ? ""
      : `${most.before || empty} -> ${most.after || empty} (${formatCount(most.count)})`,
  ]);
  return textTable(columns, rows, style);
}

function changedTable({ key, changed }: TableDiff, style: ReportStyle): string {
  const { language } = style;
  const cells = changed.flatMap((row) => row.cells.map((cell) => ({ ...cell, key: row.key })));
  if (cells.length === 0) return "";
  const columns = [
    { title: key.join(" "), align: "left" },
    { title: say("column", language), align: "left" },
    { title: say("oldValue", language), align: "left" },
    { title: say("newValue", language), align: "left" },
  ] as const;
  const empty = say("emptyValue", language);
  const rows = cells
    .slice(0, shownRows)
    .map((cell) => [cell.key.join(" "), cell.column, cell.before || empty, cell.after || empty]);
  return textTable(columns, rows, style) + more(cells.length - shownRows, style);
}

function keysTable(
  title: "rowsAdded" | "rowsRemoved",
  rows: readonly KeyedRow[],
  { key }: TableDiff,
  style: ReportStyle,
): string {
  if (rows.length === 0) return "";
  const columns = [
    { title: `${say(title, style.language)}: ${key.join(" ")}`, align: "left" },
  ] as const;
  const shown = rows.slice(0, shownRows).map((row) => [row.key.join(" ")]);
  return textTable(columns, shown, style) + more(rows.length - shownRows, style);
}

function ambiguousTable({ key, ambiguous }: TableDiff, style: ReportStyle): string {
  if (ambiguous.length === 0) return "";
  const { language } = style;
  const columns = [
    { title: `${say("ambiguousKey", language)}: ${key.join(" ")}`, align: "left" },
    { title: say("oldRows", language), align: "right" },
    { title: say("newRows", language), align: "right" },
  ] as const;
  const rows = ambiguous
    .slice(0, shownRows)
    .map((each) => [
      each.key.join(" ").trim() || say("emptyValue", language),
      formatCount(each.oldRows),
      formatCount(each.newRows),
    ]);
  return textTable(columns, rows, style) + more(ambiguous.length - shownRows, style);
}

function columnsNote(
  word: "columnsAdded" | "columnsRemoved",
  columns: readonly string[],
  { language }: ReportStyle,
): string {
  return columns.length === 0 ? "" : `  ${say(word, language)}: ${columns.join(", ")}\n`;
}

function more(count: number, { language }: ReportStyle): string {
  return count > 0 ? `  ${say("more", language, { count })}\n` : "";
}

/** Every row of both versions is somewhere. */
function laws(diff: TableDiff, style: ReportStyle): string {
  const [same, changed] = [
    [diff.same, "rowsSame"],
    [diff.changed.length, "rowsChanged"],
  ] as const;
  const removed = [diff.removed.length, "rowsRemoved"] as const;
  const added = [diff.added.length, "rowsAdded"] as const;
  const oldLaw = equation(
    [diff.old.rows, "oldRows"],
    [same, changed, removed, [diff.old.ambiguous, "rowsAmbiguous"]],
    style,
  );
  const newLaw = equation(
    [diff.new.rows, "newRows"],
    [same, changed, added, [diff.new.ambiguous, "rowsAmbiguous"]],
    style,
  );
  return oldLaw + newLaw;
}
