import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRemark, type Remark } from "./parse-remark.ts";

test.each<[string, Partial<Remark>, string]>([
  [
    "张三-华东机电-采购部经理",
    { person: "张三", company: "华东机电", department: "采购部", title: "经理" },
    "three parts",
  ],
  [
    "A李总 上海XX",
    { level: "A", person: "李", title: "总", company: "上海XX", region: "上海" },
    "a level in front",
  ],
  ["AA王工", { level: "", person: "王", title: "工" }, "AA only puts it on top"],
  ["张三华东机电采购", { person: "张三", company: "华东机电", title: "采购" }, "no separator"],
  [
    "深圳-华宸精密-王伟",
    { region: "深圳", company: "华宸精密", person: "王伟" },
    "a group nickname",
  ],
  ["王伟13912345678", { person: "王伟", phones: ["13912345678"] }, "a number without separator"],
  ["张三(VIP-高消费频次)", { person: "张三", tags: ["VIP", "高消费频次"] }, "tags in brackets"],
  ["0-AA-李娜", { level: "", person: "李娜", note: "" }, "marks that put it on top"],
  ["★李总-深圳华宸-采购总监", { person: "李", title: "采购总监" }, "the fuller title counts"],
  ["供应商 顺丰 小王", { person: "小王", tags: ["供应商"], note: "顺丰" }, "a nickname"],
  ["华东区-张三", { person: "张三" }, "a sales region is no person"],
  ["【A】张三-华宸", { level: "A", person: "张三" }, "a level in brackets"],
  ["VIP张三", { person: "张三", tags: ["VIP"] }, "a tag in front of a name"],
  ["张三VIP", { person: "张三", tags: ["VIP"] }, "a tag behind a name"],
  ["张总华宸精密", { person: "张", title: "总", company: "华宸精密" }, "a person and a company"],
  [
    "深圳华宸精密王总",
    { person: "王", title: "总", company: "深圳华宸精密", region: "深圳" },
    "a company and a person",
  ],
  ["房东", { person: "", note: "房东" }, "no name"],
  ["老婆", { person: "", note: "老婆" }, "no nickname"],
  ["李娜[玫瑰]🌹", { person: "李娜", note: "" }, "emoji are no part"],
  ["冬天的风", { person: "", note: "冬天的风" }, "a nickname is only a note"],
])("takes %s apart into %o: %s", (text, expected) => {
  expect(parseRemark(text)).toMatchObject(expected);
});

test("never loses a letter or digit that is not a mark", () => {
  const parts = fc.constantFrom(
    "张三",
    "华东机电",
    "经理",
    "采购部",
    "上海",
    "VIP客户",
    "随便",
    "x1",
    "-",
    " ",
    "@",
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 6 }), (tokens) => {
      const text = tokens.join("-");
      const { tags, phones, ...rest } = parseRemark(text);
      const kept = [...tags, ...phones, ...Object.values(rest)].join("");
      for (const letter of text.replace(/[-@\s]/g, "")) expect(kept).toContain(letter);
    }),
  );
});

const vectors = resolve(import.meta.dirname, "../../../../shared/data/vectors/wechat_remarks.json");
type Expected = Partial<
  Record<
    | "surname"
    | "name"
    | "title"
    | "department"
    | "region"
    | "company"
    | "level"
    | "mobile"
    | "note"
    | "nickname"
    | "company_or_region",
    string
  >
> & {
  tags?: string[];
};

describe.skipIf(!existsSync(vectors))("the shared remark vectors", () => {
  // The file has this shape; a change of it fails here.
  const rows = JSON.parse(existsSync(vectors) ? readFileSync(vectors, "utf8") : "[]") as {
    input: string;
    expect: Expected;
  }[];

  test.each(rows)("$input", ({ input, expect: expected }) => {
    const found = parseRemark(input);
    const { surname, name, mobile, nickname, company_or_region: place, ...same } = expected;
    expect(found).toMatchObject(same);
    if ((surname ?? name) !== undefined) expect(found.person).toBe(surname ?? name);
    if (mobile !== undefined) expect(found.phones).toEqual([mobile]);
    if (nickname !== undefined) expect(found.person + found.note).toBe(nickname);
    if (place !== undefined) expect([found.company, found.region]).toContain(place);
  });
});
