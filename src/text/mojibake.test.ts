import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeLegacy, encodeLegacy, type LegacyEncoding } from "./legacy-bytes.ts";
import { readMojibake } from "./mojibake.ts";

const name = "青岛华越精密机械有限公司";

/** What a program shows that takes `name` for text of another encoding. */
function misread(written: LegacyEncoding, read: LegacyEncoding): string {
  return decodeLegacy(encodeLegacy(name, written) ?? new Uint8Array(), read) ?? "";
}

test.each<[LegacyEncoding, LegacyEncoding, string]>([
  ["utf-8", "gbk", "a CSV in UTF-8 that Excel opened"],
  ["utf-8", "windows-1252", "a database column of Latin-1"],
  ["gbk", "windows-1252", "an old Windows in English"],
  ["gbk", "macintosh", "an old Mac"],
  ["gbk", "big5", "a Windows of Taiwan"],
])("reads again what was written in %s and read as %s: %s", (written, read) => {
  const garbled = misread(written, read);
  expect(garbled).not.toBe("");
  expect(readMojibake(garbled)).toEqual({ repaired: name });
});

test.each([
  ["锟斤拷锟斤拷", "bytes that became replacement characters"],
  ["鏈濋槼鍘垮ぇ灞辫嫍鍦\ufffd", "the last byte was cut off"],
  ["鏈夐檺鍏徃鏈夐檺鍏徃", "a byte in the middle was lost"],
  ["烫烫烫", "memory that was never written"],
])("says of %s that bytes are lost: %s", (text) => {
  expect(readMojibake(text)).toEqual({ repaired: undefined });
});

test.each([
  [name, "ordinary text"],
  ["張偉", "traditional letters"],
  ["昊玥", "letters whose GBK bytes are UTF-8 as well"],
  ["喆妍鑫淼", "rare letters of names"],
  ["Müller & Söhne GmbH", "German"],
  ["Société Générale", "French"],
  ["臺灣積體電路製造股份有限公司", "a company of Taiwan"],
])("leaves %s alone: %s", (text) => {
  expect(readMojibake(text)).toBeUndefined();
});

test("never repairs text of common letters", () => {
  const letters = fc.constantFrom(
    ..."华越精密机械有限公司深圳市南山区科技园张伟经理采购部123ABC ()-",
  );
  fc.assert(
    fc.property(fc.array(letters), (parts) => {
      expect(readMojibake(parts.join(""))).toBeUndefined();
    }),
  );
});
