import type { ApplyRule, HardRule, RuleContext } from "./hard-rule.ts";
import { effects } from "./hard-rule.ts";

/** The rules that a project may set. H9, what people decided, is not among them: a decision is revoked. */
export const settableRules = ["H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8", "H10"] as const;

/** What a rule does where it fires: nothing, at most a person may say so, never the same. */
export const ruleChoices = ["off", "review", "never"] as const;

/** Rule -> what it does instead of its own effect. */
export type RuleSettings = Readonly<
  Partial<Record<(typeof settableRules)[number], (typeof ruleChoices)[number]>>
>;

const chosenEffects = {
  off: effects.none,
  review: effects.review,
  never: effects.never,
} as const;

/** Binds a rule with the effect that a project has chosen for it. */
export function bindRule(rule: HardRule, context: RuleContext, settings: RuleSettings): ApplyRule {
  const apply = rule.bind(context);
  const choice = choiceFor(rule.id, settings);
  if (choice === undefined) return apply;
  const chosen = chosenEffects[choice];
  if (chosen === effects.none) return () => effects.none;
  return (left, right, codes) =>
    apply(left, right, codes) === effects.none ? effects.none : chosen;
}

/** Whether a rule still keeps whole clusters apart. */
export function forbids(id: string, settings: RuleSettings): boolean {
  const choice = choiceFor(id, settings);
  return choice === undefined || choice === "never";
}

function choiceFor(id: string, settings: RuleSettings): (typeof ruleChoices)[number] | undefined {
  const known = settableRules.find((each) => each === id);
  return known === undefined ? undefined : settings[known];
}
