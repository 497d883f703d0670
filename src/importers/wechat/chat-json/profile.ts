import type { SourceProfile } from "../../source-profile.ts";

/** WeChat chat (JSON): see `README.md` beside this file. */
export const wechatChatJson: SourceProfile = {
  system: "wechat-chat-json",
  title: ["微信 聊天记录 (JSON)", "WeChat chat (JSON)"],
  evidence: "code",
  entity: "activity",
  headings: [
    ["会话微信ID", "会话备注", "时间", "方向", "发送者微信ID", "发送者昵称", "消息类型", "内容"],
  ],
  telling: ["会话微信ID"],
  messages: ["内容"],
  fields: {
    at: "时间",
    contact: ["会话备注", "会话微信ID"],
    direction: "方向",
    type: { const: "wechat" },
  },
};
