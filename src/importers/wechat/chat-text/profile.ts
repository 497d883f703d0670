import type { SourceProfile } from "../../source-profile.ts";

/** WeChat chat (text): see `README.md` beside this file. */
export const wechatChatText: SourceProfile = {
  system: "wechat-chat-text",
  title: ["微信 聊天记录 (文本)", "WeChat chat (text)"],
  evidence: "code",
  entity: "activity",
  headings: [["会话", "时间", "发送者", "方向", "内容"]],
  telling: ["会话"],
  messages: ["内容"],
  fields: {
    at: "时间",
    contact: "会话",
    direction: "方向",
    type: { const: "wechat" },
  },
};
