import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { GoldpanError } from "../errors.ts";
import type { SourceTable } from "../model/source.ts";
import { openSource } from "./open-source.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-open-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function cellsOf(table: SourceTable): Promise<{ rows: string[][]; quarantined: string[] }> {
  const rows: string[][] = [];
  const quarantined: string[] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch.rows.map(({ cells }) => [...cells]));
    quarantined.push(...batch.quarantined.map(({ text }) => text));
  }
  return { rows, quarantined };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof GoldpanError ? error.code : String(error);
}

describe("text files", () => {
  test.each<[string, string, string[][], string[], string]>([
    ["a.csv", '客户名称,电话\n华宸,="0755"\n', [["华宸", "0755"]], [], "Excel's guard"],
    [
      "b.csv",
      "客户名称,电话\n华宸\t,1\t,\n",
      [["华宸", "1"]],
      [],
      "TAB behind each cell, comma behind each row",
    ],
    [
      "c.csv",
      "客户名称,电话\n华宸,北京,1\n明远,2\n",
      [["明远", "2"]],
      ["华宸,北京,1"],
      "a comma in a name shifts nothing",
    ],
    [
      "shift.csv",
      "客户名称,电话,备注\n华宸,1,\n明远,北京,2,\n启航,3,\n",
      [
        ["华宸", "1", ""],
        ["启航", "3", ""],
      ],
      ["明远,北京,2,"],
      "a comma in a name, hidden by a blank last cell",
    ],
    ["d.csv", '客户名称,电话\n关注"对象",1\n', [['关注"对象"', "1"]], [], "quotes inside a cell"],
    [
      "e.csv",
      '客户名称,电话\n"华宸,1\n明远,2\n',
      [["明远", "2"]],
      ['"华宸,1'],
      "quotes nobody closed",
    ],
    ["nul.csv", "客户名称,电话\n华宸\0\0\0\0,1\n", [["华宸", "1"]], [], "cells filled with zeros"],
    [
      "glued.csv",
      "2024年1月台账\n客户名称,电话\n华宸,1\n2024年2月台账\n客户名称,电话\n明远,2\n",
      [
        ["华宸", "1"],
        ["明远", "2"],
      ],
      [],
      "two months glued together, with their titles",
    ],
    [
      "mysql.csv",
      'a,b\n"1","say \\"hi, there\\""\n',
      [["1", 'say "hi, there"']],
      [],
      "quotes behind backslashes",
    ],
    [
      "hutool.csv",
      '# remark\n"a,b",姓名,关注"对象","""\n',
      [],
      ['"a,b",姓名,关注"对象","""'],
      "one row, its quotes broken",
    ],
    [
      "f.txt",
      "客户名称\t电话\n华宸\t000001\n合计\t1\n",
      [["华宸", "000001"]],
      [],
      "tabs, zeros in front, a footer",
    ],
  ])("%s %j -> %j, quarantined %j: %s", async (name, content, rows, quarantined) => {
    const source = await openSource(file(name, content));
    const [table] = source.tables;
    expect(table === undefined ? null : await cellsOf(table)).toEqual({ rows, quarantined });
  });

  test("reads GB18030 whatever the extension says", async () => {
    const bytes = Buffer.from("bfcdbba7c3fbb3c62cb5e7bbb00abbaae5b72c310a", "hex");
    const source = await openSource(file("g.xls", bytes));
    expect(source.file).toMatchObject({ format: "csv", encoding: "gb18030", name: "g.xls" });
    expect(source.tables[0]?.columns).toEqual(["客户名称", "电话"]);
  });
});

test("letters that GBK text has lost are told once all is read", async () => {
  const line = Buffer.from("bbaae5b72c310a", "hex");
  const lines = Array.from({ length: 60_000 }, () => line);
  const cut = Buffer.from("c92c320a", "hex");
  const path = file("cut.csv", Buffer.concat([Buffer.from("name,phone\n"), ...lines, cut]));
  const source = await openSource(path);
  const [table] = source.tables;
  if (table === undefined) throw new Error("no table");
  expect(table.findings).toEqual([]);
  const { rows } = await cellsOf(table);
  expect(rows.at(-1)).toEqual(["\ufffd", "2"]);
  expect(table.findings).toMatchObject([{ code: "I106", value: "gb18030" }]);
});

test.each([
  ["empty.csv", "", "IMPORT_EMPTY_FILE", "zero bytes"],
  ["header.csv", "客户名称,电话\n", "IMPORT_NO_ROWS", "a header and nothing else"],
  ["template.csv", "客户名称,电话\n示例,1\n", "IMPORT_TEMPLATE", "sample rows only"],
  ["letter.rtf", "{\\rtf1 x}", "IMPORT_NOT_A_TABLE", "no table at all"],
  ["data.csv", "\u0000\u0001\u0002\u0003\u0004\u0005\u0006", "IMPORT_NOT_A_TABLE", "noise"],
])("refuses %s by name: %s", async (name, content, code) => {
  expect(await codeOf(openSource(file(name, content)))).toBe(code);
});

test("refuses what only begins like a workbook", async () => {
  const bytes = Buffer.from("d0cf11e0a1b11ae1" + "ff".repeat(600), "hex");
  expect(await codeOf(openSource(file("cut.xls", bytes)))).toBe("IMPORT_DAMAGED");
});

test("refuses a missing file and a folder", async () => {
  expect(await codeOf(openSource(join(folder, "nothing.csv")))).toBe("IMPORT_FILE_MISSING");
  expect(await codeOf(openSource(folder))).toBe("IMPORT_IS_DIRECTORY");
});

test("tells a name that leads nowhere from a missing file", async () => {
  symlinkSync("loop.csv", join(folder, "loop.csv"));
  expect(await codeOf(openSource(join(folder, "loop.csv")))).toBe("IMPORT_NO_ACCESS");
});

test("lets go of a file that was read in part", async () => {
  const rows = Array.from({ length: 50_000 }, (_, at) => `华宸${at},1380013${at}`);
  const source = await openSource(file("long.csv", `客户名称,电话\n${rows.join("\n")}`));
  const batches = source.tables[0]?.batches()[Symbol.asyncIterator]();
  expect((await batches?.next())?.done).toBe(false);
  await source.close();
  let left = 0;
  while ((await batches?.next())?.done === false) left += 1;
  expect(left).toBe(0);
});

const exportsFolder = join(import.meta.dirname, "../../../shared/data/exports");
const realFiles = existsSync(exportsFolder) ? readdirSync(exportsFolder) : [];

describe.runIf(realFiles.length > 0)("files that other systems wrote", () => {
  test.each(realFiles)(
    "%s is read with every row accounted for, or refused by name",
    async (name) => {
      const source = await openSource(join(exportsFolder, name)).catch((error: unknown) => error);
      if (source instanceof GoldpanError) return expect(source.code).toMatch(/^IMPORT_/);
      // Anything but a GoldpanError would fail here: it has no tables.
      const { tables } = source as Awaited<ReturnType<typeof openSource>>;
      for (const table of tables) {
        const { rows, quarantined } = await cellsOf(table);
        const counts = table.counts();
        expect([rows.length, quarantined.length]).toEqual([counts.data, counts.quarantined]);
        expect(rows.length + quarantined.length).toBeGreaterThan(0);
      }
    },
  );
});
