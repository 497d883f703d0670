import { expect, test } from "vitest";
import {
  identityColumns,
  maskIdentities,
  messageColumns,
  withoutPrivate,
} from "./private-cells.ts";

test.each([
  ["11010519491231002X", "110105********002X", "an identity number of GB 11643"],
  ["张三 11010519491231002x 男", "张三 110105********002x 男", "within a text"],
  ["110105194912310021", "110105194912310021", "a wrong check letter: no identity number"],
  ["91310115MA1K4ABC91", "91310115MA1K4ABC91", "a credit code"],
  ["1234567890123456789", "1234567890123456789", "a long id of a system"],
])("%s -> %s: %s", (cell, expected) => {
  expect(maskIdentities(cell)).toBe(expected);
});

const chat = ["消息ID", "类型", "发送人", "时间", "内容", "备注", "昵称", "更多信息"];

test("messages of a known chat are not kept unless a field reads them", () => {
  expect(messageColumns(chat, ["消息ID", "时间"])).toEqual([4, 7]);
  expect(messageColumns(chat, ["内容"])).toEqual([7]);
  expect(messageColumns(["客户名称", "内容"], [])).toEqual([]);
});

test("identity numbers are found by their heading or by what the cells hold", () => {
  const rows = [{ row: 2, cells: ["华宸", "见 11010519491231002X", ""] }];
  expect(identityColumns(["客户", "备注", "身份证编号"], rows)).toEqual([1, 2]);
});

test("rows lose what is private and nothing else", () => {
  const rows = [{ row: 2, cells: ["a", "b", "11010519491231002X"] }];
  const batch = { rows, quarantined: [] };
  expect(withoutPrivate(batch, { messages: [], identities: [] })).toBe(batch);
  expect(withoutPrivate(batch, { messages: [1], identities: [2] }).rows).toEqual([
    { row: 2, cells: ["a", "", "110105********002X"] },
  ]);
});
