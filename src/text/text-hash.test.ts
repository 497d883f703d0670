import { expect, test } from "vitest";
import { hashSpace, textHash } from "./text-hash.ts";

test("a hundred thousand like texts have different hashes, spread over the whole space", () => {
  const hashes = Array.from({ length: 100_000 }, (_, at) => textHash(`深圳华宸${at}`));
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashes.every((hash) => Number.isInteger(hash) && hash >= 0 && hash < hashSpace)).toBe(
    true,
  );
  const belowTenth = hashes.filter((hash) => hash * 10 < hashSpace).length;
  expect(belowTenth).toBeGreaterThan(9_600);
  expect(belowTenth).toBeLessThan(10_400);
});

test("a hash is the same on every machine, and another one with another seed", () => {
  expect(textHash("华宸")).toBe(textHash("华宸"));
  expect(textHash("华宸", 7)).not.toBe(textHash("华宸"));
  expect(textHash("a")).toBe(textHash("a", 0));
});
