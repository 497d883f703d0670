import type { SourceProfile } from "../../source-profile.ts";

/** Grasp partners: see `README.md` beside this file. */
export const graspPartners: SourceProfile = {
  system: "grasp-partners",
  title: ["管家婆 往来单位", "Grasp partners"],
  evidence: "code",
  entity: "customer",
  headings: [
    [
      "行号",
      "单位编号",
      "单位全名",
      "单位简名",
      "单位拼音码",
      "单位地址",
      "单位电话",
      "电子邮件",
      "联系人一",
      "手机一",
      "联系人二",
      "手机二",
    ],
  ],
  telling: ["单位全名"],
  rowKey: ["单位编号"],
  fields: {
    source_code: "单位编号",
    legal_name: "单位全名",
    short_name: "单位简名",
    address: "单位地址",
    phones: "单位电话",
    emails: "电子邮件",
  },
  beside: [
    {
      entity: "contact",
      fields: {
        name: "联系人一",
        mobiles: "手机一",
      },
    },
    { entity: "contact", fields: { name: "联系人二", mobiles: "手机二" } },
  ],
};
