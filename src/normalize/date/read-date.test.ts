import fc from "fast-check";
import { expect, test } from "vitest";
import { date } from "./date.ts";
import { isProgramDate, readDate } from "./read-date.ts";

const two = (number: number): string => String(number).padStart(2, "0");
const number = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

test("dates of programs say the same the short way as the long way", () => {
  const context = date.observe([]);
  const parts = fc.tuple(fc.integer({ min: 1910, max: 2099 }), number(13), number(32));
  const clock = fc.option(fc.tuple(number(24), number(60)), { nil: undefined });
  fc.assert(
    fc.property(parts, clock, fc.constantFrom("-", "/"), ([year, month, day], hours, sign) => {
      const time = hours === undefined ? "" : ` ${hours.map(two).join(":")}:00`;
      const written = [year, two(month), two(day)].join(sign) + time;
      expect(isProgramDate(written)).toBe(true);
      // An invisible letter goes before anything is read, and takes the text the long way.
      expect(readDate(written, context)).toEqual(readDate(`\u200b${written}`, context));
      const chinese = `${year}年${month}月${day}日`;
      expect(readDate(chinese, context)).toEqual(readDate(`\u200b${chinese}`, context));
    }),
  );
});
