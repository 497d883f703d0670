import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { zipBytes, type ZipPart } from "../../../bench/generator/zip-bytes.ts";
import { GoldpanError } from "../../errors.ts";
import type { ReadOptions } from "../../model/source.ts";
import { encodeLegacy } from "../../text/legacy-bytes.ts";
import { openSource } from "../open-source.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-zips-"));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => vi.stubEnv("TMPDIR", folder));

const table = "客户名称,电话\n华宸,1\n";
const workbook = readFileSync(join(import.meta.dirname, "../../../fixtures/import/ledger.xlsx"));
const gbk = (text: string): Uint8Array => encodeLegacy(text, "gbk") ?? new Uint8Array();

function archive(parts: readonly ZipPart[]): string {
  const path = join(folder, "exports.zip");
  writeFileSync(path, zipBytes(parts));
  return path;
}

async function rowsOf(parts: readonly ZipPart[], options: ReadOptions = {}): Promise<string[]> {
  const source = await openSource(archive(parts), options);
  const rows: string[] = [];
  for (const each of source.tables) {
    for await (const batch of each.batches())
      rows.push(...batch.rows.map(({ cells }) => `${each.sheet}: ${cells.join("|")}`));
  }
  rows.push(...source.findings.map(({ code, value }) => `${code} ${value}`));
  await source.close();
  return rows;
}

test.each<[string, string[], ZipPart[]]>([
  ["one file", ["a.csv: 华宸|1"], [{ name: "a.csv", content: table }]],
  [
    "files by name, without what archivers add",
    ["a.csv: 华宸|1", "b/2.csv: 李工|2"],
    [
      { name: "b/2.csv", content: "姓名,电话\n李工,2\n" },
      { name: "a.csv", content: table },
      { name: "b/", content: "" },
      { name: "__MACOSX/._a.csv", content: "x" },
    ],
  ],
  [
    "names and content in GBK",
    ["客户.csv: 华宸|1", "I108 客户.csv: gb18030"],
    [{ name: "客户.csv", nameBytes: gbk("客户.csv"), flags: 0, content: gbk(table) }],
  ],
  [
    "what is no table, named, and an archive within, but no deeper one",
    ["a.csv: 华宸|1", "inner.zip/b.csv: 华宸|1", "I111 inner.zip: deep.zip", "I111 notes.pdf"],
    [
      { name: "a.csv", content: table },
      { name: "notes.pdf", content: "%PDF-1.4" },
      {
        name: "inner.zip",
        content: zipBytes([
          { name: "b.csv", content: table },
          { name: "deep.zip", content: zipBytes([{ name: "c.csv", content: table }]) },
        ]),
      },
    ],
  ],
])("reads %s -> %j", async (_, expected, parts) => {
  expect(await rowsOf(parts)).toEqual(expected);
});

test("sheets of a workbook inside are named after it, and chosen by that name", async () => {
  const parts = [
    { name: "a.csv", content: table },
    { name: "ledger.xlsx", content: workbook },
  ];
  const rows = await rowsOf(parts, { sheet: "ledger.xlsx/台账" });
  expect(rows[0]).toContain("ledger.xlsx/台账: 深圳市华宸精密机械有限公司|王经理");
});

test.each<[string, string, ZipPart[]]>([
  ["IMPORT_ZIP_PATH", "a name that leads out", [{ name: "../../etc/x.csv", content: table }]],
  ["IMPORT_ZIP_PATH", "a drive", [{ name: "C:\\x.csv", content: table }]],
  ["IMPORT_ZIP_PASSWORD", "a password", [{ name: "a.csv", content: table, flags: 1 }]],
  ["IMPORT_ZIP_FILES", "nothing but folders", [{ name: "x/", content: "" }]],
  ["IMPORT_NOT_A_TABLE", "nothing but other files", [{ name: "a.pdf", content: "%PDF-1.4" }]],
  ["IMPORT_NOT_A_TABLE", "packed by bzip2", [{ name: "a.csv", content: table, method: 12 }]],
  ["IMPORT_DAMAGED", "a wrong checksum", [{ name: "a.csv", content: table, checksum: 7 }]],
  ["IMPORT_ZIP_BOMB", "a bomb", [{ name: "a.csv", content: "0".repeat((1 << 27) + (1 << 20)) }]],
])("is refused with %s: %s", async (code, _, parts) => {
  const error = await openSource(archive(parts)).catch((thrown: unknown) => thrown);
  expect(error instanceof GoldpanError ? error.code : error).toBe(code);
});

test("leaves nothing behind, whether it could be read or not", async () => {
  await rowsOf([{ name: "a.csv", content: table }]);
  await openSource(archive([{ name: "a.csv", content: "客户名称,电话\n" }])).catch(() => undefined);
  expect(readdirSync(folder)).toEqual(["exports.zip"]);
});
