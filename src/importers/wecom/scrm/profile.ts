import type { SourceProfile } from "../../source-profile.ts";

/** WeCom SCRM customers: see `README.md` beside this file. */
export const wecomScrm: SourceProfile = {
  system: "wecom-scrm",
  title: ["企业微信 SCRM 客户", "WeCom SCRM customers"],
  evidence: "code",
  entity: "contact",
  headings: [
    [
      "客户名称",
      "所属企微号",
      "所属企业",
      "添加时间",
      "标签",
      "客户系统备注",
      "客户备注名",
      "描述信息",
      "企微手机号",
      "系统手机",
      "客户编号",
      "企微编号",
    ],
  ],
  telling: ["所属企微号"],
  fields: {
    name: "客户名称",
    remark_name: "客户备注名",
    mobiles: ["企微手机号", "系统手机"],
    tags: "标签",
    note: ["描述信息", "客户系统备注"],
    owners: "所属企微号",
    source_created_at: "添加时间",
  },
};
