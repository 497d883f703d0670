import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSource } from "../open-source.ts";
import { recogniseSystem } from "../source-system.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-mail-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(name: string, content: string | Buffer): Promise<Record<string, string>[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  const source = await openSource(path);
  const [table] = source.tables;
  expect(recogniseSystem(table?.columns ?? [])?.system).toBe("mail-messages");
  const rows: Record<string, string>[] = [];
  for await (const batch of table?.batches() ?? []) {
    for (const { cells } of batch.rows) {
      rows.push(Object.fromEntries((table?.columns ?? []).map((c, at) => [c, cells[at] ?? ""])));
    }
  }
  return rows;
}

const gbk = (bytes: readonly number[]): Buffer => Buffer.from(bytes);
const nihao = [0xc4, 0xe3, 0xba, 0xc3];
const base64 = (bytes: readonly number[]): string => gbk(bytes).toString("base64");

test.each<[string, string | Buffer, Record<string, string>, string]>([
  [
    "words.eml",
    `From: =?gb2312?B?${base64(nihao)}?= <Lin@Huachen.example>\r\nTo: me@goldpan.example\r\n` +
      `Subject: =?gb2312?B?${base64(nihao.slice(0, 3))}?=\r\n =?gb2312?B?${base64(nihao.slice(3))}?=\r\n` +
      "Date: Mon, 2 Mar 2026 09:15:00 +0800\r\nMessage-ID: <1@huachen.example>\r\n\r\nbody",
    {
      主题: "你好",
      对方姓名: "你好",
      对方邮箱: "lin@huachen.example",
      时间: "2026-03-02T01:15:00.000Z",
      邮件ID: "<1@huachen.example>",
      方向: "",
    },
    "a letter that is split between two words; a single mail has no direction",
  ],
  [
    "raw.eml",
    Buffer.concat([
      Buffer.from("From: lin@huachen.example\r\nTo: me@goldpan.example\r\nSubject: "),
      gbk(nihao),
      Buffer.from("\r\n\r\n"),
    ]),
    { 主题: "你好" },
    "plain letters of GBK in a header",
  ],
])("%s: %s", async (name, content, expected) => {
  expect((await read(name, content))[0]).toMatchObject(expected);
});

test("a mailbox: ours is the address in most mails, bodies are passed over", async () => {
  const mails = [
    "From a@b Mon Mar  2 09:15:00 2026\nFrom: Lin <lin@huachen.example>\nTo: me@goldpan.example\nSubject: one\n\nSubject: no\n>From here\nFrom there\n",
    "From a@b Mon Mar  2 09:15:00 2026\nFrom: me@goldpan.example\nTo: boss@goldpan.example, Zhou <zhou@mingyuan.example>\nSubject: two\n\nbody\n",
    "From a@b Mon Mar  2 09:15:00 2026\nFrom: zhou@mingyuan.example\nTo: me@goldpan.example\nSubject: three\n\n",
  ];
  const rows = await read("all.mbox", mails.join("\n"));
  expect(rows.map((row) => [row["主题"], row["方向"], row["对方邮箱"], row["我方邮箱"]])).toEqual([
    ["one", "in", "lin@huachen.example", "me@goldpan.example"],
    ["two", "out", "zhou@mingyuan.example", "me@goldpan.example"],
    ["three", "in", "zhou@mingyuan.example", "me@goldpan.example"],
  ]);
});

test("what only begins like a message of Outlook is named as damaged", async () => {
  const head = Buffer.alloc(4096);
  head.write("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "latin1");
  head.write("__properties_version1.0", 1024, "utf16le");
  await expect(read("bad.msg", head)).rejects.toMatchObject({ code: "IMPORT_DAMAGED" });
});
