import type { SourceProfile } from "../../source-profile.ts";

/** PyWxDump chat: see `README.md` beside this file. */
export const pywxdumpChat: SourceProfile = {
  system: "pywxdump-chat",
  title: ["PyWxDump 聊天记录", "PyWxDump chat"],
  evidence: "sample",
  entity: "activity",
  headings: [
    ["id", "MsgSvrID", "type_name", "is_sender", "talker", "room_name", "msg", "src", "CreateTime"],
    ["id", "MsgSvrID", "type_name", "is_sender", "talker", "msg", "src", "CreateTime"],
  ],
  telling: ["MsgSvrID"],
  messages: ["msg", "src"],
  fields: {
    source_code: "MsgSvrID",
    at: "CreateTime",
    contact: "talker",
    type: { const: "wechat" },
    direction: { from: "is_sender", values: { "0": "in", "1": "out" } },
  },
};
