import type { SourceProfile } from "../../source-profile.ts";

/** 139 mail contacts: see `README.md` beside this file. */
export const mail139Contacts: SourceProfile = {
  system: "mail139-contacts",
  title: ["139邮箱 通讯录", "139 mail contacts"],
  evidence: "code",
  entity: "contact",
  headings: [
    [
      "姓",
      "名",
      "常用邮箱一",
      "常用邮箱二",
      "常用手机一",
      "常用手机二",
      "公司名称",
      "职务",
      "商务手机",
      "商务固话",
      "商务传真",
      "商务邮箱",
    ],
  ],
  telling: ["常用手机一"],
  fields: {
    name: { parts: ["姓", "名"] },
    emails: ["商务邮箱", "常用邮箱一", "常用邮箱二"],
    mobiles: ["商务手机", "常用手机一", "常用手机二"],
    phones: "商务固话",
    title: "职务",
  },
  beside: [
    {
      entity: "customer",
      fields: {
        legal_name: "公司名称",
      },
    },
  ],
};
