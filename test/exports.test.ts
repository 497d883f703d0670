import { read, utils } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GoldpanError } from "../src/errors.ts";
import { openSource } from "../src/importers/open-source.ts";
import type { OpenedSource, SourceTable, TableRow } from "../src/model/source.ts";

/** Real exports, which are no part of the repository: a copy lies beside the checkout. */
const folder = join(import.meta.dirname, "../../shared/data/exports");
const isHere = existsSync(folder);
const files = isHere ? readdirSync(folder).filter((name) => name !== "README.md") : [];

/** Files that hold no row of data, and what is said of them. */
const refused: Readonly<Record<string, string>> = {
  "easyexcel_t09_x005f_escape.xlsx": "IMPORT_NO_ROWS",
  "html_gb18030_table.html": "IMPORT_NO_ROWS",
  "jsherp_customer_template.xls": "IMPORT_TEMPLATE",
  "poi_protected_passtika.xlsx": "IMPORT_PASSWORD",
  "sheetjs_password_xor.xls": "IMPORT_PASSWORD",
};

const isText = ({ file: { format } }: OpenedSource): boolean => format === "csv";
const workbooks = ["xlsx", "xlsb", "xls", "ods", "spreadsheetml", "dbf"];

/** Rows as csv-parse reads them, one of one cell for each line where it gives up. */
function rowsOfText({ file }: OpenedSource, path: string): string[][] {
  const text = new TextDecoder(file.encoding ?? "utf-8").decode(readFileSync(path));
  const sep = /^sep=(.)\r?\n/.exec(text);
  const delimiter = sep?.[1] ?? (text.includes("\t") ? "\t" : ",");
  const body = text.slice(sep?.[0].length ?? 0);
  return tryParse(body, delimiter) ?? body.split(/\r?\n/).map((line) => [line]);
}

function tryParse(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch {
    return undefined;
  }
}

/** Rows with text of each sheet, as SheetJS counts them. */
function rowsOfSheet(path: string, sheet: string | null): number {
  const book = read(readFileSync(path), { raw: true, cellDates: false });
  const content = book.Sheets[sheet ?? book.SheetNames[0] ?? ""];
  const rows: unknown[][] =
    content === undefined
      ? []
      : utils.sheet_to_json(content, { header: 1, raw: false, defval: "" });
  return countRows(rows.map((row) => row.map(String)));
}

function countRows(rows: readonly (readonly string[])[]): number {
  return rows.filter((row) => row.some((cell) => cell.trim() !== "")).length;
}

interface Walked {
  readonly rows: readonly TableRow[];
  readonly quarantined: number;
}

async function walk(table: SourceTable): Promise<Walked> {
  const rows: TableRow[] = [];
  let quarantined = 0;
  for await (const batch of table.batches()) {
    rows.push(...batch.rows);
    quarantined += batch.quarantined.length;
  }
  return { rows, quarantined };
}

describe.skipIf(!isHere)("real exports beside the checkout", () => {
  test("are fifty-five", () => {
    expect(files).toHaveLength(55);
  });

  test.each(files)("%s is read with every row accounted for, or named", async (name) => {
    const path = join(folder, name);
    const expected = refused[name] ?? (name.endsWith(".sdl") ? "IMPORT_NOT_A_TABLE" : "");
    const source = await openSource(path).catch((error: unknown) => error);
    if (source instanceof GoldpanError) {
      expect(source.code).toBe(expected);
      return;
    }
    expect(expected).toBe("");
    await account(source as OpenedSource, path);
  });
});

async function account(source: OpenedSource, path: string): Promise<void> {
  expect(source.tables.length).toBeGreaterThan(0);
  for (const table of source.tables) {
    const { rows, quarantined } = await walk(table);
    expect(rows.length + quarantined).toBeGreaterThan(0);
    const counts = table.counts();
    const withText = counts.read - counts.nonData.blank;
    if (isText(source)) {
      const oracle = rowsOfText(source, path);
      expect(withText).toBe(countRows(oracle));
      for (const { row, cells } of rows) expect(cells).toEqual(oracle[row - 1]);
    }
    if (workbooks.includes(source.file.format))
      expect(withText).toBe(rowsOfSheet(path, table.sheet));
  }
  await source.close();
}
