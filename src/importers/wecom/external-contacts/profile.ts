import type { SourceProfile } from "../../source-profile.ts";

/** WeCom external contacts: see `README.md` beside this file. */
export const wecomExternalContacts: SourceProfile = {
  system: "wecom-external-contacts",
  title: ["企业微信 外部联系人", "WeCom external contacts"],
  evidence: "sample",
  entity: "contact",
  headings: [
    [
      "external_userid",
      "name",
      "position",
      "corp_name",
      "corp_full_name",
      "type",
      "gender",
      "unionid",
      "userid",
      "remark",
      "description",
      "createtime",
      "remark_corp_name",
      "remark_mobiles",
      "add_way",
      "tags",
    ],
  ],
  telling: ["external_userid"],
  rowKey: ["external_userid"],
  fields: {
    external_userid: "external_userid",
    name: "name",
    title: "position",
    remark_name: "remark",
    mobiles: "remark_mobiles",
    gender: { from: "gender", values: { "0": "", "1": "male", "2": "female" } },
    tags: "tags",
    note: "description",
    owners: "userid",
    source_created_at: "createtime",
  },
  beside: [
    {
      entity: "customer",
      fields: {
        legal_name: ["corp_full_name", "corp_name", "remark_corp_name"],
        owner: "userid",
      },
    },
  ],
};
