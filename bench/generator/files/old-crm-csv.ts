import { encodeGb18030 } from "../gb18030.ts";
import { blank, dirtyDate, dirtyMobile, dirtyName } from "../noise.ts";
import type { Random } from "../random.ts";
import type { Customer } from "../world.ts";
import { csvText, truthOf, type DirtyRow, type GeneratedFile } from "./generated-file.ts";

const header = [
  "客户编号",
  "客户名称",
  "统一社会信用代码",
  "电话",
  "网址",
  "客户行业",
  "省",
  "市",
  "区",
  "详细地址",
  "负责人",
  "归属部门",
  "合作阶段",
  "客户状态",
  "创建时间",
  "最后修改时间",
];

function crmRow(random: Random, customer: Customer, index: number): DirtyRow {
  const [, province, city, county] = customer.city;
  const [owner, department] = customer.owner;
  const year = 2018 + random.below(8);
  return {
    cells: [
      `CRM-${10_000 + index}`,
      dirtyName(random, customer),
      random.chance(60) ? customer.uscc : blank(random),
      random.chance(80) ? customer.landline : dirtyMobile(random, customer.people[0]?.mobile ?? ""),
      random.chance(40) ? `www.${customer.domain}` : blank(random),
      customer.industry,
      province,
      city,
      county,
      customer.address,
      random.chance(95) ? owner : "",
      random.chance(90) ? department : "",
      customer.stage,
      random.pick(["正常", "正常", "休眠", "公海"]),
      `${year}-03-${10 + random.below(18)} 09:30:00`,
      dirtyDate(random, `2026-0${1 + random.below(9)}-1${random.below(9)}`),
    ],
    customer: customer.id,
    contact: "",
  };
}

/** The export of the old CRM, in the encoding Chinese Excel saves CSV in. */
export function oldCrmCsv(random: Random, customers: readonly Customer[]): GeneratedFile {
  const rows = customers.map((customer, index) => crmRow(random, customer, index));
  const text = csvText([header, ...rows.map(({ cells }) => cells)]);
  return { name: "03-旧CRM导出.csv", bytes: encodeGb18030(text), truth: truthOf(rows, 2) };
}
