import type { SourceProfile } from "../../source-profile.ts";

/** MemoTrace chat: see `README.md` beside this file. */
export const memotraceChat: SourceProfile = {
  system: "memotrace-chat",
  title: ["MemoTrace 留痕 聊天记录", "MemoTrace chat"],
  evidence: "sample",
  entity: "activity",
  headings: [["消息ID", "类型", "发送人", "时间", "内容", "备注", "昵称", "更多信息"]],
  telling: ["消息ID"],
  messages: ["内容", "更多信息"],
  rowKey: ["消息ID"],
  fields: {
    source_code: "消息ID",
    at: "时间",
    contact: "备注",
    type: { const: "wechat" },
  },
};
