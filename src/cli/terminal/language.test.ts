import { expect, test } from "vitest";
import { languageOf } from "./language.ts";

test.each<[string[], Record<string, string>, string, string]>([
  [["score", "--lang", "zh"], { LANG: "en_US.UTF-8" }, "zh", "a flag outranks the environment"],
  [["--lang=en"], { LANG: "zh_CN.UTF-8" }, "en", "a flag may hold its value itself"],
  [[], { GOLDPAN_LANG: "en", LANG: "zh_CN.UTF-8" }, "en", "our variable outranks the system's"],
  [[], { LC_ALL: "", LANG: "zh_CN.UTF-8" }, "zh", "an empty variable says nothing"],
  [[], {}, "en", "nothing is said"],
])("%j with %j is read in %s because %s", (words, env, expected) => {
  expect(languageOf(words, env)).toBe(expected);
});
