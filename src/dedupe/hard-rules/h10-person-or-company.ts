import { columnOf } from "../packed-records.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/** A person who trades under their own name is not the company of that name. */
export const personOrCompany: HardRule = {
  id: "H10",
  reason: "a person against a company",
  bind({ packed }) {
    const isPerson = columnOf(packed, "isPerson").values;
    return (left, right) => (isPerson[left] === isPerson[right] ? effects.none : effects.review);
  },
};
