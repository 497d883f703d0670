import type { SourceProfile } from "../../source-profile.ts";

/** QQ sync contacts: see `README.md` beside this file. */
export const qqContacts: SourceProfile = {
  system: "qq-contacts",
  title: ["QQ同步助手 通讯录", "QQ sync contacts"],
  evidence: "code",
  entity: "contact",
  headings: [
    [
      "姓",
      "名",
      "前缀",
      "后缀",
      "昵称",
      "QQ",
      "家庭电话",
      "单位",
      "商务地址 国家/地区",
      "商务地址 市/县",
      "商务地址 省/市/自治区",
      "商务地址 街道",
      "商务地址 邮政编码",
      "工作电话",
      "工作电话 2",
      "备注",
      "电子邮件",
      "家庭邮箱",
      "其他手机",
      "公司/部门",
      "生日",
      "qq同步助手 分组",
    ],
  ],
  privateHeadings: ["生日"],
  telling: ["qq同步助手 分组"],
  fields: {
    name: { parts: ["姓", "名"] },
    phones: ["工作电话", "工作电话 2"],
    mobiles: "其他手机",
    emails: "电子邮件",
    tags: "qq同步助手 分组",
    note: "备注",
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
