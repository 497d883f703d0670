import { slotOf } from "../compared-table.ts";
import { sharedSigns } from "./shared-signs.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/**
 * One brand in two trades, or with and without 集团, is a family of companies, not one company. Where
 * the trade is the same and two signs are shared, a 集团 that was left out is for the weights to judge.
 */
export const sameGroup: HardRule = {
  id: "H3",
  reason: "same brand, but another trade or a group beside a member",
  bind({ table, is }) {
    const { cells } = table;
    const isGroup = slotOf(table, "isGroup");
    const differentTrade = is("industry", "differ");
    const wholeName = is("name", "equal", "alias");
    const legalId = is("uscc", "equal");
    const signs = sharedSigns(is);
    return (left, right, codes) => {
      if (wholeName(codes) || legalId(codes)) return effects.none;
      if (differentTrade(codes)) return effects.review;
      const isBesideGroup = cells[left + isGroup] !== cells[right + isGroup];
      return isBesideGroup && signs(codes) < 2 ? effects.review : effects.none;
    };
  },
};
