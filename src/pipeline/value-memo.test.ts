import { expect, test } from "vitest";
import { ValueMemo } from "./value-memo.ts";

test("an outcome that comes again is kept for its text and its mode", () => {
  const memo = new ValueMemo<number>();
  expect(memo.get("王敏", "safe")).toBeUndefined();
  expect(memo.put("王敏", "safe", 1)).toBe(1);
  expect(memo.get("王敏", "safe")).toBeUndefined();
  expect(memo.put("王敏", "safe", 1)).toBe(1);
  expect(memo.get("王敏", "safe")).toBe(1);
  expect(memo.get("王敏", "none")).toBeUndefined();
  expect(memo.get("王敏", "safe")).toBeUndefined();
});

test("it holds so many and no more, and gives up on a column of ever new values", () => {
  const memo = new ValueMemo<number>();
  for (let at = 0; at < 30_000; at += 1) {
    memo.get(`1390000${at}`, "safe");
    memo.put(`1390000${at}`, "safe", at);
  }
  expect(memo.get("13900000", "safe")).toBeUndefined();
});

test("a few values that come again and again stay known", () => {
  const memo = new ValueMemo<number>();
  for (let at = 0; at < 30_000; at += 1) {
    const text = `stage ${at % 7}`;
    if (memo.get(text, "safe") === undefined) memo.put(text, "safe", at % 7);
  }
  expect(memo.get("stage 3", "safe")).toBe(3);
});
