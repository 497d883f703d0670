import type { SourceProfile } from "../../source-profile.ts";

/** chatlog chat: see `README.md` beside this file. */
export const chatlogChat: SourceProfile = {
  system: "chatlog-chat",
  title: ["chatlog 聊天记录", "chatlog chat"],
  evidence: "code",
  entity: "activity",
  headings: [["Time", "SenderName", "Sender", "TalkerName", "Talker", "Content"]],
  telling: ["TalkerName"],
  messages: ["Content"],
  fields: {
    at: "Time",
    contact: ["TalkerName", "Talker"],
    type: { const: "wechat" },
  },
};
