import fc from "fast-check";
import { expect, test } from "vitest";
import { type FoundBracket, replaceBrackets } from "./replace-brackets.ts";

test("a bracket is handed over with its place", () => {
  const found: FoundBracket[] = [];
  const text = replaceBrackets("华宸(深圳)精密[B", false, (bracket) => {
    found.push(bracket);
    return "·";
  });
  expect(text).toBe("华宸·精密·");
  expect(found).toEqual([
    { inside: "深圳", whole: "(深圳)", start: 2, isLast: false },
    { inside: "B", whole: "[B", start: 8, isLast: true },
  ]);
});

const texts = fc.string({ unit: fc.constantFrom(..."([【〔)]】〕甲a "), maxLength: 12 });

test.each([
  ["the inner one", false, /[([【〔]([^()[\]【】〔〕]*)(?:[)\]】〕]|$)/g],
  ["the outer one", true, /[([【〔]([^)\]】〕]*)(?:[)\]】〕]|$)/g],
] as const)("finds what the pattern of %s finds", (_what, isOuter, pattern) => {
  fc.assert(
    fc.property(texts, (text) => {
      const replaced = replaceBrackets(text, isOuter, ({ inside, whole, start, isLast }) => {
        expect(isLast).toBe(start + whole.length === text.length);
        return `<${inside}|${whole}|${start}>`;
      });
      const expected = text.replace(
        pattern,
        (whole, inside: string, start: number) => `<${inside}|${whole}|${start}>`,
      );
      expect(replaced).toBe(expected);
    }),
  );
});
