import ExcelJS from "exceljs";
import { fixZipDates } from "../fix-zip-dates.ts";
import { dirtyDate, dirtyName } from "../noise.ts";
import type { Random } from "../random.ts";
import type { Customer } from "../world.ts";
import { truthOf, type DirtyRow, type GeneratedFile } from "./generated-file.ts";

function activityRow(random: Random, customer: Customer, index: number): DirtyRow {
  const date = `2026-${String(1 + random.below(11)).padStart(2, "0")}-${10 + random.below(18)}`;
  const type = random.pick(["电话", "上门拜访", "微信", "邮件", "会议"]);
  const name = dirtyName(random, customer);
  const person = random.pick(customer.people);
  return {
    cells: [
      `GJ${String(index + 1).padStart(5, "0")}`,
      name,
      person.name,
      type,
      dirtyDate(random, date),
      "沟通产品需求, 约定下次报价",
      customer.owner[0],
    ],
    customer: customer.id,
    contact: person.id,
  };
}

/** The visits and calls that colleagues wrote down, in a sheet of their own. */
export async function activitiesXlsx(
  random: Random,
  customers: readonly Customer[],
): Promise<GeneratedFile> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("跟进记录");
  sheet.addRow(["记录编号", "客户名称", "联系人", "跟进方式", "跟进时间", "跟进内容", "跟进人"]);
  const rows = customers.map((customer, index) => activityRow(random, customer, index));
  for (const row of rows) sheet.addRow([...row.cells]);
  workbook.created = new Date(Date.UTC(2026, 10, 21));
  workbook.modified = workbook.created;
  return {
    name: "07-跟进记录.xlsx",
    bytes: fixZipDates(new Uint8Array(await workbook.xlsx.writeBuffer())),
    truth: truthOf(rows, 2),
  };
}
