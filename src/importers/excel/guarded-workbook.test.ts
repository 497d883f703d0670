import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Random } from "../../../bench/generator/random.ts";
import { mutate } from "../../../test/fuzz/mutate.ts";
import type { RawRow, RawTable } from "../raw-row.ts";
import { guardedWorkbook } from "./guarded-workbook.ts";
import { readWorkbook } from "./read-workbook.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-guard-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string): string =>
  join(import.meta.dirname, "../../../fixtures/import", name);

async function rowsOf(table: RawTable | undefined): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of table?.rows ?? []) rows.push(...batch);
  return rows;
}

test.each(["ledger.xls", "ledger.xlsb"])("%s is the same through the thread", async (name) => {
  const path = fixture(name);
  const direct = await readWorkbook(path, undefined);
  const guarded = await guardedWorkbook({ path, sheet: undefined });
  expect(guarded.findings).toEqual(direct.findings);
  for (const [at, table] of direct.tables.entries()) {
    const other = guarded.tables[at];
    expect([other?.sheet, other?.findings]).toEqual([table.sheet, table.findings]);
    for (const row of [0, 2, 5]) expect(other?.widthBelow?.(row)).toBe(table.widthBelow?.(row));
    expect(await rowsOf(other)).toEqual(await rowsOf(table));
  }
});

test("a damaged workbook that sends SheetJS round in circles is named", async () => {
  const path = join(folder, "loop.xlsb");
  writeFileSync(
    path,
    mutate(readFileSync(fixture("ledger.xlsb")), new Random(47), Buffer.alloc(0)),
  );
  await expect(guardedWorkbook({ path, sheet: undefined })).rejects.toMatchObject({
    code: "IMPORT_DAMAGED",
    details: { reason: "it has no end" },
  });
});

test("refusals of the reader come through", async () => {
  const question = { path: fixture("ledger.xls"), sheet: "没有" };
  await expect(guardedWorkbook(question)).rejects.toMatchObject({ code: "IMPORT_SHEET_MISSING" });
});
