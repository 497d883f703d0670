import type { SourceProfile } from "../../source-profile.ts";

/** Wukong activities: see `README.md` beside this file. */
export const wukongActivities: SourceProfile = {
  system: "wukong-activities",
  title: ["悟空CRM 跟进记录", "Wukong activities"],
  evidence: "code",
  entity: "activity",
  headings: [
    [
      "所属客户",
      "跟进内容",
      "跟进人",
      "跟进时间",
      "跟进方式",
      "下次联系时间",
      "相关联系人",
      "相关商机",
    ],
  ],
  telling: ["相关商机"],
  fields: {
    customer: "所属客户",
    owner: "跟进人",
    at: "跟进时间",
    type: "跟进方式",
    contact: "相关联系人",
    opportunity: "相关商机",
    content: "跟进内容",
  },
};
