import type { SourceProfile } from "../../source-profile.ts";

/** Salesforce opportunity report: see `README.md` beside this file. */
export const salesforceReport: SourceProfile = {
  system: "salesforce-report",
  title: ["Salesforce 报表 业务机会", "Salesforce opportunity report"],
  evidence: "sample",
  entity: "opportunity",
  headings: [["客户名", "业务机会名称", "业务机会所有人名称", "阶段", "金额"]],
  telling: ["业务机会名称"],
  fields: {
    customer: "客户名",
    name: "业务机会名称",
    owner: "业务机会所有人名称",
    stage: "阶段",
    amount: "金额",
  },
};
