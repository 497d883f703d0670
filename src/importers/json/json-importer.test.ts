import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openSource } from "../open-source.ts";
import { recogniseSystem } from "../source-system.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-json-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Read {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

async function read(name: string, text: string): Promise<Read> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const source = await openSource(path);
  const [table] = source.tables;
  const rows: (readonly string[])[] = [];
  for await (const batch of table?.batches() ?? []) {
    rows.push(...batch.rows.map(({ cells }) => cells));
  }
  expect(table?.counts()).toMatchObject({ read: rows.length + 1, data: rows.length });
  return { columns: table?.columns ?? [], rows };
}

test.each<[string, string, readonly string[], readonly (readonly string[])[], string]>([
  [
    "list.json",
    '[{"id": 1234567890123456789, "name": "华宸"}, {"name": "明远", "phone": null}]',
    ["id", "name", "phone"],
    [
      ["1234567890123456789", "华宸", ""],
      ["", "明远", ""],
    ],
    "nineteen digits stay whole; keys in the order of first appearance",
  ],
  [
    "paths.json",
    '[{"a.b": 1, "a": {"b": 2}, "c": 3}, {"a": {"b": 4}}]',
    ["a.b", "a.b (2)", "c"],
    [
      ["1", "2", "3"],
      ["4", "", ""],
    ],
    "two values at one path both stay",
  ],
  [
    "nested.json",
    '{"data": {"list": [{"name": "华宸", "address": {"city": "苏州"}, "tags": ["A", "B"]}]}}',
    ["name", "address.city", "tags"],
    [["华宸", "苏州", "A; B"]],
    "a list within an answer, objects by path, lists joined",
  ],
  [
    "lines.jsonl",
    '{"客户名称": "华宸"}\n\n{"客户名称": "明远", "电话": 51260000101}\n',
    ["客户名称", "电话"],
    [
      ["华宸", ""],
      ["明远", "51260000101"],
    ],
    "one object a line, a blank line between",
  ],
  ["one.json", '{"name": "华宸", "uscc": ""}', ["name", "uscc"], [["华宸", ""]], "an object alone"],
])("%s %s -> %j: %s", async (name, text, columns, rows) => {
  expect(await read(name, text)).toEqual({ columns, rows });
});

const follower = {
  userid: "wangmin",
  remark: "林晓-华宸",
  createtime: 1772414100,
  remark_mobiles: ["13900010001"],
  tags: [{ tag_name: "重点" }, { tag_name: "华东" }],
};
const contact = { external_userid: "woDEMO00000001", name: "小林", corp_name: "华宸", gender: 2 };
const message = {
  createTime: 1772414100123,
  isSend: 0,
  senderUsername: "wxid_demo",
  content: "好",
};

test.each<[string, unknown, readonly string[], string]>([
  [
    "wecom-external-contacts",
    { errcode: 0, external_contact: contact, follow_user: [follower, { userid: "zhaolei" }] },
    ["woDEMO00000001", "wangmin", "13900010001", "重点; 华东"],
    "two colleagues, two rows",
  ],
  [
    "wecom-external-contacts",
    { external_contact_list: [{ external_contact: contact, follow_info: follower }] },
    ["woDEMO00000001", "林晓-华宸"],
    "the answer of a batch",
  ],
  [
    "wecom-message-archive",
    {
      msgid: "1",
      action: "send",
      from: "wangmin",
      tolist: ["woDEMO00000001"],
      msgtime: 0,
      msgtype: "docmsg",
      doc: { content: "方案" },
    },
    ["woDEMO00000001", "wangmin", "out", "方案"],
    "payload under another key, no time",
  ],
  [
    "weflow-contacts",
    {
      exportedAt: "2026-01-01",
      contacts: [{ username: "wxid_demo", remark: "林晓-华宸", labels: ["A"] }],
    },
    ["wxid_demo", "林晓-华宸", "A"],
    "WeFlow",
  ],
  [
    "chatlog-contacts",
    {
      total: 1,
      items: [{ userName: "wxid_demo", alias: "lin", remark: "林晓, 华宸", nickName: "林" }],
    },
    ["wxid_demo", "林晓, 华宸"],
    "the comma that breaks its CSV",
  ],
  [
    "wechat-chat-json",
    { session: { wxid: "wxid_demo", remark: "林晓-华宸" }, messages: [message] },
    ["wxid_demo", "林晓-华宸", "1772414100", "in"],
    "milliseconds become seconds",
  ],
  [
    "wechat-chat-json",
    {
      items: [
        {
          talker: "wxid_demo",
          talkerName: "林晓",
          time: "2026-03-02T09:15:00+08:00",
          isSelf: true,
        },
      ],
    },
    ["wxid_demo", "out"],
    "messages of chatlog",
  ],
  [
    "pywxdump-users",
    {
      wxid_demo: {
        wxid: "wxid_demo",
        nickname: "林",
        remark: "林晓",
        ExtraBuf: { "性别[1男2女]": 2, 公司名称: "华宸", 手机号: "13900010001" },
      },
    },
    ["wxid_demo", "林晓", "2", "华宸", "13900010001"],
    "an object by wxid, the card within",
  ],
])("%s: %j holds %j: %s", async (system, value, cells) => {
  const { columns, rows } = await read("known.json", JSON.stringify(value));
  expect(recogniseSystem(columns)?.system).toBe(system);
  expect(rows[0]).toEqual(expect.arrayContaining([...cells]));
});

test.each<[string, string, string]>([
  ["broken.json", '{"a": [1, 2', "IMPORT_JSON_BROKEN"],
  ["broken-list.json", '[{"a": 1, {"b": 2]', "IMPORT_JSON_BROKEN"],
  ["training.json", '[{"conversations": [{"role": "user"}]}]', "IMPORT_NOT_A_TABLE"],
  ["numbers.json", "[ [1, 2] ]", "IMPORT_NOT_A_TABLE"],
  ["none.json", "[]", "IMPORT_NOT_A_TABLE"],
])("%s is refused with %s", async (name, text, code) => {
  await expect(read(name, text)).rejects.toMatchObject({ code });
});

test.each<[string, string, readonly string[], readonly string[], string]>([
  [
    "late.jsonl",
    '{"a": 1}\n{"a": 2}\n{"a": \n{"a": 4}\n',
    ["1", "2", "4"],
    ['I116 {"a":'],
    "a line that was not written to its end costs itself alone",
  ],
  [
    "mixed.json",
    '[{"a": "], {"}, 7, {"a": "\\"["}]',
    ["], {", '"['],
    ["I116 7"],
    "an element that is no object; brackets and quotes inside texts",
  ],
  [
    "wrapped.json",
    '{"code": 0, "list": [{"a": "1"}, "loose", {"a": "2"}, null]}',
    ["1", "2"],
    ['I116 "loose"', "I116 null"],
    "elements of a wrapped list that are no objects",
  ],
  [
    "known-list.json",
    '{"contacts": [{"username": "wxid_a"}, "loose", {"username": "wxid_b"}, null]}',
    ["wxid_a", "wxid_b"],
    ['I116 "loose"', "I116 null"],
    "elements of a known program's list that are no objects",
  ],
  [
    "known-answers.json",
    '{"external_contact_list": [{"external_contact": {"external_userid": "woA"}}, {"code": "x"}]}',
    ["woA"],
    ['I116 {"code":"x"}'],
    "an element of a known program's list that is no answer of it",
  ],
  [
    "known-followers.json",
    '{"external_contact": {"external_userid": "woA"}, "follow_user": [{"userid": "a"}, "loose"]}',
    ["woA"],
    ['I116 "loose"'],
    "an element of a list within a known program's object",
  ],
  [
    "known-users.json",
    '{"wxid_a": {"wxid": "wxid_a", "remark": "林晓", "nickname": "林"}, "count": "1"}',
    ["wxid_a"],
    ['I116 {"count":"1"}'],
    "a key that is no person's",
  ],
  [
    "known.jsonl",
    '{"msgid": "1", "action": "send"}\n{"note": "end"}\n{"msgid": "2", "action": "send"}\n',
    ["1", "2"],
    ['I116 {"note":"end"}'],
    "an object of another kind among those of a known program costs itself alone",
  ],
  [
    "cut.json",
    '[{"a": 1},\n {"a": 2}, {"a": 3, "b',
    ["1", "2"],
    ['I113 {"a": 3, "b'],
    "an array that is cut off",
  ],
])("%s: %s keeps %j and sets aside %j: %s", async (name, text, kept, aside) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  const source = await openSource(path);
  const [table] = source.tables;
  const [cells, broken]: string[][] = [[], []];
  for await (const { rows, quarantined } of table?.batches() ?? []) {
    cells?.push(...rows.map((row) => row.cells[0] ?? ""));
    broken?.push(...quarantined.map((row) => `${row.finding.code} ${row.text}`));
  }
  expect([cells, broken]).toEqual([kept, aside]);
});

test.each<[string, string, readonly string[], readonly string[]]>([
  [
    "envelope.json",
    '{"code": 0, "data": {"page": {"list": [{"a": "1"}], "total": 1}}}',
    [" a"],
    ["I136 code, data.page.total"],
  ],
  [
    "lists.json",
    '{"customers": [{"name": "A"}, {"name": "B"}], "data": {"people": [{"tel": "1"}]}}',
    ["customers name", "data.people tel"],
    [],
  ],
  [
    "known.json",
    '{"contacts": [{"username": "wxid_a", "detailDescription": "x", "type": ""}]}',
    [" 用户名 显示名称 备注 昵称 微信号 标签 描述 个性签名 地区 类型"],
    ["I136 detailDescription"],
  ],
  [
    "known.jsonl",
    '{"external_contact": {"external_userid": "woA", "avatar": "x"}, "follow_user": [{"state": "s"}]}\n'.repeat(
      2,
    ),
    [
      " external_userid name position corp_name corp_full_name type gender unionid userid remark description createtime remark_corp_name remark_mobiles add_way tags",
    ],
    ["I136 avatar, state"],
  ],
  ["owner.json", '{"name": "A", "people": [{"tel": "1"}]}', [" tel"], ["I136 name"]],
])("%s: %s has the tables %j and %j", async (name, text, tables, findings) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  const source = await openSource(path);
  const found = source.tables.map(({ sheet, columns }) => `${sheet ?? ""} ${columns.join(" ")}`);
  expect(found).toEqual(tables);
  const told = source.tables.flatMap((table) => table.findings);
  expect(told.map(({ code, detail }) => `${code} ${detail}`)).toEqual(findings);
});

test("a list of a document is asked for by its path", async () => {
  const path = join(folder, "lists.json");
  const { tables } = await openSource(path, { sheet: "data.people" });
  expect(tables.map(({ columns }) => columns)).toEqual([["tel"]]);
  const missing = openSource(path, { sheet: "orders" });
  await expect(missing).rejects.toMatchObject({ code: "IMPORT_SHEET_MISSING" });
});

test("an array in GB18030, longer than a piece of the file, is read as it stands", async () => {
  const bytes = Array.from({ length: 40_000 }, (_, at) =>
    Buffer.concat([
      Buffer.from(`${at === 0 ? "[" : ","}{"id": ${at}, "name": "`),
      Buffer.from("bbaae5b7", "hex"),
      Buffer.from('"}'),
    ]),
  );
  const path = join(folder, "gbk.json");
  writeFileSync(path, Buffer.concat([...bytes, Buffer.from("]")]));
  const source = await openSource(path);
  const rows: (readonly string[])[] = [];
  for await (const batch of source.tables[0]?.batches() ?? []) {
    rows.push(...batch.rows.map(({ cells }) => cells));
  }
  expect(rows).toHaveLength(40_000);
  expect(rows.at(-1)).toEqual(["39999", "华宸"]);
});
