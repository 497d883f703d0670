import { expect, test } from "vitest";
import type { StoreValue } from "../model/plan.ts";
import { hashRow, isSameValue } from "./row-hash.ts";

type Value = StoreValue | undefined;

test.each<[Value, Value, boolean, string]>([
  [5, "5", true, "a text column turns one into the other"],
  [null, undefined, true, "a column that is not there has no value"],
  [null, "", false, "no value is not an empty text"],
  [0, null, false, "nor is nothing zero"],
  ["0", "00", false, "leading zeros count"],
  [0.1, "0.1", true, "decimals"],
])("%j and %j are the same: %s (%s)", (left, right, expected) => {
  expect(isSameValue(left, right)).toBe(expected);
  expect(isSameValue(right, left)).toBe(expected);
  const columns = ["x"];
  expect(hashRow({ x: left ?? null }, columns) === hashRow({ x: right ?? null }, columns)).toBe(
    expected,
  );
});

test("only the columns named count, and a value belongs to its column", () => {
  expect(hashRow({ a: 1, b: 2 }, ["a"])).toBe(hashRow({ a: 1, b: 3 }, ["a"]));
  expect(hashRow({ a: "x" }, ["a", "b"])).not.toBe(hashRow({ b: "x" }, ["a", "b"]));
  expect(hashRow({ a: "x", b: "y" }, ["a", "b"])).not.toBe(
    hashRow({ a: "x\u0001b\u0000y" }, ["a", "b"]),
  );
});
