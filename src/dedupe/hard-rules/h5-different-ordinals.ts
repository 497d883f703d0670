import { slotOf } from "../compared-table.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/** 第一小学 is not 第二小学, 一店 is not 二店. A name without a number stays open. */
export const differentOrdinals: HardRule = {
  id: "H5",
  reason: "numbers in the names differ",
  bind({ table }) {
    const { cells } = table;
    const ordinals = slotOf(table, "ordinal");
    return (left, right) => {
      const isConflict = cells[left + ordinals] !== 0 && cells[right + ordinals] !== 0;
      return isConflict && cells[left + ordinals] !== cells[right + ordinals]
        ? effects.never
        : effects.none;
    };
  },
};
