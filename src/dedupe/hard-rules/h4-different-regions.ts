import { slotOf } from "../compared-table.ts";
import type { LevelCodes } from "../comparisons/comparison.ts";
import { sharedLegalId, sharedSigns } from "./shared-signs.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/**
 * The same brand in two cities is usually two companies, and they like to share a hotline, a mailbox
 * and the colleague behind both. Only a legal number lets the weights decide; where a group is one
 * customer, a shared sign or a 集团 as well.
 */
export const differentRegions: HardRule = {
  id: "H4",
  reason: "regions differ and nothing strong is shared",
  bind({ table, is, granularity }) {
    const { cells } = table;
    const isGroup = slotOf(table, "isGroup");
    const signs = sharedSigns(is);
    const elsewhere = is("region", "differ");
    const legalId = sharedLegalId(is);
    const isOneGroup = (left: number, right: number, codes: LevelCodes): boolean =>
      cells[left + isGroup] !== 0 || cells[right + isGroup] !== 0 || signs(codes) > 0;
    return (left, right, codes) => {
      if (!elsewhere(codes) || legalId(codes)) return effects.none;
      const isSettled = granularity === "group" && isOneGroup(left, right, codes);
      return isSettled ? effects.none : effects.review;
    };
  },
};
