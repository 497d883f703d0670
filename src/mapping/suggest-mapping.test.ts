import { expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import { compileMapping } from "./compile-mapping.ts";
import { parseSourceMapping } from "./parse-mapping.ts";
import { draftText } from "./mapping-draft.ts";
import { draftMapping } from "./suggest-mapping.ts";

function suggest(
  fileName: string,
  columns: readonly string[],
  samples: readonly string[][],
): string {
  const text = draftText(draftMapping({ columns, samples, fileName }, canonicalModel));
  const mapping = parseSourceMapping(text, fileName, canonicalModel);
  expect(mapping.suggested).toBe(true);
  expect(compileMapping(mapping, columns, canonicalModel).missingColumns).toEqual([]);
  return text;
}

test("a ledger gets a customer, a key, and a contact that shares its phone", () => {
  const columns = [
    "客户编码",
    "客户名称",
    "联系方式/联系人",
    "联系方式/手机",
    "负责人",
    "开票抬头",
  ];
  const samples = [
    ["KH1", "旭尔自动化", "郑娟嘉", "15055101400", "何俊杰", "x"],
    ["KH2", "华宸精密", "李雷", "", "王敏", ""],
  ];
  expect(suggest("exports/01-客户台账.xlsx", columns, samples)).toMatchInlineSnapshot(`
    "version: 1
    suggested: true # remove this line when you have read the rest
    source:
      files: [exports/01-客户台账.xlsx]
      system: "01-客户台账"
    entity: customer
    row_key: [客户编码]
    fields:
      source_code: 客户编码
      legal_name: { from: 客户名称, required: true }
      owner: 负责人
      phones: 联系方式/手机 # shared with the contact
    children:
      - entity: contact
        fields:
          name: 联系方式/联系人
          mobiles: 联系方式/手机
          owners: 负责人
    # no field found: 开票抬头
    unmapped_columns: "store: extra"
    "
  `);
});

test("a WeCom list: values tell the person from the company", () => {
  const columns = ["客户名称", "添加人", "添加时间", "手机", "企业", "电话", "邮箱"];
  const samples = [
    ["吴丽霞", "孙浩然", "2026-03-23", "13684828256", "大连腾格商贸有限公司", "", ""],
    ["宋子磊", "黄丽华", "2026-04-27", "18628737894", "-", "", ""],
    ["朱子伟", "何俊杰", "2026-07-28", "15090974939", "无锡坤和装备有限公司", "", ""],
  ];
  expect(suggest("wecom.xlsx", columns, samples)).toMatchInlineSnapshot(`
    "version: 1
    suggested: true # remove this line when you have read the rest
    source:
      files: [wecom.xlsx]
      system: wecom
    entity: customer
    fields:
      owner: 添加人
      source_created_at: 添加时间
      legal_name: 企业
      phones: 电话
    children:
      - entity: contact
        fields:
          name: 客户名称 # guessed by values
          mobiles: 手机
          emails: 邮箱
          owners: 添加人
    unmapped_columns: "store: extra"
    "
  `);
});

test("parts of one value are joined, headings that are new are guessed by values or likeness", () => {
  const columns = ["公司名称", "姓", "名", "市", "省", "联络方式", "客户来源渠道", "税务号码"];
  const samples = [
    ["华宸精密", "李", "雷", "深圳", "广东", "13800001111", "展会", "91440300MA5EYAMP17"],
    ["旭尔自动化", "韩", "梅梅", "青岛", "山东", "13900002222", "展会", "91370212541246935P"],
    ["远朗食品", "王", "强", "宁波", "浙江", "13700003333", "展会", "91330203MA2AXYR12X"],
  ];
  expect(suggest("a.csv", columns, samples)).toMatchInlineSnapshot(`
    "version: 1
    suggested: true # remove this line when you have read the rest
    source:
      files: [a.csv]
      system: a
    entity: customer
    fields:
      legal_name: { from: 公司名称, required: true }
      region: { from: [省, 市], join: "" }
      source: 客户来源渠道 # guessed by near heading
      uscc: 税务号码 # guessed by values
      phones: 联络方式 # shared with the contact
    children:
      - entity: contact
        fields:
          name: { from: [姓, 名], join: "" }
          mobiles: 联络方式 # guessed by values
    unmapped_columns: "store: extra"
    "
  `);
});

test("what the import leaves out of a known export is named as such", () => {
  const chat = ["消息ID", "类型", "发送人", "时间", "内容", "备注", "昵称", "更多信息"];
  const text = suggest("chat.csv", chat, []);
  expect(text).toContain("# not kept unless a field reads it: 内容\n");
  expect(text).toContain("# no field found: 昵称\n");
  expect(text).not.toContain("# no field found: 内容");
});

test("a table that nobody knows keeps all its columns", () => {
  expect(suggest("x.csv", ["foo: bar", "123", "true"], [])).toContain("# no field found: foo: bar");
});
