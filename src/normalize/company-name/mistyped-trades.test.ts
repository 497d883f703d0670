import { expect, test } from "vitest";
import { mistypedTrade } from "./mistyped-trades.ts";

test.each<[string, string | undefined, number | undefined, string]>([
  ["精蜜", "精密", 2, "the same sound"],
  ["科枝", "科技", 2, "a likeness"],
  ["械机", "机械", 2, "swapped"],
  ["科技技", "科技", 3, "doubled"],
  ["自动话", "自动化", 3, "three letters"],
  ["华宸", undefined, undefined, "a brand"],
  ["科学", undefined, undefined, "another word"],
])("%s -> %s in %s letters: %s", (text, word, length) => {
  const found = mistypedTrade(text);
  expect([found?.word, found?.length]).toEqual([word, length]);
});
