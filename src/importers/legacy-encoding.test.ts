import { expect, test } from "vitest";
import { encodeLegacy, type LegacyEncoding } from "../text/legacy-bytes.ts";
import { guessLegacyEncoding } from "./legacy-encoding.ts";

test.each<[string, LegacyEncoding, string, string]>([
  ["客户名称,电话\n华宸,1\n", "gbk", "gb18030", "a short ledger"],
  ["深圳鑫淼垚昊晟科技", "gbk", "gb18030", "names of rare letters"],
  ["喆淼垚", "gbk", "gb18030", "nothing but rare letters"],
  ["華宸精密機械（香港）有限公司", "gbk", "gb18030", "traditional letters in GBK"],
  ["客戶名稱,聯絡電話\n華宸,1\n", "big5", "big5", "trail bytes below 0x80 and above"],
  ["會社名,電話番号\n株式会社ソニー,03\n", "shift_jis", "shift_jis", "kana and kanji"],
  ["東京都千代田区丸の内", "shift_jis", "shift_jis", "an address"],
  ["Müller, Götz, São Paulo", "windows-1252", "windows-1252", "decodes as GBK, to rare letters"],
  ["prénom,téléphone\nÉlysée,1", "windows-1252", "windows-1252", "accents stand alone"],
])("%j in %s -> %s: %s", (text, written, expected) => {
  expect(guessLegacyEncoding(encodeLegacy(text, written) ?? new Uint8Array())).toBe(expected);
});

test("one letter that was cut does not make it another encoding", () => {
  const line = encodeLegacy("深圳市华宸精密机械有限公司,0755\n".repeat(20), "gbk") ?? [];
  const cut = Uint8Array.from([...line, 0xc9, 0x2c, 0x31, 0x0a]);
  expect(guessLegacyEncoding(cut)).toBe("gb18030");
});

test("Japanese in EUC-JP has its kana where GB2312 has kana too", () => {
  const bytes = Buffer.from("b3f4bcb0b2f1bcd2a5bda5cba1bc2cb1c4b6c8c9f4", "hex");
  expect(guessLegacyEncoding(bytes)).toBe("euc-jp");
});

test.each([
  [
    "c8b8bbe7b8ed2cc0fcc8adb9f8c8a30ac1d6bdc4c8b8bbe720c7d1b1b9c0fcc0da2c30320ab4ebc7d1b9abbfaabbf3bbe72c3033310a",
    "a list of companies",
  ],
  ["b0edb0b4b8ed2cc0fcc8ad0abbefbcbac0fcc0da2c310a", "two lines"],
])("Korean in EUC-KR, %s: %s", (hex) => {
  expect(guessLegacyEncoding(Buffer.from(hex, "hex"))).toBe("euc-kr");
});
