import ExcelJS from "exceljs";
import { fixZipDates } from "../fix-zip-dates.ts";
import { blank, dirtyName } from "../noise.ts";
import type { Random } from "../random.ts";
import { owners } from "../words.ts";
import type { Customer } from "../world.ts";
import { truthOf, type DirtyRow, type GeneratedFile } from "./generated-file.ts";

const header = [
  "客户名称",
  "描述",
  "添加人",
  "添加人账号",
  "添加人所属部门",
  "添加时间",
  "来源",
  "手机",
  "企业",
  "邮箱",
  "地址",
  "职务",
  "电话",
  "客户等级",
  "行业",
];

function friends(random: Random, customer: Customer): DirtyRow[] {
  const person = random.pick(customer.people);
  const company = random.chance(85) ? dirtyName(random, customer).slice(0, 20) : blank(random);
  const mobile = random.chance(85) ? person.mobile : "";
  const colleagues = random.shuffle(owners).slice(0, random.chance(30) ? 2 : 1);
  return colleagues.map(([owner, department]) => ({
    cells: [
      person.name,
      random.chance(10) ? "老板的朋友" : "",
      owner,
      `user${owners.findIndex(([name]) => name === owner)}`,
      department,
      `2026-0${1 + random.below(9)}-2${random.below(9)} 1${random.below(9)}:05:00`,
      random.pick(["扫描二维码", "名片分享", "手机号搜索"]),
      mobile,
      company,
      random.chance(30) ? person.email : "",
      "",
      random.chance(50) ? person.title : "",
      "",
      random.pick(["重点", "一般", ""]),
      customer.industry,
    ],
    customer: company.length > 2 ? customer.id : "",
    contact: person.id,
  }));
}

/** The customer list of WeCom: one row for each customer and colleague. */
export async function wecomXlsx(
  random: Random,
  customers: readonly Customer[],
): Promise<GeneratedFile> {
  const rows = customers.flatMap((customer) => friends(random, customer));
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("root");
  sheet.addRow(header);
  for (const row of rows) sheet.addRow([...row.cells]);
  workbook.created = new Date(Date.UTC(2026, 10, 18));
  workbook.modified = workbook.created;
  const bytes = fixZipDates(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return { name: "04-企业微信客户列表.xlsx", bytes, truth: truthOf(rows, 2) };
}
