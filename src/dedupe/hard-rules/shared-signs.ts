import type { LevelCodes } from "../comparisons/comparison.ts";
import type { RuleContext } from "./hard-rule.ts";

/** Whether two records share a number that a register gave: credit code, registration or tax number. */
export function sharedLegalId(is: RuleContext["is"]): (codes: LevelCodes) => boolean {
  const tests = ["uscc", "registration", "tax"].map((name) => is(name, "equal"));
  return (codes) => tests.some((test) => test(codes));
}

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
