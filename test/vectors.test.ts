import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { normalizerNames } from "../src/model/normalizer.ts";
import { normalizers } from "../src/normalize/normalizers.ts";
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

  const inputs = [
    ...new Set(
      hasVectors ? files.flatMap(({ check }) => check.rows()).map(({ input }) => input) : [],
    ),
  ];

  test.each(normalizerNames)("%s reads what it wrote of them as the same, and replays", (name) => {
    const normalizer = normalizers[name];
    const context = normalizer.observe([]);
    for (const input of inputs) {
      const first = normalizer.normalize(input, context, { repairs: "safe" });
      const replayed = first.changes.reduce(
        (text, { before, after }) => (text === before ? after : "?"),
        input,
      );
      expect(replayed).toBe(first.display);
      const again = normalizer.normalize(first.display, context, { repairs: "safe" });
      expect([again.display, again.key, again.changes]).toEqual([first.display, first.key, []]);
    }
  });

  test("the brand is right on 96 of 100 company names and never empty", () => {
    const names = files.find(({ check }) => check.file === "company_names.json");
    const { total = 0, misses = [] } = names ?? {};
    expect((total - misses.length) / total).toBeGreaterThanOrEqual(0.96);
    expect(misses.filter(({ got }) => got === "")).toEqual([]);
  });
});
