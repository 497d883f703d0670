import { commonFields, enumValues, field } from "../define-field.ts";
import type { Entity } from "../entity.ts";

/** 报价: a price that was offered. */
export const quote: Entity = {
  name: "quote",
  zh: "报价",
  en: "Quote",
  fields: [
    field("customer", ["客户", "Customer"], "ref", {
      refersTo: "customer",
      tier: "key",
      aliases: ["客户名称", "所属客户", "公司名称"],
    }),
    field("opportunity", ["商机", "Opportunity"], "ref", {
      refersTo: "opportunity",
      aliases: ["商机名称", "相关商机"],
    }),
    field("number", ["单号", "Number"], "code", {
      tier: "key",
      aliases: ["报价单号", "报价编号", "报价单编号"],
    }),
    field("amount", ["金额", "Amount"], "amount", {
      tier: "key",
      aliases: ["报价金额", "总金额", "合计金额"],
    }),
    field("currency", ["币种", "Currency"], "text"),
    field("status", ["状态", "Status"], "enum", {
      aliases: ["报价状态"],
      values: enumValues(
        ["draft", "草稿", "Draft", ["待提交"]],
        ["sent", "已发送", "Sent", ["已报价", "已提交"]],
        ["accepted", "已接受", "Accepted", ["已确认", "成交"]],
        ["rejected", "已拒绝", "Rejected", ["作废", "失效"]],
      ),
    }),
    field("quoted_on", ["日期", "Date"], "date", {
      tier: "key",
      aliases: ["报价日期", "报价时间"],
    }),
    field("valid_until", ["有效期", "Valid until"], "date", {
      aliases: ["有效期至", "报价有效期"],
    }),
    field("owner", ["负责人", "Owner"], "ref", {
      refersTo: "user",
      tier: "key",
      aliases: ["报价人", "业务员", "销售"],
    }),
    ...commonFields,
  ],
};
