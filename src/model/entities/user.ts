import { commonFields, enumValues, field } from "../define-field.ts";
import type { Entity } from "../entity.ts";

/** 员工: a colleague of ours, as owner and as member of a department. */
export const user: Entity = {
  name: "user",
  zh: "员工",
  en: "User",
  fields: [
    field("name", ["姓名", "Name"], "person", {
      tier: "key",
      identifies: true,
      aliases: ["员工姓名", "成员姓名", "name"],
    }),
    field("employee_no", ["工号", "Employee number"], "code", {
      identifies: true,
      aliases: ["员工编号", "员工UserID", "jobnumber"],
    }),
    field("email", ["邮箱", "E-mail"], "email", { aliases: ["企业邮箱", "个人邮箱", "Email"] }),
    field("mobile", ["手机", "Mobile"], "phone", {
      personal: true,
      aliases: ["手机号", "手机号码", "移动电话"],
    }),
    field("department", ["部门", "Department"], "text", {
      tier: "key",
      aliases: ["所属部门", "大区", "Department"],
    }),
    field("position", ["岗位", "Position"], "text", { aliases: ["职务", "职位"] }),
    field("manager", ["上级", "Manager"], "ref", {
      refersTo: "user",
      aliases: ["直属上级", "主管"],
    }),
    field("status", ["状态", "Status"], "enum", {
      tier: "key",
      aliases: ["在职状态", "激活状态"],
      values: enumValues(
        ["active", "在职", "Active", ["已激活", "正常", "启用"]],
        ["left", "离职", "Left", ["已离职", "禁用", "停用", "已停用"]],
      ),
    }),
    field("external_ids", ["系统账号", "Account ids"], "code", {
      list: true,
      aliases: ["账号", "帐号", "英文ID", "userid"],
    }),
    ...commonFields,
  ],
};
