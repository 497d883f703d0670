import { expect, test } from "vitest";
import { entityComparisons } from "../src/dedupe/comparisons/entity-comparisons.ts";
import { defaultModel } from "../src/dedupe/default-model.ts";
import { entityRules } from "../src/dedupe/hard-rules/entity-rules.ts";
import { survivorshipRuleNames } from "../src/dedupe/settings.ts";
import { kinWord, levelWord, ruleWord, survivorshipWord } from "../src/report/match-words.ts";

const compares = ["exact", "text", "name", "date", "number"] as const;
const customFields = compares.map((compare) => ({ name: compare, compare }));
const entities = ["customer", "contact"] as const;

test.each(
  entities.flatMap((entity) =>
    // A level that a comparison never says has no name.
    entityComparisons({ entity, customFields }).flatMap(({ levels }) => levels.filter(Boolean)),
  ),
)("the level %s has words in both languages", (level) => {
  expect(levelWord(level, "zh")).toMatch(/\p{Script=Han}/u);
  expect(levelWord(level, "en")).not.toMatch(/\p{Script=Han}|^$/u);
});

test.each(defaultModel("customer").kin)("the kin $name has words in both languages", ({ name }) => {
  expect(kinWord(name, "zh")).toMatch(/\p{Script=Han}/u);
  expect(kinWord(name, "en")).toBeDefined();
});

const marks = ["H9", "CLUSTER", "CHAIN", "CONTEST", "KIN", "TWIN", "BRIDGE"];

test.each([...marks, ...entities.flatMap((entity) => entityRules(entity).map(({ id }) => id))])(
  "the rule %s has words in both languages",
  (rule) => {
    expect(ruleWord(rule, "zh")).toMatch(/\p{Script=Han}/u);
    expect(ruleWord(rule, "en")).toBeDefined();
  },
);

test.each(survivorshipRuleNames)("the rule of survivorship %s has words", (rule) => {
  expect(survivorshipWord(rule, "zh")).toMatch(/\p{Script=Han}/u);
});
