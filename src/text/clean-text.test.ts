import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanName, cleanPersonName, cleanText } from "./clean-text.ts";

test.each([
  ["ＡＢＣ科技（北京）　", "ABC科技(北京)", ["N101", "N103"], "width, then the space at the end"],
  ["华\u200b宸", "华宸", ["N102"], "an invisible letter"],
  ["你好，世界", "你好，世界", [], "Chinese commas keep their width"],
  ["⾦龙", "金龙", ["N104"], "a radical in place of a letter"],
  ["a  b", "a b", ["N103"], "one space is enough"],
  ["鏌冲窞鍥借仈", "柳州国联", ["N105"], "wrongly decoded text"],
  ["數(shù)字化", "数字化", ["N107", "N109"], "an annotated page"],
  ["華為　技術", "华为 技术", ["N101", "N109"], "traditional text"],
])("%s -> %s: %s %s", (raw, expected, rules) => {
  const { text, changes } = cleanText(raw);
  expect(text).toBe(expected);
  expect(changes.map(({ rule }) => rule)).toEqual(rules);
});

test.each([
  ["锟斤拷", ["N106"], "bytes are lost"],
  ["或?⒕邆洹爸悄苌虣C(", ["N108"], "half a letter is lost"],
])("finds in %s: %s (%s)", (raw, codes) => {
  const { text, problems } = cleanText(raw);
  expect(text).toBe(raw);
  expect(problems.map(({ rule }) => rule)).toEqual(codes);
});

test("the name of a person keeps its letters", () => {
  expect(cleanPersonName("張 偉").text).toBe("張偉");
});

test("a name loses the spaces between Han letters, and only those", () => {
  expect(cleanName("华宸 精密 Co Ltd").text).toBe("华宸精密 Co Ltd");
});

test("the changes replay from raw to text, and cleaning is idempotent", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (raw) => {
      const { text, changes } = cleanName(raw);
      let replayed = raw;
      for (const { before, after } of changes) {
        expect(before).toBe(replayed);
        replayed = after;
      }
      expect(replayed).toBe(text);
      expect(cleanName(text).text).toBe(text);
    }),
  );
});
