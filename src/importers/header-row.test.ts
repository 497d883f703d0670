import { expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import { continuedHeader, findHeader } from "./header-row.ts";

test.each<[string[][], string[], number, string]>([
  [
    [
      ["客户名称", "电话"],
      ["华宸", "1"],
    ],
    ["客户名称", "电话"],
    1,
    "the first row",
  ],
  [
    [["2026年台账"], ["", ""], ["客户名称*", "电话"], ["华宸", "1"]],
    ["客户名称*", "电话"],
    3,
    "below titles",
  ],
  [
    [
      ["编号", "联系方式", "", "地址"],
      ["", "联系人", "手机", ""],
      ["1", "王", "138", "x"],
    ],
    ["编号", "联系方式/联系人", "联系方式/手机", "地址"],
    2,
    "two rows joined",
  ],
  [
    [
      ["FNumber", "FName#2052", "FShortName#2052"],
      ["(单据头)编码", "*(单据头)名称#中文(简体)", "(单据头)简称#中文(简体)"],
      ["C1", "华宸精密", "华宸"],
    ],
    ["(单据头)编码", "*(单据头)名称#中文(简体)", "(单据头)简称#中文(简体)"],
    2,
    "captions below the names that a program goes by",
  ],
  [
    [
      ["foo", "bar", "baz"],
      ["1", "2", "3"],
    ],
    ["foo", "bar", "baz"],
    1,
    "no heading known: the first wide row",
  ],
  [
    [
      ["导出人：王敏", "", "导出时间：2026-03-02 12:30", ""],
      ["往来户", "对接人", "跟单"],
      ["甲", "乙", "丙"],
    ],
    ["往来户", "对接人", "跟单"],
    2,
    "no heading known: labels with their values head nothing",
  ],
  [
    [
      ["客户名称", "客户名称", ""],
      ["a", "b", "c"],
    ],
    ["客户名称", "客户名称_2", "列3"],
    1,
    "names made unique",
  ],
  [
    [
      ["客户名称", "电话", ""],
      ["华宸", "1", ""],
    ],
    ["客户名称", "电话"],
    1,
    "a comma at the end of each line makes no column",
  ],
  [
    [
      ["wxid_7a1", "王经理"],
      ["wxid_9b2", "李工"],
    ],
    ["列1", "列2"],
    0,
    "values where the header should be",
  ],
  [
    [
      ["华宸", "深圳", "A类"],
      ["明远", "苏州", "B类"],
      ["启航", "深圳", "A类"],
    ],
    ["列1", "列2", "列3"],
    0,
    "values that stand in their columns again",
  ],
  [
    [
      ["甲", "乙"],
      ["1", "2"],
      ["甲", "乙"],
    ],
    ["甲", "乙"],
    1,
    "a header that recurs as a whole is one",
  ],
  [[["# made by x"], ["甲", "乙"], ["1", "2"]], ["甲", "乙"], 2, "a remark above it"],
])("%j -> %j at row %i: %s", (cells, columns, headerRow) => {
  const rows = cells.map((each, at) => ({ row: at + 1, cells: each }));
  expect(findHeader(rows, canonicalModel, undefined)).toMatchObject({ columns, headerRow });
});

test("takes the row it is told, and none when told that there is none", () => {
  const rows = [
    ["a", "b"],
    ["c", "d"],
  ].map((cells, at) => ({ row: at + 1, cells }));
  expect(findHeader(rows, canonicalModel, 2).columns).toEqual(["c", "d"]);
  expect(findHeader(rows, canonicalModel, 0)).toMatchObject({
    columns: ["列1", "列2"],
    consumed: 0,
  });
});

test("a row whose quotes are broken is no header", () => {
  const broken = { code: "I102", severity: "error" } as const;
  const rows = [
    { row: 1, cells: ["# remark"] },
    { row: 2, cells: ["a", '"b'], broken },
  ];
  expect(findHeader(rows, canonicalModel, undefined)).toMatchObject({
    columns: ["列1", "列2"],
    consumed: 1,
  });
});

test("a row beyond the table leaves nothing below it", () => {
  const rows = [{ row: 1, cells: ["客户名称", "电话"] }];
  expect(findHeader(rows, canonicalModel, 40)).toMatchObject({ columns: [], titleRows: rows });
});

test.each<[string[][], number, string]>([
  [[["华宸", "1"]], 0, "the columns of the first part, for rows of the same width"],
  [[["客户名称", "手机"]], 1, "its own header, when it shares a heading"],
  [[["华宸", "1", "x"]], 1, "its own header, when it is wider"],
])("%j as a later part has its header in row %i: %s", (cells, headerRow) => {
  const rows = cells.map((each, at) => ({ row: at + 1, cells: each }));
  const columns = ["客户名称", "电话"];
  const found =
    continuedHeader(rows, canonicalModel, columns) ?? findHeader(rows, canonicalModel, undefined);
  expect([found.headerRow, found.columns === columns]).toEqual([headerRow, headerRow === 0]);
});
