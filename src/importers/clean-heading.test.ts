import { expect, test } from "vitest";
import { cleanHeading } from "./clean-heading.ts";

test.each([
  ["＊客户名称（必填）", "客户名称", "star in front, note behind"],
  ["名称*", "名称", "star behind (jshERP)"],
  ["商务电话 2", "商务电话2", "Outlook's optional space"],
  [" Account Name", "account name", "Dynamics' leading space; Latin words stay apart"],
  ["联系\n电话", "联系电话", "a line break inside the cell"],
  ["金额(元)", "金额", "the unit"],
  ["电话(办公)", "电话(办公)", "a bracket that says something stays"],
])("%s -> %s: %s", (raw, expected) => {
  expect(cleanHeading(raw)).toBe(expected);
});
