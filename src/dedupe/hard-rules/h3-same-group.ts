import { slotOf } from "../compared-table.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/** One brand in two trades, or with and without 集团, is a family of companies, not one company. */
export const sameGroup: HardRule = {
  id: "H3",
  reason: "same brand, but another trade or a group beside a member",
  bind({ table, is }) {
    const { cells } = table;
    const isGroup = slotOf(table, "isGroup");
    const differentTrade = is("industry", "differ");
    const wholeName = is("name", "equal", "alias");
    const legalId = is("uscc", "equal");
    return (left, right, codes) => {
      if (wholeName(codes) || legalId(codes)) return effects.none;
      const isFamily = cells[left + isGroup] !== cells[right + isGroup] || differentTrade(codes);
      return isFamily ? effects.review : effects.none;
    };
  },
};
