import { expect, test } from "vitest";
import { decodeLegacy, encodeLegacy, type LegacyEncoding } from "./legacy-bytes.ts";

test.each<[LegacyEncoding, string]>([
  ["gbk", "华宸公司€"],
  ["big5", "華宸公司"],
  ["shift_jis", "株式会社ｱ"],
  ["windows-1252", "Søren – “é”"],
  ["macintosh", "é√"],
  ["utf-8", "华宸"],
])("%s writes and reads %s", (encoding, text) => {
  expect(decodeLegacy(encodeLegacy(text, encoding) ?? new Uint8Array(), encoding)).toBe(text);
});

test.each<[LegacyEncoding, string, readonly number[]]>([
  ["cp437", "é╬", [0x82, 0xce]],
  ["big5", "①ぁЯ", [0xc6, 0xa1, 0xc6, 0xe7, 0xc8, 0x54]],
  ["windows-1252", "\u0081", [0x81]],
])("%s writes %s as %s, which the platform has no table for", (encoding, text, bytes) => {
  expect([...(encodeLegacy(text, encoding) ?? [])]).toEqual(bytes);
});

test("a letter that an encoding lacks gives no bytes, broken bytes no text", () => {
  expect(encodeLegacy("华", "windows-1252")).toBeUndefined();
  expect(decodeLegacy(Uint8Array.of(0xe5, 0x8d), "utf-8")).toBeUndefined();
});
