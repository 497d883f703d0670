import type { SourceProfile } from "../../source-profile.ts";

/** Seeyon contacts: see `README.md` beside this file. */
export const seeyonContacts: SourceProfile = {
  system: "seeyon-contacts",
  title: ["致远 通讯录", "Seeyon contacts"],
  evidence: "code",
  entity: "contact",
  headings: [
    [
      "名",
      "姓",
      "中文称谓",
      "单位",
      "部门",
      "职务",
      "住宅地址 街道",
      "住宅地址 邮政编码",
      "单位主要电话",
      "移动电话",
      "电子邮件地址",
      "电子邮件类型",
      "电子邮件显示名称",
      "网页",
    ],
  ],
  telling: [],
  fields: {
    name: { parts: ["姓", "名"] },
    department: "部门",
    title: "职务",
    phones: "单位主要电话",
    mobiles: "移动电话",
    emails: "电子邮件地址",
  },
  beside: [
    {
      entity: "customer",
      fields: {
        legal_name: "单位",
      },
    },
  ],
};
