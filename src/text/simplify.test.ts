import { expect, test } from "vitest";
import { simplify } from "./simplify.ts";

test.each([
  ["華為技術", "华为技术", "every letter by itself"],
  ["华为技术", "华为技术", "simplified text stays"],
  ["乾元", "干元", "the key letter does not depend on its neighbour"],
  ["3M中國", "3M中国", "other letters stay"],
  ["", "", "nothing stays nothing"],
])("%s -> %s: %s", (text, expected) => {
  expect(simplify(text)).toBe(expected);
});
