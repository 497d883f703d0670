import type { SourceProfile } from "../../source-profile.ts";

/** WeCom customer list: see `README.md` beside this file. */
export const wecomCustomers: SourceProfile = {
  system: "wecom-customers",
  title: ["企业微信 客户列表", "WeCom customer list"],
  evidence: "sample",
  entity: "contact",
  headings: [
    [
      "客户名称",
      "描述",
      "添加人",
      "添加人账号",
      "添加人所属部门",
      "添加时间",
      "来源",
      "手机",
      "企业",
      "邮箱",
      "地址",
      "职务",
      "电话",
    ],
  ],
  telling: ["添加人账号"],
  rest: "tags",
  fields: {
    name: "客户名称",
    mobiles: "手机",
    phones: "电话",
    emails: "邮箱",
    title: "职务",
    owners: "添加人",
    note: "描述",
    source: "来源",
    source_created_at: "添加时间",
  },
  beside: [
    {
      entity: "customer",
      fields: {
        legal_name: "企业",
        address: "地址",
        owner: "添加人",
        department: "添加人所属部门",
      },
    },
  ],
};
