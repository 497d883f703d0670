import { slotOf } from "../compared-table.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/**
 * A branch is not its head office and not another branch. With the same valid credit code one of
 * the two was typed wrong, and a name that was cut off may have lost its branch: a person must
 * settle that. Silent where branches count as the company.
 */
export const differentBranches: HardRule = {
  id: "H2",
  reason: "branch against head office or another branch",
  bind({ table, granularity, is }) {
    const { cells } = table;
    const branches = slotOf(table, "branch");
    const sameCode = is("uscc", "equal");
    const cutName = is("name", "cut");
    if (granularity !== "branch") return () => effects.none;
    return (left, right, codes) => {
      if (cells[left + branches] === cells[right + branches]) return effects.none;
      if (sameCode(codes)) return effects.ask;
      return cutName(codes) ? effects.review : effects.never;
    };
  },
};
