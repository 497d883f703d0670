import { csvRow } from "./csv.ts";
import { labelOfEntity } from "./label-of.ts";
import { markdownTable } from "./markdown-table.ts";
import type { ReportStyle } from "./report-style.ts";
import { keptWord, rollbackVerdict, type KeptEdit, type RollbackResult } from "./rollback-text.ts";
import { storeValueText } from "./store-value-text.ts";
import { say } from "./words.ts";
import { xlsxOfTable } from "./xlsx.ts";

const titles = ["entity", "rowKey", "column", "loadedValue", "valueNow", "reason"] as const;

/** What a rollback does and what stays, for a person to sign: personal data is masked. */
export function rollbackMarkdown(
  result: RollbackResult,
  kept: readonly KeptEdit[],
  style: ReportStyle,
): string {
  const { language } = style;
  const head = `# ${say("rollbackOf", language, { run: result.undoes, target: result.target })}\n`;
  const verdict = `${rollbackVerdict(result, language)}\n`;
  if (kept.length === 0) return `${head}\n${verdict}`;
  const count = result.keptValues;
  const table = markdownTable(
    titles.map((title) => ({ title: say(title, language), align: "left" })),
    kept.map((edit) => cellsOf(edit, style, (value, cell) => storeValueText(value, cell, style))),
  );
  return `${head}\n${verdict}\n## ${say("keptEdits", language, { count })}\n\n${table}`;
}

/** The values that stay as CSV, in full: a work list for whoever decides about them. */
export function rollbackCsv(kept: readonly KeptEdit[], style: ReportStyle): string {
  const rows = [headings(style), ...kept.map((edit) => plainCells(edit, style))];
  return rows.map((row) => csvRow(row, { excelSafe: true })).join("");
}

/** The same as a workbook. */
export async function rollbackWorkbook(
  kept: readonly KeptEdit[],
  style: ReportStyle,
): Promise<Uint8Array> {
  return await xlsxOfTable({
    name: say("conflicts", style.language),
    columns: headings(style),
    rows: kept.map((edit) => plainCells(edit, style)),
  });
}

function headings({ language }: ReportStyle): string[] {
  return titles.map((title) => say(title, language));
}

function plainCells(edit: KeptEdit, style: ReportStyle): string[] {
  return cellsOf(edit, style, (value) => String(value ?? ""));
}

function cellsOf(
  edit: KeptEdit,
  { language }: ReportStyle,
  show: (value: KeptEdit["now"], cell: KeptEdit) => string,
): string[] {
  const { entity, key, column, loaded, now } = edit;
  const values = column === "" ? ["", ""] : [show(loaded, edit), show(now, edit)];
  return [
    labelOfEntity(entity, language),
    String(key),
    column,
    ...values,
    keptWord(edit, language),
  ];
}
