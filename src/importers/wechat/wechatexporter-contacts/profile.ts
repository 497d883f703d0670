import type { SourceProfile } from "../../source-profile.ts";

/** WechatExporter contacts: see `README.md` beside this file. */
export const wechatexporterContacts: SourceProfile = {
  system: "wechatexporter-contacts",
  title: ["WechatExporter 联系人", "WechatExporter contacts"],
  evidence: "code",
  entity: "contact",
  headings: [["wechatId", "displayName", "portraitURL", "tags"]],
  privateHeadings: ["portraitURL"],
  telling: ["portraitURL"],
  rowKey: ["wechatId"],
  fields: {
    wechat_id: "wechatId",
    remark_name: "displayName",
    tags: "tags",
  },
};
