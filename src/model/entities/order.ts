import { commonFields, enumValues, field } from "../define-field.ts";
import type { Entity } from "../entity.ts";

/** 订单: something that was bought. */
export const order: Entity = {
  name: "order",
  zh: "订单",
  en: "Order",
  fields: [
    field("customer", ["客户", "Customer"], "ref", {
      refersTo: "customer",
      tier: "key",
      aliases: ["客户名称", "所属客户", "公司名称", "购货单位"],
    }),
    field("opportunity", ["商机", "Opportunity"], "ref", {
      refersTo: "opportunity",
      aliases: ["商机名称", "相关商机"],
    }),
    field("number", ["单号", "Number"], "code", {
      tier: "key",
      aliases: ["订单号", "订单编号", "单据编号", "销售单号"],
    }),
    field("amount", ["金额", "Amount"], "amount", {
      tier: "key",
      aliases: ["订单金额", "合同金额", "总金额", "价税合计"],
    }),
    field("currency", ["币种", "Currency"], "text"),
    field("status", ["状态", "Status"], "enum", {
      aliases: ["订单状态"],
      values: enumValues(
        ["open", "执行中", "Open", ["未完成", "待发货", "进行中"]],
        ["done", "已完成", "Done", ["已发货", "完成", "已结案"]],
        ["cancelled", "已取消", "Cancelled", ["作废", "取消"]],
      ),
    }),
    field("ordered_on", ["日期", "Date"], "date", {
      tier: "key",
      aliases: ["订单日期", "下单日期", "下单时间", "签订日期", "单据日期"],
    }),
    field("contract_no", ["合同编号", "Contract number"], "code", { aliases: ["合同号"] }),
    field("paid_amount", ["已回款", "Paid amount"], "amount", {
      aliases: ["已收款", "回款金额", "已回款金额"],
    }),
    field("approved_by", ["审批人", "Approved by"], "ref", {
      refersTo: "user",
      aliases: ["审核人"],
    }),
    field("owner", ["负责人", "Owner"], "ref", {
      refersTo: "user",
      tier: "key",
      aliases: ["业务员", "销售", "经办人"],
    }),
    ...commonFields,
  ],
};
