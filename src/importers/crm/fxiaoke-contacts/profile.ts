import type { SourceProfile } from "../../source-profile.ts";

/** Fxiaoke contacts: see `README.md` beside this file. */
export const fxiaokeContacts: SourceProfile = {
  system: "fxiaoke-contacts",
  title: ["纷享销客 联系人", "Fxiaoke contacts"],
  evidence: "code",
  entity: "contact",
  headings: [
    [
      "唯一性ID（必填）",
      "联系人姓名（必填）",
      "客户ID",
      "客户名称（必填）",
      "联系人职位（必填）",
      "性别",
      "手机",
      "电话",
      "邮件",
      "微信",
      "联系地址",
      "是否为关键决策人",
      "来源",
      "备注",
    ],
  ],
  telling: ["联系人职位"],
  rowKey: ["唯一性ID（必填）"],
  fields: {
    name: "联系人姓名（必填）",
    customer: "客户名称（必填）",
    title: "联系人职位（必填）",
    gender: "性别",
    mobiles: "手机",
    phones: "电话",
    emails: "邮件",
    wechat_id: "微信",
    source: "来源",
    note: "备注",
  },
};
