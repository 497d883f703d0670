import type { SourceProfile } from "../../source-profile.ts";

/** WeFlow and EchoTrace chat: see `README.md` beside this file. */
export const weflowChat: SourceProfile = {
  system: "weflow-chat",
  title: ["WeFlow / EchoTrace 聊天记录", "WeFlow and EchoTrace chat"],
  evidence: "code",
  entity: "activity",
  headings: [
    ["序号", "时间", "发送者昵称", "发送者微信ID", "发送者备注", "发送者身份", "消息类型", "内容"],
    [
      "序号",
      "时间",
      "发送者昵称",
      "发送者微信ID",
      "发送者备注",
      "群昵称",
      "发送者身份",
      "消息类型",
      "内容",
    ],
    ["序号", "时间", "发送者身份", "消息类型", "内容"],
    [
      "序号",
      "时间",
      "发送者昵称",
      "发送者微信ID",
      "发送者备注",
      "发送者身份",
      "消息类型",
      "内容",
      "会话微信ID",
      "会话昵称",
      "会话备注",
    ],
    ["序号", "时间", "发送者身份", "消息类型", "内容", "会话微信ID", "会话昵称", "会话备注"],
  ],
  telling: ["发送者身份"],
  messages: ["内容"],
  fields: {
    at: "时间",
    contact: ["会话备注", "会话微信ID", "发送者备注", "发送者微信ID"],
    type: { const: "wechat" },
  },
};
