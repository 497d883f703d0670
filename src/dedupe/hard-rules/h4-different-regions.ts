import { effects, type HardRule } from "./hard-rule.ts";

/**
 * The same brand in two cities is usually two companies, and they like to share a hotline, a mailbox
 * and the colleague behind both. Only a legal number lets the weights decide.
 */
export const differentRegions: HardRule = {
  id: "H4",
  reason: "regions differ and nothing strong is shared",
  bind({ is }) {
    const elsewhere = is("region", "differ");
    const legalIds = ["uscc", "registration", "tax"].map((name) => is(name, "equal"));
    return (_left, _right, codes) => {
      return elsewhere(codes) && !legalIds.some((test) => test(codes))
        ? effects.review
        : effects.none;
    };
  },
};
