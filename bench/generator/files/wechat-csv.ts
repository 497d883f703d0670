import type { Random } from "../random.ts";
import type { Customer } from "../world.ts";
import { csvText, truthOf, type DirtyRow, type GeneratedFile } from "./generated-file.ts";

const header = [
  "用户名",
  "显示名称",
  "备注",
  "昵称",
  "微信号",
  "标签",
  "描述",
  "个性签名",
  "地区",
  "类型",
];

function friend(random: Random, customer: Customer): DirtyRow {
  const person = random.pick(customer.people);
  const short = `${customer.brand}${customer.industry}`;
  const remark = random.pick([
    `${person.name}-${short}-${person.title}`,
    `${short} ${person.name} ${person.mobile}`,
    `${person.name}-${person.mobile}`,
    `【${customer.city[5]}-${person.name}-${person.mobile}】`,
    `A${person.name}@${short}`,
  ]);
  return {
    cells: [
      person.wechat,
      remark,
      remark,
      random.pick(["随风", "阳光", "小鱼", "平凡"]),
      person.wechat.slice(-8),
      random.pick(["客户", "供应商 | 客户", ""]),
      "",
      "",
      `${customer.city[1]} ${customer.city[5]}`,
      "好友",
    ],
    customer: customer.id,
    contact: person.id,
  };
}

/** Contacts of a personal WeChat as a tool wrote them: the customer data stands in the remark. */
export function wechatCsv(random: Random, customers: readonly Customer[]): GeneratedFile {
  const rows = customers.map((customer) => friend(random, customer));
  const text = `\ufeff${csvText([header, ...rows.map(({ cells }) => cells)], true)}`;
  return {
    name: "05-微信通讯录.csv",
    bytes: new TextEncoder().encode(text),
    truth: truthOf(rows, 2),
  };
}
