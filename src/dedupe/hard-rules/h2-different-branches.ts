import { columnOf } from "../packed-records.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/**
 * A branch is not its head office and not another branch. With the same valid credit code one of
 * the two was typed wrong, which a person must settle. Silent where branches count as the company.
 */
export const differentBranches: HardRule = {
  id: "H2",
  reason: "branch against head office or another branch",
  bind({ packed, granularity, is }) {
    const branches = columnOf(packed, "branch").values;
    const sameCode = is("uscc", "equal");
    if (granularity === "company") return () => effects.none;
    return (left, right, codes) => {
      if (branches[left] === branches[right]) return effects.none;
      return sameCode(codes) ? effects.ask : effects.never;
    };
  },
};
