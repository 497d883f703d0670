import { join } from "node:path";
import { expect, test } from "vitest";
import { GoldpanError } from "../errors.ts";
import { importRules } from "./import-rules.ts";
import { openSource } from "./open-source.ts";
import { recogniseSystem } from "./source-system.ts";

const fixture = (name: string): string => join(import.meta.dirname, "../../fixtures/import", name);

interface Reading {
  readonly encoding: string | null;
  readonly columns: readonly string[];
  /** `row: cell|cell`, as the source counts its rows. */
  readonly rows: readonly string[];
  readonly quarantined: readonly number[];
  readonly findings: readonly string[];
}

async function readFixture(name: string): Promise<Reading> {
  const source = await openSource(fixture(name));
  const [table] = source.tables;
  if (table === undefined) throw new Error(`${name} has no table`);
  const rows: string[] = [];
  const quarantined: number[] = [];
  for await (const batch of table.batches()) {
    rows.push(...batch.rows.map(({ row, cells }) => `${row}: ${cells.join("|")}`));
    quarantined.push(...batch.quarantined.map(({ row }) => row));
  }
  const findings = [...source.findings, ...table.findings].map(({ code }) => code);
  await source.close();
  return { encoding: source.file.encoding, columns: table.columns, rows, quarantined, findings };
}

test.each<[string, Partial<Reading>]>([
  [
    "ledger-gb18030.csv",
    {
      encoding: "gb18030",
      columns: ["客户名称（必填）", "联系电话", "备注"],
      rows: [
        "4: 深圳市华宸精密机械有限公司|0755-58880001|老客户",
        "5: 苏州明远电子科技有限公司|0512-58880002|",
      ],
      findings: ["I108"],
    },
  ],
  ["ledger-big5.csv", { encoding: "big5", columns: ["客戶名稱", "聯絡電話"] }],
  [
    "tabs-utf16le.txt",
    { encoding: "utf-16le", rows: ["2: 王经理|13800138000|深圳市华宸精密机械有限公司"] },
  ],
  [
    "excel-guards.csv",
    { rows: ["2: 华宸|914403000000000001|", "3: 明远|000001|13800138000"], findings: [] },
  ],
  [
    "front-end-tabs.csv",
    {
      columns: ["客户名称", "电话", "地址"],
      rows: ["2: 华宸|13800138000|深圳"],
      quarantined: [3],
    },
  ],
  [
    "broken-quotes.csv",
    {
      rows: ["2: 华宸|1|第一行\n第二行", '4: 关注"对象"|3|引号在中间', "5: 启航|4|正常"],
      quarantined: [3],
    },
  ],
  ["glued.csv", { rows: ["2: 华宸|1", "5: 明远|2"], quarantined: [] }],
  ["full-width-commas.csv", { rows: ["2: 王经理|13800138000|A，B"] }],
  ["cut-letter.csv", { encoding: "utf-8", findings: ["I106"] }],
  [
    "no-header.csv",
    {
      columns: ["列1", "列2", "列3", "列4"],
      rows: ["1: wxid_7a1b2c|王经理||", "2: wxid_9d8e7f|李工||同行"],
      findings: ["I105"],
    },
  ],
  ["empty-shared-string.xlsx", { rows: ["2: 华宸|1|", "3: 明远|2|好"] }],
  ["web-page.xls", { encoding: "gb18030", rows: ["2: 华宸|000001"] }],
])("%s is read as it was meant", async (name, expected) => {
  expect(await readFixture(name)).toMatchObject(expected);
});

test.each(["ledger.xlsx", "ledger.xls", "ledger.xlsb"])(
  "%s gives text: phones whole, dates by ISO 8601, merged names repeated, nothing lost",
  async (name) => {
    expect(await readFixture(name)).toEqual({
      encoding: null,
      columns: [
        "客户名称*",
        "联系方式/联系人",
        "联系方式/手机",
        "建档日期",
        "年采购额",
        "编码",
        "列7",
      ],
      rows: [
        "4: 深圳市华宸精密机械有限公司|王经理|13800138000|2024-03-05|0.3|000007|",
        "5: 深圳市华宸精密机械有限公司|李工|13800138001|2024-03-05 10:20:00|120000|#N/A|",
        "6: 苏州明远电子科技有限公司|赵总|0512-58880002|12:00:00|TRUE|1234567890123456800|写在表外的备注",
      ],
      quarantined: [],
      findings: ["I103", "I104", "I107", "I130"],
    });
  },
);

test("a hidden sheet is read when it is asked for", async () => {
  const { tables } = await openSource(fixture("ledger.xlsx"), { sheet: "字典" });
  expect(tables.map(({ sheet, columns }) => [sheet, columns])).toEqual([
    ["字典", ["编码", "地区"]],
  ]);
});

test.each([
  ["template.xls", {}, "IMPORT_TEMPLATE"],
  ["glued.csv", { sheet: "Sheet1" }, "IMPORT_NO_SHEETS"],
  ["glued.csv", { encoding: "klingon" }, "USAGE_UNKNOWN_ENCODING"],
  ["glued.csv", { headerRow: 40 }, "IMPORT_NO_ROWS"],
  ["ledger.xlsx", { sheet: "没有" }, "IMPORT_SHEET_MISSING"],
])("%s with %j is refused with %s", async (name, options, code) => {
  const error = await openSource(fixture(name), options).catch((thrown: unknown) => thrown);
  expect(error instanceof GoldpanError ? error.code : error).toBe(code);
});

test("the system of a file is told by its header", async () => {
  const { columns } = await readFixture("wecom-customers.csv");
  expect(recogniseSystem(columns)).toMatchObject({ system: "wecom-customers", entity: "contact" });
});

test("each code of the import is explained once, in order", () => {
  const codes = importRules.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].toSorted());
});
