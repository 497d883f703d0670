import { effects, type HardRule } from "./hard-rule.ts";

/**
 * A shared phone or mailbox with another name is an agent, a handover or a neighbour: ask. What one
 * credit code under two names means is for H8 to say.
 */
export const nameGate: HardRule = {
  id: "H6",
  reason: "names disagree",
  bind({ is }) {
    const disagree = is("name", "differ");
    const sameCode = is("uscc", "equal");
    return (_left, _right, codes) =>
      disagree(codes) && !sameCode(codes) ? effects.review : effects.none;
  },
};
