import { readFile } from "node:fs/promises";
import { TextDecoder } from "node:util";
import { GoldpanError } from "../../errors.ts";
import type { ReadOptions } from "../../model/source.ts";
import { encodingNamed, findEncoding } from "../encoding-name.ts";
import type { Encoding } from "../encoding.ts";
import { isMeant } from "../excel/meant-sheet.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import type { RawRow, RawTable } from "../raw-row.ts";
import { rowsOfPage } from "./page-rows.ts";
import { tablesOfPage, type PageTable } from "./page-tables.ts";

/** Pages with tables, which many systems serve under the name of a workbook. */
export const pageImporter: Importer = {
  name: "page",
  open: openPage,
};

async function openPage(
  { path, digest }: FileToRead,
  { sheet, encoding: asked }: ReadOptions,
): Promise<RawSource> {
  const bytes = await readFile(path);
  const encoding = encodingNamed(asked) ?? encodingOf(bytes, digest.encoding);
  const tables = tablesOfPage(new TextDecoder(encoding).decode(bytes)).map(tableOf);
  const meant = tables.filter((table) => isMeant(table.sheet ?? "", false, sheet));
  if (tables.length === 0) {
    const [what, whatZh] = ["a web page without a table", "没有表格的网页"];
    throw new GoldpanError("IMPORT_NOT_A_TABLE", { file: path, what, whatZh });
  }
  if (meant.length === 0) {
    const sheets = tables.map((table) => table.sheet).join(", ");
    throw new GoldpanError("IMPORT_SHEET_MISSING", { file: path, sheet: sheet ?? "", sheets });
  }
  return { tables: meant, encoding, findings: [] };
}

/** What is UTF-8 without a fault is UTF-8, whatever the page says of itself. */
function encodingOf(bytes: Buffer, found: Encoding): Encoding {
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(bytes.toString("latin1", 0, 4096))?.[1];
  const isSure = found.startsWith("utf");
  return isSure ? found : (findEncoding(declared ?? "") ?? found);
}

/** Tables have no names: they are numbered as Excel names its sheets. */
function tableOf(table: PageTable, index: number): RawTable {
  const rows = rowsOfPage(table);
  return {
    sheet: `Sheet${index + 1}`,
    rows: inBatches(rows),
    strictWidth: false,
    widthBelow: (row) =>
      rows.reduce((most, each) => (each.row > row ? Math.max(most, widthOf(each)) : most), 0),
    findings: [],
  };
}

function widthOf({ cells }: RawRow): number {
  return cells.findLastIndex((cell) => cell !== "") + 1;
}

const batchRows = 1000;

async function* inBatches(rows: readonly RawRow[]): AsyncGenerator<readonly RawRow[]> {
  await Promise.resolve();
  for (let at = 0; at < rows.length; at += batchRows) yield rows.slice(at, at + batchRows);
}
