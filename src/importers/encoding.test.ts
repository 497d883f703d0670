import { expect, test } from "vitest";
import { encodingOfMark, encodingOfZeros, guessLegacyEncoding, isMostlyUtf8 } from "./encoding.ts";

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));

test.each([
  ["bfcd bba7 c3fb b3c6 2c b5e7 bbb0", "gb18030", "客户名称,电话 in GBK"],
  ["ababa4f1a657bade2cb971b8dc", "big5", "Big5 trail bytes below 0x80 and above"],
  [
    "4d fc 6c 6c 65 72 2c 20 47 f6 74 7a",
    "windows-1252",
    "Müller, Götz: decodes as GBK, but to rare letters",
  ],
])("%s -> %s: %s", (hex, expected) => {
  expect(guessLegacyEncoding(bytes(hex))).toBe(expected);
});

test("reads byte order marks, and UTF-16 without one by its zero bytes", () => {
  expect(encodingOfMark(bytes("efbbbf61"))).toBe("utf-8");
  expect(encodingOfMark(bytes("fffe6100"))).toBe("utf-16le");
  expect(encodingOfMark(bytes("6162"))).toBeUndefined();
  expect(encodingOfZeros(bytes("6100620063002c00"))).toBe("utf-16le");
  expect(encodingOfZeros(bytes("61626364"))).toBeUndefined();
});

test("takes UTF-8 with one letter cut for UTF-8, and GBK for something else", () => {
  const text = Buffer.from("深圳市华宸精密机械有限公司".repeat(8));
  expect(isMostlyUtf8(Buffer.concat([text.subarray(0, -1), Buffer.from(",1\n")]))).toBe(true);
  expect(isMostlyUtf8(bytes("bfcdbba7c3fbb3c6".repeat(20)))).toBe(false);
});
