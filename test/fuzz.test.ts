import { expect, test } from "vitest";
import { runFuzz } from "./fuzz/run-fuzz.ts";

test("five hundred broken files are read, or refused by name", async () => {
  const seeds = Array.from({ length: 500 }, (_, at) => at + 1);
  expect(await runFuzz(seeds, { longestMs: 20_000 })).toEqual([]);
});
