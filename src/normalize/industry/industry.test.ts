import { expect, test } from "vitest";
import lines from "./data/industries.json" with { type: "json" };
import { industry } from "./industry.ts";

test("reads the name of every class as the class that its code means", () => {
  const options = { repairs: "safe" } as const;
  for (const line of lines) {
    const code = line.slice(0, line.indexOf(" "));
    if (code.length === 1) continue;
    const { display, key } = industry.normalize(code, undefined, options);
    expect([code, industry.normalize(display, undefined, options).key]).toEqual([code, key]);
  }
});

test.each([
  ["汽车制造业", "汽车制造业", "C36", [], "a name of the standard"],
  ["农业", "农业", "A01", [], "two letters"],
  ["IT ", "IT", "I65", [], "what people say"],
  ["软件行业", "软件行业", "I65", [], "the ending says nothing"],
  ["互联网和相关服务", "互联网和相关服务", "I64", [], "the name of a division"],
  ["C3511", "矿山机械制造", "C3511", [], "a code"],
  ["3511", "矿山机械制造", "C3511", [], "a code without its letter"],
  ["C36 汽车", "C36 汽车", "C36", [], "a code with a name"],
  ["制造业/汽车制造业", "制造业/汽车制造业", "C36", [], "two levels"],
  ["汽车、医药", "汽车、医药", "汽车医药", ["N501"], "two industries"],
  ["机械制造业", "机械制造业", "机械制造", ["N501"], "general or special machines: not decided"],
  ["医疗器械", "医疗器械", "C358", [], "more than its first word"],
  ["無", "", "", ["N003"], "a placeholder is no industry"],
])("%s -> %s, key %s, findings %s: %s", (raw, display, key, codes) => {
  const result = industry.normalize(raw, undefined, { repairs: "safe" });
  expect(result).toMatchObject({ display, key });
  expect(result.findings.map(({ code }) => code)).toEqual(codes);
});
