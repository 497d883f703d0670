import ExcelJS from "exceljs";
import { expect, test, vi } from "vitest";
import { xlsxOfTable } from "./xlsx.ts";

const table = {
  name: "问题/登记",
  columns: ["信用代码", "电话"],
  rows: [["911101080000000001", "0755"]],
};

test("cells are text: no digit of a long code and no leading zero is lost", async () => {
  const workbook = new ExcelJS.Workbook();
  const bytes = await xlsxOfTable(table);
  // exceljs wants the Buffer type of an older Node.
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  const [sheet] = workbook.worksheets;
  expect(sheet?.name).toBe("问题 登记");
  expect(sheet?.getRow(2).values).toEqual([undefined, "911101080000000001", "0755"]);
});

test("the same table gives the same bytes, whenever it is written", async () => {
  vi.useFakeTimers({ now: new Date("2026-11-24T10:00:00Z"), toFake: ["Date"] });
  const first = await xlsxOfTable(table);
  vi.setSystemTime(new Date("2027-03-01T08:30:00Z"));
  expect(await xlsxOfTable(table)).toEqual(first);
  vi.useRealTimers();
});
