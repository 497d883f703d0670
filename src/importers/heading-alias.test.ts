import { expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import type { EntityName } from "../model/entity.ts";
import { guessEntity, recogniseColumns } from "./heading-alias.ts";

test.each<[string[], EntityName, (string | undefined)[], string]>([
  [
    ["客户名称*", "XY", "联系方式/手机"],
    "contact",
    ["customer", undefined, "mobiles"],
    "joined headings by their last part",
  ],
  [
    ["NAME", "BILLINGSTREET", "PHONE"],
    "customer",
    ["legal_name", "address", "phones"],
    "Data Loader's capitals",
  ],
  [
    ["昵称", "备注", "微信号"],
    "contact",
    ["name", "remark_name", "wechat_id"],
    "the remark of WeChat is a name",
  ],
  [["姓名", "备注", "手机"], "contact", ["name", "note", "mobiles"], "elsewhere it is a note"],
  [
    ["商务地址 - 邮箱", "电子邮件地址"],
    "contact",
    [undefined, "emails"],
    "Outlook's P.O. box is no e-mail",
  ],
])("%j as %s -> %j: %s", (columns, entity, expected) => {
  const fields = recogniseColumns(columns, canonicalModel, entity).map((each) => each?.field);
  expect(fields).toEqual(expected);
});

test.each<[string[], EntityName, string]>([
  [["客户名称", "统一社会信用代码", "地址", "负责人"], "customer", "a ledger of customers"],
  [["姓名", "手机", "邮箱", "职务", "公司"], "contact", "an address book"],
  [["客户名称", "电话", "手机"], "customer", "a list of companies to call"],
  [["客户名称", "联系人", "手机", "邮箱"], "customer", "whom to ask for there"],
  [["客户名称", "联系人", "职务", "手机"], "contact", "somebody is told about"],
  [["公司", "姓名", "手机"], "contact", "the row is the person"],
  [["公司", "税号", "姓名", "手机"], "customer", "a tax number is a company's"],
  [["手机", "邮箱"], "contact", "numbers and mailboxes of nobody"],
  [["商机名称", "客户名称", "金额", "阶段", "预计成交日期"], "opportunity", "a pipeline"],
  [["客户名称", "跟进方式", "跟进时间", "跟进内容", "跟进人"], "activity", "a diary"],
])("%j is a table of %s: %s", (columns, expected) => {
  expect(guessEntity(columns, canonicalModel).entity).toBe(expected);
});
