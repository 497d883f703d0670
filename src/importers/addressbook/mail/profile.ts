import type { SourceProfile } from "../../source-profile.ts";

/** Mails: see `README.md` beside this file. */
export const mailMessages: SourceProfile = {
  system: "mail-messages",
  title: ["邮件", "Mails"],
  evidence: "sample",
  entity: "activity",
  headings: [
    ["邮件ID", "时间", "方向", "对方姓名", "对方邮箱", "我方邮箱", "主题", "发件人", "收件人"],
  ],
  telling: ["对方邮箱"],
  rowKey: ["邮件ID"],
  fields: {
    source_code: "邮件ID",
    at: "时间",
    direction: "方向",
    contact: "对方邮箱",
    type: { const: "email" },
    subject: "主题",
    owner: "我方邮箱",
  },
  beside: [
    {
      entity: "contact",
      rowKey: ["对方邮箱"],
      fields: {
        name: "对方姓名",
        emails: "对方邮箱",
      },
    },
  ],
};
