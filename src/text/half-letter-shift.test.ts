import { expect, test } from "vitest";
import { unshiftHalfLetters } from "./half-letter-shift.ts";

test.each<[string, string | undefined, string]>([
  ["或?⒕邆洹爸悄苌虣C(", "或?具備“智能商機(", "half of 將 is lost"],
  ["为什么?因为客户很多", undefined, "a question mark"],
  ["?華為技術有限公司", undefined, "traditional letters behind one"],
  ["华宸", undefined, "no question mark"],
])("%s -> %s: %s", (text, expected) => {
  expect(unshiftHalfLetters(text)).toBe(expected);
});
