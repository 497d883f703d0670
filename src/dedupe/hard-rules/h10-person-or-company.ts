import { slotOf } from "../compared-table.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/** A person who trades under their own name is not the company of that name. */
export const personOrCompany: HardRule = {
  id: "H10",
  reason: "a person against a company",
  bind({ table }) {
    const { cells } = table;
    const isPerson = slotOf(table, "isPerson");
    return (left, right) =>
      cells[left + isPerson] === cells[right + isPerson] ? effects.none : effects.review;
  },
};
