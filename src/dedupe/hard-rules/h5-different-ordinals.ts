import { columnOf } from "../packed-records.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/** 第一小学 is not 第二小学, 一店 is not 二店. A name without a number stays open. */
export const differentOrdinals: HardRule = {
  id: "H5",
  reason: "numbers in the names differ",
  bind({ packed }) {
    const ordinals = columnOf(packed, "ordinal").values;
    return (left, right) => {
      const isConflict = ordinals[left] !== 0 && ordinals[right] !== 0;
      return isConflict && ordinals[left] !== ordinals[right] ? effects.never : effects.none;
    };
  },
};
