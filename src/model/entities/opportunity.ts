import { commonFields, enumValues, field } from "../define-field.ts";
import type { Entity } from "../entity.ts";

/** 商机: a deal in the making. */
export const opportunity: Entity = {
  name: "opportunity",
  zh: "商机",
  en: "Opportunity",
  fields: [
    field("customer", ["客户", "Customer"], "ref", {
      refersTo: "customer",
      tier: "key",
      aliases: ["客户名称", "所属客户", "公司名称", "客户名", "ACCOUNTID", "Account Name"],
    }),
    field("name", ["商机名称", "Name"], "text", {
      tier: "key",
      aliases: ["项目名称", "业务机会名称", "机会名称", "Deal Name", "Opportunity Name", "NAME"],
    }),
    field("amount", ["金额", "Amount"], "amount", {
      tier: "key",
      aliases: ["商机金额", "预计金额", "项目金额", "AMOUNT", "Amount"],
    }),
    field("currency", ["币种", "Currency"], "text", { aliases: ["货币"] }),
    field("stage", ["阶段", "Stage"], "enum", {
      tier: "key",
      aliases: ["商机阶段", "销售阶段", "项目阶段", "STAGENAME", "Deal Stage", "Stage"],
      values: enumValues(
        ["qualification", "初步接触", "Qualification", ["线索", "初步沟通", "Prospecting"]],
        ["needs", "需求确认", "Needs analysis", ["需求分析", "需求沟通", "Needs Analysis"]],
        ["proposal", "方案报价", "Proposal", ["方案", "报价", "方案提交", "Proposal/Price Quote"]],
        ["negotiation", "价格谈判", "Negotiation", ["谈判", "商务谈判", "Negotiation/Review"]],
        ["contract", "合同签订", "Contract", ["合同", "签约", "合同审批"]],
        ["won", "赢单", "Won", ["成交", "已成交", "签单", "Closed Won", "closedwon"]],
        ["lost", "输单", "Lost", ["丢单", "失败", "Closed Lost", "closedlost"]],
      ),
    }),
    field("stage_changed_at", ["阶段变更时间", "Stage changed"], "datetime", {
      tier: "important",
      aliases: ["阶段更新时间", "进入阶段时间"],
    }),
    field("stage_evidence", ["阶段凭证", "Stage evidence"], "text", {
      list: true,
      tier: "important",
      aliases: ["凭证", "附件"],
    }),
    field("expected_close_on", ["预计成交日期", "Expected close"], "date", {
      tier: "key",
      aliases: ["预计签单日期", "预计成交时间", "预计成单日期", "CLOSEDATE", "Close Date"],
    }),
    field("lost_reason", ["输单原因", "Lost reason"], "text", { aliases: ["丢单原因"] }),
    field("owner", ["负责人", "Owner"], "ref", {
      refersTo: "user",
      tier: "key",
      aliases: [
        "业务员",
        "销售",
        "商机负责人",
        "跟进人",
        "OWNERID",
        "Deal owner",
        "业务机会所有人名称",
      ],
    }),
    field("department", ["部门", "Department"], "text", { aliases: ["所属部门", "归属部门"] }),
    field("last_activity_at", ["最近跟进时间", "Last activity"], "datetime", {
      tier: "important",
      aliases: ["最后跟进时间"],
    }),
    field("source_code", ["商机编号", "Opportunity code"], "code", {
      aliases: ["编号", "商机ID", "Record ID", "ID"],
    }),
    ...commonFields,
  ],
};
