import type { LevelCodes } from "../comparisons/comparison.ts";
import type { RuleContext } from "./hard-rule.ts";

/** How many strong signs two records share: a phone, a mailbox, a person, the door of their address. */
export function sharedSigns(is: RuleContext["is"]): (codes: LevelCodes) => number {
  const tests = [
    is("phones", "shared"),
    is("emails", "shared"),
    is("contacts", "shared"),
    is("address", "same-door"),
  ];
  return (codes) => tests.reduce((count, test) => count + (test(codes) ? 1 : 0), 0);
}
