import type { SourceProfile } from "../../source-profile.ts";

/** Outlook Express contacts: see `README.md` beside this file. */
export const outlookExpressContacts: SourceProfile = {
  system: "outlook-express-contacts",
  title: ["Outlook Express 通讯簿", "Outlook Express contacts"],
  evidence: "code",
  entity: "contact",
  headings: [
    [
      "姓名",
      "职务",
      "昵称",
      "电子邮件地址",
      "移动电话",
      "寻呼机",
      "QQ",
      "ICQ",
      "性别",
      "生日",
      "配偶",
      "子女",
      "住宅所在地的邮政编码",
      "住宅所在街道",
      "住宅电话",
      "公司",
      "公司所在地的邮政编码",
      "公司所在街道",
      "业务电话",
      "业务传真",
      "附注",
    ],
  ],
  privateHeadings: ["生日", "配偶", "子女"],
  telling: ["业务电话"],
  fields: {
    name: "姓名",
    title: "职务",
    emails: "电子邮件地址",
    mobiles: "移动电话",
    phones: "业务电话",
    gender: "性别",
    note: "附注",
  },
  beside: [
    {
      entity: "customer",
      fields: {
        legal_name: "公司",
      },
    },
  ],
};
