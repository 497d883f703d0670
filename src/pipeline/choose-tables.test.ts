import { expect, test } from "vitest";
import { parseSourceMapping } from "../mapping/parse-mapping.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import type { SourceTable } from "../model/source.ts";
import { chooseTables } from "./choose-tables.ts";
import { mappingsOf, type ProjectMapping } from "./project-mappings.ts";

function mappingFor(path: string, sheet?: string): ProjectMapping {
  const yaml = `version: 1
source: { files: ["*.xlsx"], system: s${sheet === undefined ? "" : `, sheet: ${sheet}`} }
entity: customer
fields: { legal_name: 客户名称 }
`;
  return { path, mapping: parseSourceMapping(yaml, path, canonicalModel) };
}

function tableNamed(sheet: string, ...columns: readonly string[]): SourceTable {
  return {
    sheet,
    columns: columns.length > 0 ? columns : ["客户名称"],
    headerRow: 1,
    preamble: [],
    findings: [],
    batches: async function* () {},
    counts: () => {
      throw new Error("nothing was read");
    },
  };
}

const tables = ["客户", "张三(华东)", "李四(华东)", "说明"].map((name) => tableNamed(name));

/** What the first of the mappings gets, and what is left over by all of them. */
function chosen(...mappings: ProjectMapping[]): unknown {
  const [own] = mappings;
  if (own === undefined) throw new Error("name a mapping");
  const found = chooseTables(tables, own, { file: "a.xlsx", mappings });
  return [found.tables.map(({ sheet }) => sheet), found.others];
}

test.each<[string, ProjectMapping[], string[], string[]]>([
  ["the first sheet by default", [mappingFor("m")], ["客户"], ["张三(华东)", "李四(华东)", "说明"]],
  [
    "a sheet by its name",
    [mappingFor("m", "说明")],
    ["说明"],
    ["客户", "张三(华东)", "李四(华东)"],
  ],
  [
    "sheets by a pattern",
    [mappingFor("m", '"*(华东)"')],
    ["张三(华东)", "李四(华东)"],
    ["客户", "说明"],
  ],
  [
    "a list of them",
    [mappingFor("m", "[说明, 客户]")],
    ["客户", "说明"],
    ["张三(华东)", "李四(华东)"],
  ],
  [
    "what another mapping means is not left over",
    [mappingFor("m", "客户"), mappingFor("n", '"*(华东)"')],
    ["客户"],
    ["说明"],
  ],
])("%s", (_, mappings, expected, left) => {
  expect(chosen(...mappings)).toEqual([expected, left]);
});

test("a sheet that is not there is told with those that are", () => {
  expect(() => chosen(mappingFor("m", "联系人"))).toThrow('no sheet "联系人", found 客户, 张三');
});

test("a sheet that two mappings mean is no guess", () => {
  const [one, other] = [mappingFor("m", "客户"), mappingFor("n", '"*"')];
  expect(() => chosen(one, other)).toThrow("both `m` and `n` name this file");
  const [open, named] = [mappingFor("m"), mappingFor("n", "客户")];
  expect(() => mappingsOf("a.xlsx", [named, open], process.cwd())).toThrow("both `m` and `n`");
});

test("a sheet that only a pattern means is left out when no column fits", () => {
  const own = mappingFor("m", '"*"');
  const sheets = [tableNamed("张三"), tableNamed("封面", "项目", "内容")];
  const found = chooseTables(sheets, own, { file: "a.xlsx", mappings: [own] });
  expect([found.tables.map(({ sheet }) => sheet), found.others]).toEqual([["张三"], ["封面"]]);
  const named = mappingFor("m", "封面");
  const alone = chooseTables(sheets, named, { file: "a.xlsx", mappings: [named] });
  expect(alone.tables.map(({ sheet }) => sheet)).toEqual(["封面"]);
});
