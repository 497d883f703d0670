import { sharedSigns } from "./shared-signs.ts";
import { effects, type HardRule } from "./hard-rule.ts";

/**
 * The same brand in two cities is usually two companies, and they like to share a hotline. Only a
 * legal number, or two other strong signs together, let the weights decide.
 */
export const differentRegions: HardRule = {
  id: "H4",
  reason: "regions differ and nothing strong is shared",
  bind({ is }) {
    const elsewhere = is("region", "differ");
    const legalIds = ["uscc", "registration", "tax"].map((name) => is(name, "equal"));
    const signs = sharedSigns(is);
    return (_left, _right, codes) => {
      if (!elsewhere(codes) || legalIds.some((test) => test(codes))) return effects.none;
      return signs(codes) >= 2 ? effects.none : effects.review;
    };
  },
};
