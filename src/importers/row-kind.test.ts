import { expect, test } from "vitest";
import { RowKinds } from "./row-kind.ts";

const header = ["客户名称", "电话"];

test.each<[string[], number, string | null, string]>([
  [["", "  "], 0, "blank", "nothing but spaces"],
  [["合计", "12"], 9, "footer", "a sum"],
  [["合计科技有限公司", "12"], 9, null, "a company whose name begins like a footer"],
  [["Grand Totals (5700 records)"], 9, "footer", "the end of a Salesforce report"],
  [["客户a", "13000000000"], 0, "sample", "the sample row of a template"],
  [["客户a", "13000000000"], 40, null, "far down it is data"],
  [["客户名称", "电话"], 5, "header", "files glued together"],
  [["制表人：张敏", ""], 9, "footer", "a note below the table"],
  [["总计：5 家", ""], 9, "footer", "a sum in one cell"],
  [["本页合计", "12"], 9, "footer", "the sum of a page"],
  [["合计：华东"], 9, null, "a sum of what is no number"],
  [["审核：", "制表：王敏"], 9, "footer", "who signs"],
  [["审核：", "13900010001"], 9, null, "a cell that says nothing of the kind"],
  [["共 12 条记录", ""], 9, "footer", "what a page counts"],
  [["共创科技", ""], 9, null, "a company that begins alike"],
  [["# exported by crm", ""], 5, "title", "a comment line"],
  [["#N/A", ""], 5, null, "an error of a formula is no comment"],
  [["华宸", "1"], 5, null, "data"],
  [["2024年12月客户台账", ""], 5, "title", "the title of the next month"],
  [["华南区2024-03-01导出"], 5, "title", "a title with another date"],
  [["甲", ""], 5, null, "a title so short tells nothing"],
  [["\u001a"], 5, "footer", "the mark that DOS ends a file with"],
])("%j after %i rows -> %s: %s", (cells, before, expected) => {
  const row = { width: cells.length, cellAt: (at: number) => cells[at] ?? "" };
  const titles = [["2024年1月客户台账"], ["华南区2023-12-31导出", ""], ["甲"]];
  const kinds = new RowKinds({ headers: [header], titles, columns: 2 });
  expect(kinds.kindOf(row, before)).toBe(expected);
});
