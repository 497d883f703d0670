import { effects, type HardRule } from "./hard-rule.ts";

/** Two valid credit codes are two legal entities, however alike the rest is. Silent where a group is one customer. */
export const differentCreditCodes: HardRule = {
  id: "H1",
  reason: "two different valid credit codes",
  bind({ is, granularity }) {
    if (granularity === "group") return () => effects.none;
    const differ = is("uscc", "differ");
    return (_left, _right, codes) => (differ(codes) ? effects.never : effects.none);
  },
};
