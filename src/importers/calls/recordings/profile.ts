import type { SourceProfile } from "../../source-profile.ts";

/** Call recordings: see `README.md` beside this file. */
export const pbxRecordings: SourceProfile = {
  system: "pbx-recordings",
  title: ["录音系统 通话记录", "Call recordings"],
  evidence: "code",
  entity: "activity",
  headings: [["录音流水号", "主叫号码", "被叫号码", "静音总时长", "通话总时长", "呼叫时间"]],
  telling: ["录音流水号"],
  rowKey: ["录音流水号"],
  fields: {
    source_code: "录音流水号",
    at: "呼叫时间",
    contact: ["被叫号码", "主叫号码"],
    type: { const: "call" },
    duration_s: "通话总时长",
  },
};
