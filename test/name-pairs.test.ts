import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { namePairsPage, scorePairs } from "./vectors/name-pairs.ts";

const kinds = scorePairs();
const sum = (group: string, count: "pairs" | "equalKeys"): number =>
  kinds.filter((each) => each.group === group).reduce((total, each) => total + each[count], 0);

test("the page of name pairs says the same; renew it with `node scripts/make-reference.ts`", () => {
  const page = readFileSync(join(import.meta.dirname, "../docs/reference/name-pairs.md"), "utf8");
  expect(page).toBe(namePairsPage(kinds));
});

test("two companies never share a key", () => {
  expect(sum("different", "pairs")).toBeGreaterThanOrEqual(300);
  expect(sum("different", "equalKeys")).toBe(0);
});

test("two writings of one company share their key", () => {
  const pairs = sum("same", "pairs");
  expect(pairs).toBeGreaterThanOrEqual(300);
  expect(sum("same", "equalKeys") / pairs).toBeGreaterThan(0.99);
});
