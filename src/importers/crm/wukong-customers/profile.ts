import type { SourceProfile } from "../../source-profile.ts";

/** Wukong customers: see `README.md` beside this file. */
export const wukongCustomers: SourceProfile = {
  system: "wukong-customers",
  title: ["悟空CRM 客户", "Wukong customers"],
  evidence: "code",
  entity: "customer",
  headings: [
    [
      "客户名称",
      "客户来源",
      "手机",
      "电话",
      "网址",
      "客户行业",
      "客户级别",
      "下次联系时间",
      "备注",
      "邮箱",
      "省",
      "市",
      "区",
      "详细地址",
    ],
  ],
  telling: ["下次联系时间"],
  fields: {
    legal_name: "客户名称",
    source: "客户来源",
    phones: ["电话", "手机"],
    emails: "邮箱",
    website: "网址",
    industry: "客户行业",
    level: "客户级别",
    region: { parts: ["省", "市", "区"] },
    address: "详细地址",
    note: "备注",
  },
};
