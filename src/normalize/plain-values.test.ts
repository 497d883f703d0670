import { expect, test } from "vitest";
import type { Normalizer } from "../model/normalizer.ts";
import { bool } from "./bool.ts";
import { code } from "./code.ts";
import { enumNormalizer } from "./enum-value.ts";
import { number } from "./number.ts";
import { withPattern } from "./pattern-check.ts";
import { text } from "./text.ts";
import { url } from "./url.ts";

const level = enumNormalizer([
  { value: "A", zh: "A类", en: "Key", synonyms: ["重点", "★★★★★"] },
  { value: "B", zh: "B类", en: "Good" },
]);
const gtin = withPattern(code, "\\d{14}");

const normalizers = { text, code, gtin, url, level, number, bool } as const;

test.each<[keyof typeof normalizers, string, string, string, string[], string]>([
  ["text", "Ａ类  客户", "A类 客户", "a类客户", [], "plain text"],
  ["text", "锟斤拷锟斤拷", "锟斤拷锟斤拷", "", ["N106"], "bytes are lost: nothing to compare"],
  ["text", "#REF!", "", "", ["N002"], "a formula error"],
  ["code", '="000123"', "000123", "000123", [], "the guard against Excel goes"],
  ["code", " KH-001 ", "KH-001", "kh-001", [], "a hyphen is part of a code"],
  ["code", "1.23E+15", "1.23E+15", "", ["N303"], "Excel ate the digits"],
  ["gtin", "06901234567892", "06901234567892", "06901234567892", [], "as the pattern wants it"],
  ["gtin", "A1", "A1", "a1", ["N313"], "not what the pattern wants"],
  ["url", "HTTP://WWW.Zhaoda.com/", "http://www.zhaoda.com", "zhaoda.com", [], "case and slash"],
  ["url", "官网建设中", "官网建设中", "", ["N311"], "no address"],
  ["level", "Ａ级", "Ａ级", "a级", ["N912"], "an unknown word stays"],
  ["level", "a类", "A", "A", [], "a label"],
  ["level", "★★★★★", "A", "A", [], "a synonym without letters"],
  ["level", "无", "", "", ["N003"], "nothing there"],
  ["number", "1,200人", "1200", "1200", [], "counting words go"],
  ["number", "12%", "0.12", "0.12", [], "a share"],
  ["number", "007.50", "7.5", "7.5", [], "zeros go"],
  ["number", "50-99人", "50-99", "", ["N916"], "a range"],
  ["number", "若干", "若干", "", ["N910"], "no number"],
  ["bool", "是", "true", "true", [], "yes"],
  ["bool", "无", "false", "false", [], "none means no"],
  ["bool", "看情况", "看情况", "", ["N914"], "neither"],
])("%s: %s becomes %s, key %s, findings %s (%s)", (...row) => {
  const [name, raw, display, key, codes] = row;
  const normalizer: Normalizer = normalizers[name];
  const options = { repairs: "safe" } as const;
  const result = normalizer.normalize(raw, undefined, options);
  expect([result.display, result.key]).toEqual([display, key]);
  expect(result.findings.map((finding) => finding.code)).toEqual(codes);
  expect(normalizer.normalize(display, undefined, options).display).toBe(display);
});
