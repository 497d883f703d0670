import { effects, type HardRule } from "./hard-rule.ts";

/** One valid credit code is one company, unless the names have nothing in common: then ask. */
export const equalCreditCodes: HardRule = {
  id: "H8",
  reason: "the same valid credit code",
  bind({ is }) {
    const equal = is("uscc", "equal");
    const disagree = is("name", "differ");
    return (_left, _right, codes) => {
      if (!equal(codes)) return effects.none;
      return disagree(codes) ? effects.ask : effects.always;
    };
  },
};
