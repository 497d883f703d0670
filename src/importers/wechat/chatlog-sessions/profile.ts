import type { SourceProfile } from "../../source-profile.ts";

/** chatlog sessions: see `README.md` beside this file. */
export const chatlogSessions: SourceProfile = {
  system: "chatlog-sessions",
  title: ["chatlog 会话", "chatlog sessions"],
  evidence: "code",
  entity: "activity",
  headings: [["UserName", "NOrder", "NickName", "Content", "NTime"]],
  telling: ["NOrder"],
  messages: ["Content"],
  fields: { at: "NTime", contact: ["NickName", "UserName"], type: { const: "wechat" } },
};
