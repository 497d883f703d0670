import { sharedSigns } from "./shared-signs.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/**
 * One valid credit code is one company, which keeps it through every change of its name. Where the
 * names have nothing in common a phone, mailbox, person or door must be shared too; else one code
 * was copied to the wrong row, and a person must look.
 */
export const equalCreditCodes: HardRule = {
  id: "H8",
  reason: "the same valid credit code",
  bind({ is }) {
    const equal = is("uscc", "equal");
    const disagree = is("name", "differ");
    const signs = sharedSigns(is);
    return (_left, _right, codes) => {
      if (!equal(codes)) return effects.none;
      const isBacked = !disagree(codes) || signs(codes) > 0;
      return isBacked ? effects.always : effects.ask;
    };
  },
};
