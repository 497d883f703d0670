import type { SourceProfile } from "../../source-profile.ts";

/** PyWxDump users: see `README.md` beside this file. */
export const pywxdumpUsers: SourceProfile = {
  system: "pywxdump-users",
  title: ["PyWxDump 联系人", "PyWxDump users"],
  evidence: "code",
  entity: "contact",
  headings: [
    [
      "wxid",
      "nickname",
      "remark",
      "account",
      "describe",
      "性别",
      "国",
      "省",
      "市",
      "公司名称",
      "手机号",
      "个性签名",
    ],
  ],
  telling: ["describe"],
  rowKey: ["wxid"],
  fields: {
    wechat_id: "wxid",
    remark_name: "remark",
    mobiles: "手机号",
    note: "describe",
  },
  beside: [
    {
      entity: "customer",
      fields: {
        legal_name: "公司名称",
      },
    },
  ],
};
