import type { SourceProfile } from "../../source-profile.ts";

/** WeCom message archive: see `README.md` beside this file. */
export const wecomMessageArchive: SourceProfile = {
  system: "wecom-message-archive",
  title: ["企业微信 会话存档", "WeCom message archive"],
  evidence: "sample",
  entity: "activity",
  headings: [
    [
      "msgid",
      "action",
      "from",
      "tolist",
      "roomid",
      "msgtime",
      "msgtype",
      "external_userid",
      "userid",
      "direction",
      "content",
    ],
  ],
  telling: ["msgtime"],
  messages: ["content"],
  rowKey: ["msgid"],
  fields: {
    source_code: "msgid",
    at: "msgtime",
    contact: "external_userid",
    owner: "userid",
    type: { const: "wecom" },
    direction: "direction",
  },
};
