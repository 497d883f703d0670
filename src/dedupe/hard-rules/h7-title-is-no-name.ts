import { columnOf } from "../packed-records.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/** 王经理 and 王总 of one customer may be two people: only a number or mailbox joins them. */
export const titleIsNoName: HardRule = {
  id: "H7",
  reason: "a title instead of a name",
  bind({ packed, is }) {
    const isTitleOnly = columnOf(packed, "isTitleOnly").values;
    const signs = [
      is("mobiles", "shared"),
      is("emails", "shared"),
      is("wechat", "equal"),
      is("externalId", "equal"),
    ];
    return (left, right, codes) => {
      if (isTitleOnly[left] === 0 && isTitleOnly[right] === 0) return effects.none;
      return signs.some((test) => test(codes)) ? effects.none : effects.review;
    };
  },
};
