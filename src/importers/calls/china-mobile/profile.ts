import type { SourceProfile } from "../../source-profile.ts";

/** China Mobile bill: see `README.md` beside this file. */
export const chinaMobileBill: SourceProfile = {
  system: "china-mobile-bill",
  title: ["中国移动 通话详单", "China Mobile bill"],
  evidence: "code",
  entity: "activity",
  headings: [
    [
      "起始时间",
      "通信地点",
      "通信方式",
      "对方号码",
      "通信时长",
      "通信类型",
      "套餐优惠",
      "实收通信费(元)",
    ],
  ],
  telling: ["对方号码"],
  fields: {
    at: "起始时间",
    contact: "对方号码",
    type: { const: "call" },
    direction: { from: "通信方式", values: { 主叫: "out", 被叫: "in" } },
    duration_s: "通信时长",
  },
};
