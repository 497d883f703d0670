import { commonFields, enumValues, field } from "../define-field.ts";
import type { Entity } from "../entity.ts";

/** 待办: something to do for a customer. */
export const task: Entity = {
  name: "task",
  zh: "待办",
  en: "Task",
  fields: [
    field("customer", ["客户", "Customer"], "ref", {
      refersTo: "customer",
      aliases: ["客户名称", "所属客户", "公司名称"],
    }),
    field("contact", ["联系人", "Contact"], "ref", {
      refersTo: "contact",
      aliases: ["相关联系人"],
    }),
    field("opportunity", ["商机", "Opportunity"], "ref", {
      refersTo: "opportunity",
      aliases: ["相关商机"],
    }),
    field("subject", ["事项", "Subject"], "text", {
      tier: "key",
      aliases: ["任务", "任务名称", "待办事项", "任务内容", "Subject"],
    }),
    field("due_on", ["截止日期", "Due"], "date", {
      tier: "key",
      aliases: ["到期日", "完成期限", "截止时间", "Due Date"],
    }),
    field("status", ["状态", "Status"], "enum", {
      aliases: ["任务状态", "完成状态"],
      values: enumValues(
        ["open", "未完成", "Open", ["待办", "进行中", "未开始"]],
        ["done", "已完成", "Done", ["完成", "Completed"]],
        ["cancelled", "已取消", "Cancelled", ["取消"]],
      ),
    }),
    field("owner", ["负责人", "Owner"], "ref", {
      refersTo: "user",
      tier: "key",
      aliases: ["执行人", "责任人", "业务员"],
    }),
    ...commonFields,
  ],
};
