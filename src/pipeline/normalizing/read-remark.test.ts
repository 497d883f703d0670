import { expect, test } from "vitest";
import { readRemark } from "./read-remark.ts";

test.each([
  [
    "张三-华东机电-采购部经理",
    "name 张三, title 经理, customer 华东机电, department 采购部",
    "all parts",
  ],
  [
    "A罗欣杰@铭图汽车零部件",
    "name 罗欣杰, customer 铭图汽车零部件",
    "a brand with a trade is a company",
  ],
  ["王总", "name 王总, title 总", "a surname keeps its title"],
  ["李四-13800138000", "name 李四, mobiles 13800138000", "a phone"],
  ["随便写的", "", "nothing is guessed"],
])("%s -> %s: %s", (remark, expected) => {
  const { added } = readRemark({ remark_name: [remark] });
  expect(added.map(({ field, text }) => `${field} ${text}`).join(", ")).toBe(expected);
});

test("what a column says outranks the remark, phones are added", () => {
  const raw = {
    remark_name: ["张三-华东机电 13912345678"],
    name: ["张珊"],
    mobiles: ["13800000001"],
  };
  expect(readRemark(raw, "customer").raw).toEqual({
    ...raw,
    mobiles: ["13800000001", "13912345678"],
  });
});

test("without a remark nothing changes", () => {
  const raw = { name: ["张三"] };
  expect(readRemark(raw)).toEqual({ raw, added: [] });
});

test("a level is a tag where the column has levels, and nothing where A only comes first", () => {
  const raw = { remark_name: ["A张三-华东机电"] };
  const tagged = readRemark(raw, "", { hasLevels: true });
  expect(tagged.raw).toMatchObject({ name: ["张三"], tags: ["A级"] });
  expect(readRemark(raw, "", { hasLevels: false }).raw).not.toHaveProperty("tags");
  expect(readRemark(raw).raw).toMatchObject({ name: ["张三"], customer: ["华东机电"] });
});
