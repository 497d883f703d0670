import type { SourceProfile } from "../../source-profile.ts";

/** vCard contacts: see `README.md` beside this file. */
export const vcardContacts: SourceProfile = {
  system: "vcard-contacts",
  title: ["名片 (vCard)", "vCard contacts"],
  evidence: "sample",
  entity: "contact",
  headings: [
    [
      "姓名",
      "昵称",
      "单位",
      "部门",
      "职务",
      "手机",
      "电话",
      "传真",
      "邮箱",
      "地址",
      "网址",
      "分组",
      "微信号",
      "备注名",
      "QQ",
      "备注",
      "UID",
    ],
  ],
  telling: ["UID"],
  fields: {
    name: "姓名",
    title: "职务",
    department: "部门",
    mobiles: "手机",
    phones: "电话",
    emails: "邮箱",
    wechat_id: "微信号",
    remark_name: "备注名",
    tags: "分组",
    note: "备注",
  },
  beside: [
    {
      entity: "customer",
      fields: {
        legal_name: "单位",
        address: "地址",
        website: "网址",
      },
    },
  ],
};
