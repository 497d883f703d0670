import { effects, type HardRule } from "./hard-rule.ts";

/** A shared phone or mailbox with another name is an agent, a handover or a neighbour: ask. */
export const nameGate: HardRule = {
  id: "H6",
  reason: "names disagree",
  bind({ is }) {
    const disagree = is("name", "differ");
    return (_left, _right, codes) => (disagree(codes) ? effects.review : effects.none);
  },
};
