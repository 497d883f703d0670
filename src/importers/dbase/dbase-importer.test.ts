import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { GoldpanError } from "../../errors.ts";
import { encodeLegacy, type LegacyEncoding } from "../../text/legacy-bytes.ts";
import { openSource } from "../open-source.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-dbase-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Field = readonly [name: string, type: string, length: number];
type Cell = string | Buffer;

interface Shape {
  readonly encoding?: LegacyEncoding;
  readonly driver?: number;
  /** Records whose mark says that they are deleted. */
  readonly deleted?: readonly number[];
  /** Bytes that the file is too short. */
  readonly missing?: number;
}

function tableBytes(
  fields: readonly Field[],
  records: readonly (readonly Cell[])[],
  { encoding = "gbk", driver = 0, deleted = [], missing = 0 }: Shape = {},
): Buffer {
  const encode = (text: string): Buffer => Buffer.from(encodeLegacy(text, encoding) ?? []);
  const recordBytes = fields.reduce((sum, [, , length]) => sum + length, 1);
  const head = Buffer.alloc(32);
  head.set([0x03, 124, 3, 5]);
  head.writeUInt32LE(records.length, 4);
  head.writeUInt16LE(32 + fields.length * 32 + 1, 8);
  head.writeUInt16LE(recordBytes, 10);
  head[29] = driver;
  const described = fields.map(([name, type, length]) => {
    const field = Buffer.alloc(32);
    field.set(encode(name));
    field.write(type, 11, "latin1");
    field[16] = length;
    return field;
  });
  const rows = records.map((cells, at) => {
    const row = Buffer.alloc(recordBytes, " ");
    if (deleted.includes(at)) row.write("*");
    let start = 1;
    for (const [index, [, , length]] of fields.entries()) {
      const cell = cells[index] ?? "";
      row.set(typeof cell === "string" ? encode(cell) : cell, start);
      start += length;
    }
    return row;
  });
  const bytes = Buffer.concat([head, ...described, Buffer.from([0x0d]), ...rows]);
  return missing > 0 ? bytes.subarray(0, -missing) : Buffer.concat([bytes, Buffer.from([0x1a])]);
}

async function read(bytes: Buffer): Promise<object> {
  const path = join(folder, "table.dbf");
  writeFileSync(path, bytes);
  const source = await openSource(path);
  const [table] = source.tables;
  const rows: string[] = [];
  const quarantined: string[] = [];
  for await (const batch of table?.batches() ?? []) {
    rows.push(...batch.rows.map(({ row, cells }) => `${row}: ${cells.join("|")}`));
    quarantined.push(...batch.quarantined.map(({ row, text }) => `${row}: ${text}`));
  }
  const findings = source.findings.map(({ code }) => code);
  const { encoding } = source.file;
  return { encoding, columns: table?.columns, rows, quarantined, findings };
}

const fields: Field[] = [
  ["客户名称", "C", 20],
  ["CODE", "N", 10],
  ["DAY", "D", 8],
  ["OK", "L", 1],
];

test("reads text, numbers, dates and truth as text", async () => {
  const records = [
    ["华宸精密", "    000007", "20240305", "T"],
    ["明远", "     -1.50", "00000000", "?"],
    ["启航", "", "        ", "n"],
  ];
  expect(await read(tableBytes(fields, records))).toEqual({
    encoding: "gb18030",
    columns: ["客户名称", "CODE", "DAY", "OK"],
    rows: ["2: 华宸精密|000007|2024-03-05|TRUE", "3: 明远|-1.50||", "4: 启航|||FALSE"],
    quarantined: [],
    findings: [],
  });
});

test("reads the binary fields of FoxPro", async () => {
  const money = Buffer.alloc(8);
  money.writeBigInt64LE(-12_345_600n);
  const moment = Buffer.alloc(8);
  moment.writeInt32LE(2_460_375, 0);
  moment.writeInt32LE(37_200_000, 4);
  const double = Buffer.alloc(8);
  double.writeDoubleLE(0.5);
  const whole = Buffer.from([0xfe, 0xff, 0xff, 0xff]);
  const binary: Field[] = [
    ["A", "Y", 8],
    ["B", "T", 8],
    ["C", "B", 8],
    ["D", "I", 4],
    ["E", "M", 4],
  ];
  expect(await read(tableBytes(binary, [[money, moment, double, whole, "1"]]))).toMatchObject({
    rows: ["2: -1234.56|2024-03-05 10:20:00|0.5|-2|"],
    findings: ["I114"],
  });
});

test.each<[LegacyEncoding, number, string, string, string]>([
  ["gbk", 0x03, "华宸精密机械", "gb18030", "the text speaks louder than the program's setting"],
  ["big5", 0, "客戶名稱華宸", "big5", "told by the text"],
  ["shift_jis", 0x7b, "株式会社ソニー", "shift_jis", "told by both"],
  ["utf-8", 0x57, "华宸", "utf-8", "UTF-8"],
])("text in %s with driver %i and %j is read as such", async (encoding, driver, text, expected) => {
  const bytes = tableBytes([["NAME", "C", 30]], [[text]], { encoding, driver });
  expect(await read(bytes)).toMatchObject({ encoding: expected, rows: [`2: ${text}`] });
});

test("leaves deleted records out and says so; a record cut off is set aside", async () => {
  const records = ["甲公司", "乙公司", "丙公司"].map((name) => [name, "1", "20240305", "T"]);
  const bytes = tableBytes(fields, records, { deleted: [1], missing: 12 });
  expect(await read(bytes)).toMatchObject({
    rows: ["2: 甲公司|1|2024-03-05|TRUE"],
    quarantined: [expect.stringMatching(/^4: 丙公司/)],
    findings: ["I112"],
  });
});

test("a header that does not add up is named", async () => {
  const bytes = tableBytes(fields, [["甲", "1", "20240305", "T"]]);
  bytes.writeUInt16LE(5, 10);
  const path = join(folder, "wrong.dbf");
  writeFileSync(path, bytes);
  const error = await openSource(path).catch((thrown: unknown) => thrown);
  expect(error instanceof GoldpanError ? error.code : error).toBe("IMPORT_DAMAGED");
});
