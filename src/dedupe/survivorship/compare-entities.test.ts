import fc from "fast-check";
import { expect, test } from "vitest";
import { compareEntities } from "./compare-entities.ts";

function partition(text: string): Map<string, string> {
  return new Map(
    text.split(" ").flatMap((part) => {
      const [id = "", members = ""] = part.split(":");
      return [...members].map((record) => [record, id] as const);
    }),
  );
}

test.each([
  ["1:ab 2:c", "1:ab 2:c", { unchanged: 2 }, "the same"],
  ["1:ab 2:c", "8:ab 9:c", { unchanged: 2 }, "ids do not matter"],
  ["1:ab 2:c", "1:abc", { merged: 1 }, "two became one"],
  ["1:abc", "1:ab 2:c", { split: 1 }, "one became two"],
  ["1:ab", "1:abx", { changed: 1 }, "a record joined"],
  ["1:ab", "1:a", { changed: 1 }, "a record left the data"],
  ["1:ab", "1:ab 2:x", { unchanged: 1, created: 1 }, "a new one"],
  ["1:ab 2:c", "1:ab", { unchanged: 1, gone: 1 }, "one is gone"],
  ["1:ab 2:cd", "1:abc 2:d", { merged: 1, split: 1 }, "a record moved"],
] as const)("%s -> %s", (before, after, expected, _why) => {
  const none = { unchanged: 0, changed: 0, created: 0, gone: 0, merged: 0, split: 0 };
  const compared = compareEntities(partition(before), partition(after));
  expect(compared).toMatchObject({ ...none, ...expected });
});

test("names what was merged and what was split", () => {
  const compared = compareEntities(partition("1:ab 2:cd"), partition("1:abc 3:d"));
  expect(compared.mergedEntities).toEqual([{ id: "1", others: ["1", "2"] }]);
  expect(compared.splitEntities).toEqual([{ id: "2", others: ["1", "3"] }]);
});

test("any two partitions add up, and turned around they tell the reverse", () => {
  const parts = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 8, maxLength: 8 });
  const toMap = (ids: readonly number[]) =>
    new Map(ids.flatMap((id, at) => (id === 5 ? [] : [[`r${at}`, `g${id}`] as const])));
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const there = compareEntities(toMap(one), toMap(other));
      const back = compareEntities(toMap(other), toMap(one));
      expect([back.merged, back.created]).toEqual([there.split, there.gone]);
      expect(back.unchanged).toBe(there.unchanged);
    }),
  );
});
