import { expect, test } from "vitest";
import { industry } from "./industry.ts";

test.each([
  ["机械制造业", "机械制造业", "机械制造", "the ending says nothing"],
  ["农业", "农业", "农业", "two letters stay"],
  ["IT ", "IT", "it", "Latin letters"],
  ["无", "", "", "a placeholder is no industry"],
])("%s -> %s, key %s: %s", (raw, display, key) => {
  expect(industry.normalize(raw, undefined, { repairs: "safe" })).toMatchObject({ display, key });
});
