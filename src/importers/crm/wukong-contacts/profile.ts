import type { SourceProfile } from "../../source-profile.ts";

/** Wukong contacts: see `README.md` beside this file. */
export const wukongContacts: SourceProfile = {
  system: "wukong-contacts",
  title: ["悟空CRM 联系人", "Wukong contacts"],
  evidence: "code",
  entity: "contact",
  headings: [
    [
      "姓名",
      "客户名称",
      "手机",
      "电话",
      "邮箱",
      "职务",
      "是否关键决策人",
      "地址",
      "下次联系时间",
      "备注",
      "性别",
    ],
  ],
  telling: ["是否关键决策人"],
  fields: {
    name: "姓名",
    customer: "客户名称",
    mobiles: "手机",
    phones: "电话",
    emails: "邮箱",
    title: "职务",
    gender: "性别",
    note: "备注",
  },
};
