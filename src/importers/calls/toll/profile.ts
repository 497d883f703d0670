import type { SourceProfile } from "../../source-profile.ts";

/** Toll calls: see `README.md` beside this file. */
export const pbxToll: SourceProfile = {
  system: "pbx-toll",
  title: ["长途话单", "Toll calls"],
  evidence: "code",
  entity: "activity",
  headings: [["主叫号码", "被叫号码", "目的地号码", "通话开始时间", "本地/长途", "时长"]],
  telling: ["目的地号码"],
  fields: {
    at: "通话开始时间",
    contact: ["目的地号码", "被叫号码"],
    type: { const: "call" },
    duration_s: "时长",
  },
};
