import { expect, test } from "vitest";
import { foxmailContacts } from "../importers/addressbook/foxmail/profile.ts";
import type { TableBatch } from "../model/source.ts";
import { leftOutColumns, PrivateCells } from "./private-cells.ts";

const chat = ["消息ID", "类型", "发送人", "时间", "内容", "备注", "昵称", "更多信息"];

test("messages of a known chat are not kept unless a field reads them", () => {
  expect(leftOutColumns(chat, ["消息ID", "时间"]).messages).toEqual([4, 7]);
  expect(leftOutColumns(chat, ["内容"]).messages).toEqual([7]);
  expect(leftOutColumns(["客户名称", "内容"], []).messages).toEqual([]);
});

test("birthdays and families of an address book are not kept unless a field reads them", () => {
  const [book] = foxmailContacts.headings;
  const { privates } = leftOutColumns(book ?? [], ["生日"]);
  expect(privates.map((at) => book?.[at])).toEqual(["配偶", "子女"]);
});

test("pictures and private lives leave the rows as messages do", () => {
  const { rows } = new PrivateCells(["x", "y"], { messages: [], privates: [1] }).hide(
    batchOf(["a", "b"]),
  );
  expect(rows[0]?.cells).toEqual(["a", ""]);
});

const nothing = { messages: [], privates: [] };

function batchOf(...rows: (readonly string[])[]): TableBatch {
  return { rows: rows.map((cells, at) => ({ row: at + 2, cells })), quarantined: [] };
}

test("rows lose what is private and nothing else", () => {
  const batch = batchOf(["a", "b", "11010519491231002X"], ["c", "", "no number"]);
  const { rows } = new PrivateCells(["x", "y", "z"], { messages: [1], privates: [] }).hide(batch);
  expect(rows[0]).toEqual({ row: 2, cells: ["a", "", "110105********002X"] });
  expect(rows[1]).toBe(batch.rows[1]);
});

test("an identity number that comes late, in a column nobody would think of, is masked", () => {
  const table = new PrivateCells(["客户", "备注", "身份证编号"], nothing);
  table.hide(batchOf(["华宸", "", ""]));
  expect(table.maskedColumns).toEqual([]);
  const { rows, identities } = table.hide(batchOf(["明远", "见 110105 19491231 002x", ""]));
  expect(rows[0]?.cells[1]).toBe("见 110105**********002x");
  expect(identities).toEqual([{ row: 2, at: 1, number: "11010519491231002X" }]);
  expect(table.maskedColumns).toEqual([1]);
});

test("the heading says what a number is: a person's whatever its check letter, or a company's", () => {
  const table = new PrivateCells(["身份证号", "注册号"], nothing);
  const { rows } = table.hide(batchOf(["110105194912310021", "110105491231002"]));
  expect(rows[0]?.cells).toEqual(["110105********0021", "110105491231002"]);
});

test("a column without a heading tells by what stands in it whose numbers of fifteen digits are", () => {
  const persons = new PrivateCells(["列1"], nothing);
  const hidden = persons.hide(batchOf(["110105491231002"], ["110105491231006"], [""]));
  expect(hidden.rows.map(({ cells }) => cells[0])).toEqual([
    "110105*****1002",
    "110105*****1006",
    "",
  ]);
  const companies = new PrivateCells(["列1"], nothing);
  const kept = companies.hide(batchOf(["110105491231002"], ["310115600985533"], ["华宸"]));
  expect(kept.rows[0]?.cells).toEqual(["110105491231002"]);
});

test("a row set aside in a table with identity numbers holds one too", () => {
  const finding = { code: "I101", severity: "error" } as const;
  const quarantined = [{ row: 2, text: "a,110105491231002,b,c", finding }];
  const hidden = new PrivateCells(["x", "身份证号"], nothing).hide({ rows: [], quarantined });
  expect(hidden.quarantined[0]?.text).toBe("a,110105*****1002,b,c");
});

test("the text of a row that was set aside is masked too", () => {
  const quarantined = [
    {
      row: 2,
      text: "a,b,11010519491231002X",
      finding: { code: "I101", severity: "error" },
    } as const,
  ];
  const hidden = new PrivateCells(["x"], nothing).hide({ rows: [], quarantined });
  expect(hidden.quarantined[0]?.text).toBe("a,b,110105********002X");
});
