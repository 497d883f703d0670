import fc from "fast-check";
import { expect, test } from "vitest";
import { RowStore } from "./row-store.ts";

test("gives every row back as it was, in any order", () => {
  const rows = fc.array(fc.array(fc.string({ unit: "binary" })), { maxLength: 40 });
  fc.assert(
    fc.property(rows, (added) => {
      const store = new RowStore();
      for (const cells of added) store.add(cells);
      const backwards = added.map((_, at) => store.row(added.length - 1 - at));
      expect(backwards.toReversed()).toEqual(added);
    }),
  );
});

test("holds rows that are larger than a chunk", () => {
  const store = new RowStore();
  const large = ["甲".repeat(6_000_000), "b"];
  store.add(["before"]);
  store.add(large);
  store.add(["after"]);
  expect(store.row(1)).toEqual(large);
  expect(store.row(2)).toEqual(["after"]);
  expect(() => store.row(3)).toThrow("No row 3");
});
