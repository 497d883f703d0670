import type { SourceProfile } from "../../source-profile.ts";

/** PBX calls: see `README.md` beside this file. */
export const pbxCalls: SourceProfile = {
  system: "pbx-calls",
  title: ["电话交换机 通话记录", "PBX calls"],
  evidence: "code",
  entity: "activity",
  headings: [
    [
      "分机号",
      "用户名",
      "通道",
      "状态",
      "主叫号码",
      "被叫号码",
      "通话开始时间",
      "时长",
      "坐席编号",
      "客户编号",
    ],
  ],
  telling: ["坐席编号"],
  fields: {
    at: "通话开始时间",
    contact: ["被叫号码", "主叫号码"],
    owner: "用户名",
    type: { const: "call" },
    duration_s: "时长",
  },
};
