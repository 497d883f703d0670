import ExcelJS from "exceljs";
import { fixZipDates } from "../fix-zip-dates.ts";
import { blank, dirtyDate, dirtyMobile, dirtyName } from "../noise.ts";
import type { Random } from "../random.ts";
import type { Customer } from "../world.ts";
import { truthOf, type DirtyRow, type GeneratedFile } from "./generated-file.ts";

const groups = [
  "客户编码",
  "客户名称",
  "统一社会信用代码",
  "联系方式",
  "",
  "",
  "地址",
  "负责人",
  "部门",
  "客户级别",
  "年采购额预估",
  "最近跟进时间",
];
const details = ["", "", "", "联系人", "手机", "职务", "", "", "", "", "", ""];

function ledgerRow(random: Random, customer: Customer, index: number): DirtyRow {
  const person = random.pick(customer.people);
  const [owner, department] = customer.owner;
  const uscc = random.chance(70) ? customer.uscc : blank(random);
  const date = `2026-${String(1 + random.below(11)).padStart(2, "0")}-${String(1 + random.below(28)).padStart(2, "0")}`;
  return {
    cells: [
      `KH${String(index + 1).padStart(5, "0")}`,
      dirtyName(random, customer),
      random.chance(5) ? uscc.toLowerCase() : uscc,
      person.name,
      dirtyMobile(random, person.mobile),
      random.chance(70) ? person.title : blank(random),
      random.chance(85) ? customer.address : blank(random),
      owner,
      department,
      customer.level,
      random.chance(70) ? `${customer.annualPurchaseWan}万` : blank(random),
      dirtyDate(random, date),
    ],
    customer: customer.id,
    contact: person.id,
  };
}

/** The ledger of the sales assistant: title rows, a header of two rows, merged cells, numbers as text, a footer. */
export async function ledgerXlsx(
  random: Random,
  customers: readonly Customer[],
): Promise<GeneratedFile> {
  const rows = customers.map((customer, index) => ledgerRow(random, customer, index));
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("客户台账");
  sheet.addRow(["2026年客户台账(内部资料)"]);
  sheet.mergeCells(1, 1, 1, groups.length);
  sheet.addRow(["导出日期: 2026-11-20", "", "制表: 销售助理"]);
  sheet.addRow(groups);
  sheet.addRow(details);
  sheet.mergeCells(3, 4, 3, 6);
  for (const column of [1, 2, 3, 7, 8, 9, 10, 11, 12]) sheet.mergeCells(3, column, 4, column);
  for (const row of rows) sheet.addRow([...row.cells]);
  sheet.addRow(["合计", `${rows.length} 家`]);
  workbook.created = new Date(Date.UTC(2026, 10, 20));
  workbook.modified = workbook.created;
  const bytes = fixZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return { name: "01-客户台账.xlsx", bytes, truth: truthOf(rows, 5) };
}
