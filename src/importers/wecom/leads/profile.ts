import type { SourceProfile } from "../../source-profile.ts";

/** WeCom leads: see `README.md` beside this file. */
export const wecomLeads: SourceProfile = {
  system: "wecom-leads",
  title: ["企业微信 获客", "WeCom leads"],
  evidence: "code",
  entity: "contact",
  headings: [["用户昵称", "添加人", "添加人账号", "添加人所属部门", "流量id", "线索id"]],
  telling: ["流量id"],
  rowKey: ["线索id"],
  fields: {
    name: "用户昵称",
    owners: "添加人",
  },
};
