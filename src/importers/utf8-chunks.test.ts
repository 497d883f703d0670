import fc from "fast-check";
import { expect, test } from "vitest";
import type { Encoding } from "./encoding.ts";
import { rowsOf } from "./csv/read-csv.ts";
import { toUtf8, type WrittenText } from "./utf8-chunks.ts";

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

async function read(bytes: Uint8Array, size: number, text: WrittenText): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of toUtf8(cut(bytes, size), text)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function cellsOf(bytes: Uint8Array, size: number, encoding: Encoding): Promise<string[][]> {
  const text = { encoding, isUtf8: encoding === "utf-8", isMixed: false };
  const cells: string[][] = [];
  for await (const rows of rowsOf(toUtf8(cut(bytes, size), text)))
    cells.push(...rows.map((row) => [...row.cells]));
  return cells;
}

const ascii = [...'a7,\n"|\\'].map((letter) => [letter.charCodeAt(0)]);
/** Letters whose bytes look like delimiters, quotes' neighbours and digits of ASCII. */
const letters: Readonly<Record<Encoding, number[][]>> = {
  gb18030: [
    [0xbb, 0xaa],
    [0x81, 0x5c],
    [0x81, 0x7c],
    [0x85, 0x40],
    [0xfd, 0x7e],
    [0x81, 0x30, 0x89, 0x38],
    [0x95, 0x32, 0x90, 0x31],
    [0x84, 0x31, 0xa4, 0x37],
  ],
  big5: [
    [0xb5, 0xd8],
    [0xa4, 0x5c],
    [0xb3, 0x5c],
    [0xa4, 0x7c],
    [0xa4, 0x40],
  ],
  shift_jis: [[0x83, 0x5c], [0x95, 0x5c], [0x83, 0x7c], [0x82, 0xa0], [0xb1]],
  "euc-kr": [
    [0xb0, 0xa1],
    [0x81, 0x5a],
    [0xc8, 0xfe],
  ],
  "euc-jp": [
    [0xa5, 0xbd],
    [0xb2, 0xf1],
    [0x8f, 0xb0, 0xa1],
  ],
  "utf-8": ["é", "华", "，", "𠮷"].map((letter) => [...Buffer.from(letter)]),
  "utf-16le": [],
  "utf-16be": [],
  "windows-1252": [[0xe9], [0xfc]],
};

test.each(["gb18030", "big5", "shift_jis", "euc-jp", "utf-8", "windows-1252"] as const)(
  "%s reads the same wherever it is cut, and its trail bytes delimit nothing",
  async (encoding) => {
    const unit = fc.constantFrom(...ascii, ...letters[encoding], ...letters[encoding]);
    const texts = fc.array(unit, { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 5 }), async (units, size) => {
        const bytes = Uint8Array.from([...Buffer.from("sep=,\n"), ...units.flat()]);
        const whole = new TextDecoder(encoding).decode(bytes);
        const text = { encoding, isUtf8: encoding === "utf-8", isMixed: false };
        expect(await read(bytes, size, text)).toBe(whole);
        const fromUtf8 = await cellsOf(Buffer.from(whole), 1 << 20, "utf-8");
        expect(await cellsOf(bytes, size, encoding)).toEqual(fromUtf8);
      }),
      { numRuns: 500 },
    );
  },
);

test.each<[string, string, Encoding, string]>([
  ["efbbbf61", "a", "utf-8", "a mark, cut in the middle"],
  ["61efbbbf", "a\ufeff", "utf-8", "a mark elsewhere is a letter"],
  ["fffe61004e53", "a华".replace("华", "\u534e"), "utf-16le", "UTF-16"],
  ["feff0061534e", "a\u534e", "utf-16be", "UTF-16, the other way round"],
  ["61ff62", "a\ufffdb", "utf-8", "a byte that cannot be"],
  ["ef", "\ufffd", "utf-8", "less than a mark"],
])("%s -> %j as %s: %s", async (hex, expected, encoding) => {
  const isUtf8 = !expected.includes("\ufffd");
  const text = { encoding, isUtf8, isMixed: false };
  expect(await read(Buffer.from(hex, "hex"), 1, text)).toBe(expected);
});

test("of glued files each line is decoded as what it is", async () => {
  const [gbk, utf8] = [Buffer.from("bbaae5b70a", "hex"), Buffer.from("深圳华宸\n")];
  const bytes = Buffer.concat([utf8, gbk, utf8, gbk]);
  const text: WrittenText = { encoding: "gb18030", isUtf8: false, isMixed: true };
  for (const size of [1, 3, 7, 100])
    expect(await read(bytes, size, text)).toBe("深圳华宸\n华宸\n深圳华宸\n华宸\n");
});
