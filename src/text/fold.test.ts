import fc from "fast-check";
import { expect, test } from "vitest";
import { foldKey } from "./fold.ts";

test.each([
  ["ＡＢＣ 科技（北京）", "abc科技北京", "width, case, spaces and brackets"],
  ["華宸精密機械", "华宸精密机械", "traditional letters"],
  ["华\u200b宸\u3164", "华宸", "invisible letters"],
  ["A.O.史密斯", "ao史密斯", "punctuation inside a brand"],
  ['华宸<span class="emoji emoji1f339"></span>', "华宸", "web emoji of WeChat"],
  ["华宸🌹", "华宸", "emoji"],
  ["⻓城", "长城", "radicals from PDFs"],
  ["--", "", "nothing but punctuation"],
])("%s -> %s: %s", (text, expected) => {
  expect(foldKey(text)).toBe(expected);
});

test("folding twice is folding once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(foldKey(foldKey(text))).toBe(foldKey(text));
    }),
  );
});

test("plain letters go a short way to the same key", () => {
  const plain = fc.string({
    unit: fc.constantFrom(..."华宸Ａ国(aZ9)（）-&[<;~ .,#*'\"_、。《》【】〔〕〃々〆〇〒〓〜"),
    maxLength: 12,
  });
  fc.assert(
    // An invisible letter takes the long way and leaves nothing behind.
    fc.property(plain, (text) => {
      expect(foldKey(text)).toBe(foldKey(`${text}\u200b`));
    }),
  );
});
