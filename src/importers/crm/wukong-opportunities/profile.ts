import type { SourceProfile } from "../../source-profile.ts";

/** Wukong opportunities: see `README.md` beside this file. */
export const wukongOpportunities: SourceProfile = {
  system: "wukong-opportunities",
  title: ["悟空CRM 商机", "Wukong opportunities"],
  evidence: "code",
  entity: "opportunity",
  headings: [["商机名称", "客户名称", "商机金额", "预计成交日期", "备注"]],
  telling: ["商机金额"],
  fields: {
    name: "商机名称",
    customer: "客户名称",
    amount: "商机金额",
    expected_close_on: "预计成交日期",
    note: "备注",
  },
};
