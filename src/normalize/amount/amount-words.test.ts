import { expect, test } from "vitest";
import { withoutWords } from "./amount-words.ts";

test.each([
  ["年采购额50万", "50万", "年采购额", "a label"],
  ["注册资本:1000万元", "1000万元", "注册资本:", "with a colon"],
  ["50万(含税)", "50万", "(含税)", "what is in it"],
  ["不含税50万元", "50万元", "不含税", "in front"],
  ["+100", "100", "", "a plus"],
  ["100.", "100", "", "a full stop"],
  [".5", "0.5", "", "a zero left out"],
  ["1.2million", "1.2百万", "", "an English unit"],
  ["100元", "100元", "", "nothing beside it"],
])("%s -> %s, words %j: %s", (written, text, words) => {
  expect(withoutWords(written)).toEqual({ text, words });
});
