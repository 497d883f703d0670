import type { SourceProfile } from "../../source-profile.ts";

/** MoChat batch add: see `README.md` beside this file. */
export const wecomBatchAdd: SourceProfile = {
  system: "wecom-batch-add",
  title: ["MoChat 批量加好友", "MoChat batch add"],
  evidence: "sample",
  entity: "contact",
  headings: [["电话", "备注"]],
  telling: [],
  fields: {
    mobiles: "电话",
    remark_name: "备注",
  },
};
