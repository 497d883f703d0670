import type { SourceProfile } from "../../source-profile.ts";

/** WeChatMsg chat: see `README.md` beside this file. */
export const wechatmsgChat: SourceProfile = {
  system: "wechatmsg-chat",
  title: ["WeChatMsg / 留痕 聊天记录", "WeChatMsg chat"],
  evidence: "code",
  entity: "activity",
  headings: [
    [
      "localId",
      "TalkerId",
      "Type",
      "SubType",
      "IsSender",
      "CreateTime",
      "Status",
      "StrContent",
      "StrTime",
      "Remark",
      "NickName",
      "Sender",
    ],
  ],
  telling: ["StrContent"],
  messages: ["StrContent"],
  fields: {
    at: "StrTime",
    contact: "Remark",
    type: { const: "wechat" },
    direction: { from: "IsSender", values: { "0": "in", "1": "out" } },
  },
};
