import fc from "fast-check";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { encodeLegacy, type LegacyEncoding } from "../text/legacy-bytes.ts";
import { openSource } from "./open-source.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-dirty-"));
afterAll(() => rmSync(folder, { recursive: true }));

const headings = [
  "客户名称",
  "联系电话",
  "地址",
  "负责人",
  "建档日期",
  "备注",
  "自定义一",
  "自定义二",
];
const cells: Readonly<Record<string, fc.Arbitrary<string>>> = {
  客户名称: fc.constantFrom("深圳市华宸精密机械有限公司", "苏州明远电子科技有限公司", "启航商贸"),
  联系电话: fc.constantFrom("0755-58880001", "13800138000", "", "000123"),
  地址: fc.constantFrom("深圳市南山区科技园, 5栋", "", "苏州市昆山市\n开发区", '"老厂区"'),
  负责人: fc.constantFrom("张敏", "李强", ""),
  建档日期: fc.constantFrom("2024-03-05", "2023/1/2", ""),
  备注: fc.constantFrom("", "老客户；要发票", "a;b|c\td，e", "-"),
  自定义一: fc.constantFrom("甲", "乙", ""),
  自定义二: fc.constantFrom("1", "2.5", ""),
};

const table = fc
  .uniqueArray(fc.constantFrom(...headings), { minLength: 2, maxLength: 8 })
  .map((chosen) => ["客户名称", ...chosen.filter((each) => each !== "客户名称")])
  .filter((chosen) => chosen.includes("联系电话") && chosen.length > 2)
  .chain((chosen) =>
    fc.record({
      columns: fc.constant(chosen),
      rows: fc.array(fc.tuple(...chosen.map((name) => cells[name] ?? fc.constant(""))), {
        minLength: 3,
        maxLength: 12,
      }),
    }),
  );

const dirt = fc.record({
  titles: fc.subarray(["2024年1月客户台账", "导出时间：2024-02-01", "制表：张敏  部门：华南"]),
  blankAbove: fc.nat(2),
  stars: fc.boolean(),
  repeatAt: fc.option(fc.nat(6), { nil: undefined }),
  blankLines: fc.boolean(),
  footers: fc.subarray(["合计", "共 12 条记录", "制表人：张敏"]),
  delimiter: fc.constantFrom(",", "\t", ";", "|"),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  isEnded: fc.boolean(),
  quoteAll: fc.boolean(),
  padded: fc.boolean(),
  encoding: fc.constantFrom<LegacyEncoding | "utf-8-bom" | "utf-16">(
    "utf-8",
    "gbk",
    "utf-8-bom",
    "utf-16",
  ),
});

type Dirt = typeof dirt extends fc.Arbitrary<infer Value> ? Value : never;

function write(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  how: Dirt,
): Buffer {
  const line = (cells: readonly string[], quoteAll = how.quoteAll): string =>
    cells.map((cell) => quote(cell, how.delimiter, quoteAll)).join(how.delimiter);
  const alone = (text: string): string =>
    how.padded ? line([text, ...columns.slice(1).map(() => "")], false) : text;
  const header = line(columns.map((name, at) => (how.stars && at < 2 ? `*${name}` : name)));
  const body = rows.map((row) => line(row));
  if (how.repeatAt !== undefined && how.repeatAt < body.length) {
    const months = how.titles.includes("2024年1月客户台账") ? [alone("2024年2月客户台账")] : [];
    body.splice(how.repeatAt, 0, ...months, header);
  }
  if (how.blankLines) body.splice(1, 0, alone(""));
  const lines = [
    ...how.titles.map(alone),
    ...Array.from({ length: how.blankAbove }, () => alone("")),
    header,
    ...body,
    ...how.footers.map(alone),
  ];
  return encode(lines.join(how.end) + (how.isEnded ? how.end : ""), how.encoding);
}

function quote(cell: string, delimiter: string, always: boolean): string {
  const must = always || /["\r\n]/.test(cell) || cell.includes(delimiter);
  return must ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function encode(text: string, encoding: Dirt["encoding"]): Buffer {
  if (encoding === "utf-8-bom") return Buffer.from(`\ufeff${text}`);
  if (encoding === "utf-16") return Buffer.from(`\ufeff${text}`, "utf16le");
  return Buffer.from(encodeLegacy(text, encoding) ?? []);
}

test("of a table with dirt around and between its rows exactly the rows are read", async () => {
  const path = join(folder, "table.csv");
  await fc.assert(
    fc.asyncProperty(table, dirt, async ({ columns, rows }, how) => {
      writeFileSync(path, write(columns, rows, how));
      const source = await openSource(path);
      const [found] = source.tables;
      const read: (readonly string[])[] = [];
      for await (const batch of found?.batches() ?? []) {
        expect(batch.quarantined).toEqual([]);
        read.push(...batch.rows.map((row) => row.cells));
      }
      expect(found?.columns.map((name) => name.replace("*", ""))).toEqual(columns);
      expect(read).toEqual(rows);
      await source.close();
    }),
    { numRuns: 400 },
  );
});
