import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hasVectors } from "./vectors/vector-check.ts";
import { checkVectors, vectorsPage } from "./vectors/vectors-page.ts";

/** Without the shared folder beside the checkout there is nothing to compare with. */
describe.skipIf(!hasVectors)("the shared vectors", () => {
  const files = hasVectors ? checkVectors() : [];

  test.each(files)("$check.file: every miss has its reason", ({ misses }) => {
    expect(misses.filter(({ reason }) => reason === "").map(({ input }) => input)).toEqual([]);
  });

  test("the page says the same; renew it with `node scripts/make-reference.ts`", () => {
    const page = readFileSync(join(import.meta.dirname, "../docs/reference/vectors.md"), "utf8");
    expect(page).toBe(vectorsPage(files));
  });

  test("the brand is right on 96 of 100 company names and never empty", () => {
    const names = files.find(({ check }) => check.file === "company_names.json");
    const { total = 0, misses = [] } = names ?? {};
    expect((total - misses.length) / total).toBeGreaterThanOrEqual(0.96);
    expect(misses.filter(({ got }) => got === "")).toEqual([]);
  });
});
