import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import { openSource } from "./open-source.ts";
import { recogniseSystem } from "./source-system.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-whole-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Read {
  readonly system: string | undefined;
  readonly rows: readonly (readonly string[])[];
  readonly codes: readonly string[];
}

async function read(path: string, sheet?: string): Promise<Read> {
  const source = await openSource(path, { sheet });
  const [table] = source.tables;
  const rows: (readonly string[])[] = [];
  for await (const batch of table?.batches() ?? []) rows.push(...batch.rows.map((r) => r.cells));
  await source.close();
  const findings = [...source.findings, ...(table?.findings ?? [])];
  return {
    system: recogniseSystem(table?.columns ?? [])?.system,
    rows,
    codes: findings.map(({ code }) => code),
  };
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

test.each<[string, string, readonly (readonly string[])[], string]>([
  [
    "林晓-华宸.txt",
    "2026-03-02 09:15:00 林晓\n你好\n第二行\n\n2026-03-02 09:16:00 我\n[图片]\n",
    [
      ["林晓-华宸", "2026-03-02 09:15:00", "林晓", "in", "你好\n第二行"],
      ["林晓-华宸", "2026-03-02 09:16:00", "我", "out", "[图片]"],
    ],
    "WeChatMsg, a message of two lines",
  ],
  [
    "周岚(wxid_demo2)/messages.txt",
    "2026-03-02 09:15:00 '周岚'\n你好\n\n2026-03-02 09:16:00 '我'\n好\n",
    [
      ["周岚", "2026-03-02 09:15:00", "周岚", "in", "你好"],
      ["周岚", "2026-03-02 09:16:00", "我", "out", "好"],
    ],
    "WeFlow, the name in the folder",
  ],
  [
    "wxid_demo_2026-03-02.txt",
    "林晓(wxid_demo) 09:15:00\n你好\n\n我 09:16:00\n好\n",
    [
      ["wxid_demo", "2026-03-02 09:15:00", "林晓(wxid_demo)", "in", "你好"],
      ["wxid_demo", "2026-03-02 09:16:00", "我", "out", "好"],
    ],
    "chatlog, the day in the name of the file",
  ],
  [
    "林晓.txt",
    "text|林晓:2026-03-02 09:15:00:你好\nimg|me:2026-03-02 09:16:00:|img:a.jpg\n",
    [
      ["林晓", "2026-03-02 09:15:00", "林晓", "in", "你好"],
      ["林晓", "2026-03-02 09:16:00", "me", "out", "|img:a.jpg"],
    ],
    "wechat-dump",
  ],
])("%s %j -> %j: %s", async (name, text, rows) => {
  expect(await read(write(name, text))).toMatchObject({ system: "wechat-chat-text", rows });
});

test("a table with times is no conversation", async () => {
  const text = "时间,客户\n2026-03-02 09:15:00,华宸\n2026-03-03 09:15:00,明远\n";
  expect((await read(write("a.csv", text))).rows).toHaveLength(2);
});

test("contacts of WechatExporter get the names that the file leaves out", async () => {
  const text =
    '"wxid_demo1","林晓-华宸","https://wx.example/1"," 重点 华东"\r\n"zhoulan88","周岚","",""\r\n';
  const { system, rows } = await read(write("me_Contacts.csv", text));
  expect([system, rows.length]).toEqual(["wechatexporter-contacts", 2]);
});

test("the call log of a phone", async () => {
  const text = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="2"><call number="13900010001" duration="65" date="1772414100000" type="2" readable_date="2026-03-02" contact_name="林晓 &amp; 周" />
<call number="051260000101" duration="0" date="1772414200000" type="3" readable_date="2026-03-02" contact_name="(Unknown)" /></calls>`;
  expect(await read(write("calls.xml", text))).toMatchObject({
    system: "android-calls",
    rows: [
      ["13900010001", "65", "1772414100000", "2", "2026-03-02", "林晓 & 周"],
      ["051260000101", "0", "1772414200000", "3", "2026-03-02", ""],
    ],
  });
});

test("an address book of WeChat: persons with their labels, the others counted", async () => {
  const path = join(folder, "MicroMsg.db");
  const database = new Database(path);
  database.exec(`CREATE TABLE Contact (UserName TEXT, Alias TEXT, DelFlag INTEGER, VerifyFlag INTEGER,
    Remark TEXT, NickName TEXT, LabelIDList TEXT, Reserved6 TEXT);
    CREATE TABLE ContactLabel (LabelId TEXT, LabelName TEXT);
    INSERT INTO ContactLabel VALUES ('1', '重点'), ('11', '展会');
    INSERT INTO Contact VALUES ('wxid_demo1', 'lin', 0, 0, '林晓-华宸', '林', '1,11,', ''),
      ('123@chatroom', '', 0, 0, '', '群', '', ''), ('gh_demo', '', 0, 24, '', '公众号', '', ''),
      ('filehelper', '', 0, 0, '', '', '', ''), ('wxid_gone', '', 1, 0, '', '', '', '')`);
  database.close();
  expect(await read(path, "Contact")).toEqual({
    system: "wechat-database-contacts",
    rows: [["wxid_demo1", "lin", "林晓-华宸", "林", "重点; 展会", ""]],
    codes: ["I120"],
  });
});

test("any other database: each table a sheet, ids with all their digits", async () => {
  const path = join(folder, "crm.db");
  const database = new Database(path);
  database.exec(`CREATE TABLE "客户" (id INTEGER, 名称 TEXT, 照片 BLOB);
    INSERT INTO "客户" VALUES (1234567890123456789, '华宸', x'000102'), (2, NULL, NULL)`);
  database.close();
  expect((await read(path)).rows).toEqual([
    ["1234567890123456789", "华宸", "(3 bytes)"],
    ["2", "", ""],
  ]);
  await expect(read(path, "订单")).rejects.toMatchObject({ code: "IMPORT_SHEET_MISSING" });
});

test("a damaged database is named as such", async () => {
  const path = write("bad.db", `SQLite format 3\0${"x".repeat(200)}`);
  await expect(read(path)).rejects.toMatchObject({ code: "IMPORT_DATABASE_UNREADABLE" });
});
