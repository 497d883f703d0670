import fc from "fast-check";
import { expect, test } from "vitest";
import { rowReader, RowStore } from "./row-store.ts";

test("gives every row back as it was, in any order", () => {
  const rows = fc.array(fc.array(fc.string({ unit: "binary" })), { maxLength: 40 });
  fc.assert(
    fc.property(rows, (added) => {
      const store = new RowStore();
      for (const cells of added) store.add({ row: 1, cells });
      const read = rowReader(store.share());
      const backwards = added.map((_, at) => read(added.length - 1 - at));
      expect(backwards.toReversed()).toEqual(added);
    }),
  );
});

test("holds rows that are larger than a chunk", () => {
  const store = new RowStore();
  const large = ["甲".repeat(6_000_000), "b"];
  for (const cells of [["before"], large, ["after"]]) store.add({ row: 1, cells });
  const read = rowReader(store.share());
  expect(read(1)).toEqual(large);
  expect(read(2)).toEqual(["after"]);
  expect(() => read(3)).toThrow("No row 3");
});
