import { groupTest } from "../comparisons/legal-form.ts";
import { sharedSigns } from "./shared-signs.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/**
 * One brand in two trades, or with and without 集团, is a family of companies, not one company. Where
 * the trade is the same and two signs are shared, a 集团 that was left out is for the weights to judge.
 */
export const sameGroup: HardRule = {
  id: "H3",
  reason: "same brand, but another trade or a group beside a member",
  bind({ table, is, granularity }) {
    const isBesideGroup = groupTest(table);
    const differentTrade = is("industry", "differ");
    const wholeName = is("name", "equal", "alias");
    const legalId = is("uscc", "equal");
    const signs = sharedSigns(is);
    if (granularity === "group") return () => effects.none;
    return (left, right, codes) => {
      if (wholeName(codes) || legalId(codes)) return effects.none;
      if (differentTrade(codes)) return effects.review;
      return isBesideGroup(left, right, codes) && signs(codes) < 2 ? effects.review : effects.none;
    };
  },
};
