import { expect, test } from "vitest";
import catalogue from "./data/words.json" with { type: "json" };
import { say } from "./words.ts";

/** Signs that many Chinese consoles show two columns wide. */
const ambiguousWidth = /[…→×±─│█●≥≤—·“”‘’]/;
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

test.each(Object.entries(catalogue))("%s says the same in both languages", (_, entry) => {
  expect(placeholders(entry.zh)).toEqual(placeholders(entry.en));
  expect(entry.zh + entry.en).not.toMatch(ambiguousWidth);
  expect(entry.zh).not.toMatch(/[，。：；（）]/);
});

test("fills in numbers with commas, and knows the singular", () => {
  expect(say("pairsToDecide", "en", { count: 1412 })).toBe("1,412 pairs need a decision");
  expect(say("pairsToDecide", "en", { count: 1 })).toBe("1 pair needs a decision");
  expect(say("pairsToDecide", "zh", { count: 1 })).toBe("1 个记录对需要裁决");
});
