import { expect, test } from "vitest";
import { encodingOfMark, encodingOfZeros, isMostlyUtf8 } from "./encoding.ts";

const bytes = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replaceAll(" ", ""), "hex"));

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

test.each<[string, string | undefined, string]>([
  ["一一公司,一\n", "utf-16le", "一 ends in a zero byte (4E 00)"],
  ["华宸精密机械有限公司,明远\n", "utf-16le", "little ASCII among much Han"],
])("takes %j without a mark for UTF-16: %s", (text, expected) => {
  const little = Buffer.from(text.repeat(20), "utf16le");
  expect(encodingOfZeros(little)).toBe(expected);
  expect(encodingOfZeros(Buffer.from(little).swap16())).toBe("utf-16be");
});

test("text padded with zeros is not UTF-16", () => {
  expect(encodingOfZeros(Buffer.from("华宸\0\0\0,1\0\0\n".repeat(20)))).toBeUndefined();
});
