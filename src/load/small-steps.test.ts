import { describe, expect, test } from "vitest";
import { goldenKey, goldenLink, sourceKey } from "./golden-source.ts";
import { inBatches } from "./in-batches.ts";
import { nextRunId } from "./next-run-id.ts";

describe("source keys", () => {
  test.each([
    ["crm:8841", { system: "crm", key: "8841" }],
    ["wecom:ab:cd#1", { system: "wecom", key: "ab:cd#1" }],
    ["bare", { system: "", key: "bare" }],
  ])("%s", (record, expected) => {
    expect(sourceKey(record)).toEqual(expected);
  });

  test("a golden id reads the same both ways", () => {
    expect(sourceKey(goldenLink("g-1f"))).toEqual(goldenKey("g-1f"));
  });
});

test.each([
  [[1, 2, 3], 2, [[1, 2], [3]]],
  [[1, 2], 2, [[1, 2]]],
  [[], 2, []],
])("%j by %i", (items, size, expected) => {
  expect([...inBatches(items, size)]).toEqual(expected);
});

test.each([
  [[], "2026-11-24-1", "the first"],
  [["2026-11-24-1", "2026-11-24-2"], "2026-11-24-3", "the next of a day"],
  [["2026-11-23-9"], "2026-11-24-1", "each day begins anew"],
  [["2026-11-24-10", "2026-11-24-9"], "2026-11-24-11", "numbers, not texts"],
])("after %j comes %s: %s", (ids, expected) => {
  expect(
    nextRunId(
      "2026-11-24",
      ids.map((id) => ({ id })),
    ),
  ).toBe(expected);
});
