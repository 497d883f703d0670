import { expect, test } from "vitest";
import { isRemark, isStatus } from "./name-notes.ts";

test.each([
  ["已转出", true, "a status word"],
  ["原单一，已转出", true, "two of them"],
  ["勿动", true, "a warning"],
  ["代工厂", false, "no status word of the list"],
])("%s is a status: %s (%s)", (text, expected) => {
  expect(isStatus(text)).toBe(expected);
});

test.each([
  ["重复客户,见KH00123", true, "a remark with a number"],
  ["A级客户", true, "a level"],
  ["VIP", true, "another one"],
  ["张总", true, "somebody there"],
  ["采购部", true, "a department"],
  ["一般纳税人", true, "a kind of tax payer"],
  ["迁往广州", true, "where it went"],
  ["安瑞五金", false, "a name"],
  ["深圳", false, "a place"],
  ["南山分公司", false, "a branch"],
])("%s is a remark: %s (%s)", (text, expected) => {
  expect(isRemark(text)).toBe(expected);
});
