import { utils, write } from "@e965/xlsx";
import { blank, dirtyMobile, dirtyName } from "../noise.ts";
import type { Random } from "../random.ts";
import type { Customer } from "../world.ts";
import { truthOf, type DirtyRow, type GeneratedFile } from "./generated-file.ts";

const header = [
  "公司名称",
  "联系人",
  "电话",
  "手机号码",
  "邮箱",
  "所属行业",
  "省",
  "市",
  "业务员",
  "客户来源",
  "备注",
];

function oldRow(random: Random, customer: Customer): DirtyRow {
  const person = random.pick(customer.people);
  const phone = random.chance(70) ? customer.landline : blank(random);
  return {
    cells: [
      dirtyName(random, customer),
      random.chance(85) ? person.name : `${person.name[0] ?? ""}总`,
      phone,
      random.chance(75) ? dirtyMobile(random, person.mobile) : blank(random),
      random.chance(60) ? person.email : blank(random),
      customer.industry,
      customer.city[1],
      customer.city[2],
      customer.owner[0],
      customer.source,
      random.chance(10) ? "展会上认识, 待回访" : "",
    ],
    customer: customer.id,
    contact: person.id,
  };
}

/** What colleagues kept for years in the old format of Excel (BIFF8). */
export function oldXls(random: Random, customers: readonly Customer[]): GeneratedFile {
  const rows = customers.map((customer) => oldRow(random, customer));
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([header, ...rows.map((row) => [...row.cells])]),
    "Sheet1",
  );
  book.Props = {
    CreatedDate: new Date(Date.UTC(2019, 4, 1)),
    ModifiedDate: new Date(Date.UTC(2019, 4, 1)),
  };
  // The typings say `any`; with type "array" and bookType "biff8" the result is an ArrayBuffer.
  const bytes = new Uint8Array(write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
  return { name: "02-老客户 汇总(终版).xls", bytes, truth: truthOf(rows, 2) };
}
