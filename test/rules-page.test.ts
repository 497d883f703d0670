import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { normalizationRules } from "../src/normalize/rules.ts";
import { rulesPage } from "./rules-page.ts";

test("the page of rules says what the rules say; renew it with `node scripts/make-reference.ts`", () => {
  const page = readFileSync(join(import.meta.dirname, "../docs/reference/rules.md"), "utf8");
  expect(page).toBe(rulesPage());
});

test("every rule stands in a section of the page", () => {
  const page = rulesPage();
  const missing = normalizationRules.filter(({ code }) => !page.includes(`| \`${code}\` |`));
  expect(missing).toEqual([]);
});
