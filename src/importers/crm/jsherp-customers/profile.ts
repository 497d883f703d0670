import type { SourceProfile } from "../../source-profile.ts";

/** jshERP customers: see `README.md` beside this file. */
export const jsherpCustomers: SourceProfile = {
  system: "jsherp-customers",
  title: ["管伊佳 jshERP 客户", "jshERP customers"],
  evidence: "sample",
  entity: "customer",
  headings: [
    [
      "名称*",
      "联系人",
      "手机号码",
      "联系电话",
      "电子邮箱",
      "传真",
      "期初应收",
      "纳税人识别号",
      "税率(%)",
      "开户行",
      "账号",
      "地址",
      "备注",
      "排序",
      "状态*",
    ],
  ],
  telling: ["期初应收"],
  fields: {
    legal_name: "名称*",
    phones: "联系电话",
    emails: "电子邮箱",
    tax_no: "纳税人识别号",
    bank_account: { parts: ["开户行", "账号"], join: " " },
    address: "地址",
    note: "备注",
  },
  beside: [
    {
      entity: "contact",
      fields: {
        name: "联系人",
        mobiles: "手机号码",
      },
    },
  ],
};
