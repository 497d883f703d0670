import { slotOf } from "../compared-table.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/** 王经理 and 王总 of one customer may be two people: only a number or mailbox joins them. */
export const titleIsNoName: HardRule = {
  id: "H7",
  reason: "a title instead of a name",
  bind({ table, is }) {
    const { cells } = table;
    const isTitleOnly = slotOf(table, "isTitleOnly");
    const signs = [
      is("mobiles", "shared"),
      is("emails", "shared"),
      is("wechat", "equal"),
      is("externalId", "equal"),
    ];
    return (left, right, codes) => {
      if (cells[left + isTitleOnly] === 0 && cells[right + isTitleOnly] === 0) return effects.none;
      return signs.some((test) => test(codes)) ? effects.none : effects.review;
    };
  },
};
