import type { SourceProfile } from "../../source-profile.ts";

/** Lead system: see `README.md` beside this file. */
export const leadSystem: SourceProfile = {
  system: "lead-system",
  title: ["线索系统 线索", "Lead system"],
  evidence: "code",
  entity: "customer",
  headings: [["名称", "联系人", "电话", "邮箱", "微信", "地址", "类型", "区域", "需求", "备注"]],
  telling: ["需求"],
  fields: {
    legal_name: "名称",
    phones: "电话",
    emails: "邮箱",
    address: "地址",
    region: "区域",
    needs: "需求",
    note: "备注",
  },
  beside: [
    {
      entity: "contact",
      fields: {
        name: "联系人",
        wechat_id: "微信",
      },
    },
  ],
};
