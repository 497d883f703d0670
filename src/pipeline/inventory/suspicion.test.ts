import { expect, test } from "vitest";
import { suspicionOf } from "./suspicion.ts";

test.each([
  ["暂无", "missing-mark"],
  ["#N/A", "formula-error"],
  ["1.38E+10", "exponent"],
  ["622202000000000000", "digits-lost"],
  ["锟斤拷", "mojibake"],
  ["å¼ ä¸‰", "mojibake"],
  ["华宸\u200b精密", "invisible"],
  ["11111111", "placeholder"],
  ["13888888888", "placeholder"],
  ["测试客户", "placeholder"],
  ["1900-01-00", "odd-date"],
  ["2099-12-31", "odd-date"],
  ["深圳华宸精密机械有限公司", undefined],
  ["13800138001", "placeholder"],
  ["13912345677", undefined],
  ["1900", undefined],
  ["2026-11-24", undefined],
  ["测试设备有限公司", undefined],
])("%s: %s", (text, kind) => {
  expect(suspicionOf(text)).toBe(kind);
});
