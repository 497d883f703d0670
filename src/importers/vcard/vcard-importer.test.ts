import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSource } from "../open-source.ts";
import { recogniseSystem } from "../source-system.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-vcard-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Read {
  readonly cards: readonly Record<string, string>[];
  readonly codes: readonly string[];
}

async function read(content: string | Buffer): Promise<Read> {
  const path = join(folder, "a.vcf");
  writeFileSync(path, content);
  const source = await openSource(path);
  const [table] = source.tables;
  expect(recogniseSystem(table?.columns ?? [])?.system).toBe("vcard-contacts");
  const cards: Record<string, string>[] = [];
  for await (const batch of table?.batches() ?? []) {
    for (const { cells } of batch.rows) {
      cards.push(Object.fromEntries((table?.columns ?? []).map((c, at) => [c, cells[at] ?? ""])));
    }
  }
  return { cards, codes: source.findings.map(({ code }) => code) };
}

const card = (...lines: readonly string[]): string =>
  ["BEGIN:VCARD", ...lines, "END:VCARD", ""].join("\r\n");

test.each<[string, Record<string, string>, string]>([
  [
    card("VERSION:2.1", "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;=E5=BC=A0=E4=B8=8=", "9;;;"),
    { 姓名: "张三" },
    "a soft break splits an escape; the whole name stands in the given name",
  ],
  [
    card("VERSION:2.1", "FN;CHARSET=GB2312;QUOTED-PRINTABLE:=D5=C5=C8=FD"),
    { 姓名: "张三" },
    "a bare parameter and the bytes of GBK",
  ],
  [
    card(
      "VERSION:2.1",
      "NOTE;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE;CHARSET=utf-8:=E5=BC=A0",
      "FN:A",
    ),
    { 备注: "张" },
    "a parameter twice",
  ],
  [
    card(
      "VERSION:3.0",
      "N:张;三;;;",
      "ORG:Company\\, The;Dept",
      "item1.TEL;type=CELL:139 0001 0001",
      "TEL;TYPE=WORK,FAX:021-1",
      "TEL;TYPE=WORK:021-2",
    ),
    {
      姓名: "张三",
      单位: "Company, The",
      部门: "Dept",
      手机: "139 0001 0001",
      传真: "021-1",
      电话: "021-2",
    },
    "groups, escapes, kinds of numbers",
  ],
  [
    card("VERSION:3.0", "FN:林晓-华宸-采购", "NICKNAME:小林", "X-WECHAT-ID:wxid_demo"),
    { 姓名: "", 备注名: "林晓-华宸-采购", 微信号: "wxid_demo", 昵称: "小林" },
    "WeFlow: the name is the remark",
  ],
  [
    card(
      "VERSION:4.0",
      "FN:张三",
      'TEL;VALUE=uri;TYPE="voice,cell":tel:+86-139-0001-0001',
      "NOTE:one\\ntwo",
      " three",
    ),
    { 手机: "+86-139-0001-0001", 备注: "one\ntwothree" },
    "vCard 4.0, a folded line",
  ],
])("%j -> %j: %s", async (text, expected) => {
  expect((await read(text)).cards[0]).toMatchObject(expected);
});

test("cards without a break between them, a picture that is skipped, letters that were lost", async () => {
  const text =
    "BEGIN:VCARD\r\nFN;ENCODING=QUOTED-PRINTABLE:=41=\r\nEND:VCARD\r\n" +
    card("FN:????", "PHOTO;ENCODING=b:AAAA", " BBBB", "BDAY:1990-01-01");
  const { cards, codes } = await read(text);
  expect(cards.map((each) => each["姓名"])).toEqual(["A", "????"]);
  expect(codes).toEqual(["I123", "I124"]);
});

test.each([
  ["END:VCARDBEGIN:VCARD", "one right behind the other"],
  ["NOTE;ENCODING=QUOTED-PRINTABLE:x=BEGIN:VCARD", "a soft break without its line break"],
  ["NOTE;ENCODING=QUOTED-PRINTABLE:x=\r\nBEGIN:VCARD", "a soft break before a card"],
])("no card is lost in %j: %s", async (glue) => {
  const { cards } = await read(`BEGIN:VCARD\r\nFN:甲\r\n${glue}\r\nFN:乙\r\nEND:VCARD\r\n`);
  expect(cards.map((each) => each["姓名"])).toEqual(["甲", "乙"]);
});

test("a file in GBK without a charset", async () => {
  const bytes = [Buffer.from("BEGIN:VCARD\r\nFN:"), Buffer.from([0xd5, 0xc5, 0xc8, 0xfd])];
  const more = Buffer.from("\r\nORG:A\r\nEND:VCARD\r\n");
  expect((await read(Buffer.concat([...bytes, more]))).cards[0]).toMatchObject({ 姓名: "张三" });
});

test("a file in UTF-16 under another name", async () => {
  const path = join(import.meta.dirname, "../../../fixtures/import/address-book.csv");
  const source = await openSource(path);
  expect([source.file.format, source.tables[0]?.columns[0]]).toEqual(["vcard", "姓名"]);
  await source.close();
});
