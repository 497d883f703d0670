import Database from "better-sqlite3";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { settingsSchema } from "../config/settings.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import type { EntityName } from "../model/entity.ts";
import type { Finding } from "../model/finding.ts";
import type { EntityRecord } from "../model/record.ts";
import type { NormalizeCounts } from "../report/normalize-summary.ts";
import { iterateFindings } from "../workspace/findings.ts";
import { openWorkspace } from "../workspace/open-workspace.ts";
import { iterateRecordChanges, iterateRecords } from "../workspace/records.ts";
import { importSources } from "./import-sources.ts";
import { normalizeRecords } from "./normalize-records.ts";
import type { RunContext } from "./run-context.ts";

let folder = "";
let context: RunContext;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-normalize-"));
  for (const part of ["exports", "mappings"]) mkdirSync(join(folder, part));
  context = {
    settings: settingsSchema.parse({ sources: ["exports"] }),
    model: canonicalModel,
    projectDir: folder,
    workspacePath: join(folder, "workspace.db"),
    asOf: "2026-11-24",
    startedAt: "2026-11-24T10:00:00Z",
    emit: () => undefined,
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Source {
  readonly name: string;
  /** Lines of a mapping below `source:`. */
  readonly mapping: string;
  readonly exportedAt?: string;
  readonly system?: string;
  readonly rows: readonly (readonly string[])[];
}

/** Puts sources into the project and imports them, in this order. */
async function importAll(...sources: readonly Source[]): Promise<void> {
  for (const { name, mapping, rows, exportedAt = "", system = "crm" } of sources) {
    const time = exportedAt === "" ? "" : `, exported_at: "${exportedAt}"`;
    const head = `version: 1\nsource: { files: ["exports/${name}.csv"], system: ${system}${time} }\n`;
    writeFileSync(join(folder, "mappings", `${name}.yaml`), `${head}${mapping}`);
    const text = rows.map((cells) => `${cells.join(",")}\n`).join("");
    writeFileSync(join(folder, "exports", `${name}.csv`), text);
    await importSources(
      { paths: [join(folder, "exports", `${name}.csv`)], acceptSuggested: false },
      context,
    );
  }
}

const normalize = (repairs: "safe" | "none" = "safe"): Promise<NormalizeCounts> =>
  normalizeRecords({ repairs }, context);

interface Made {
  readonly records: readonly EntityRecord[];
  readonly findings: readonly Finding[];
}

function made(entity: EntityName): Made {
  const workspace = openWorkspace(context.workspacePath, {
    mode: "read",
    startedAt: context.startedAt,
  });
  try {
    const findings = [...iterateFindings(workspace)].filter((each) => each.entity === entity);
    return { records: [...iterateRecords(workspace, entity)], findings };
  } finally {
    workspace.close();
  }
}

/** A record as `id field=display>key ...`, fields in the order asked for. */
function shown(record: EntityRecord, ...fields: readonly string[]): string {
  const values = fields.map((field) => {
    const items = record.values[field]?.items ?? [];
    return `${field}=${items.map(({ display }) => display).join("+")}`;
  });
  return [record.id, ...values].join(" ");
}

const codesOf = (findings: readonly Finding[]): string[] => findings.map(({ code }) => code);

const customers = `entity: customer
row_key: [编号]
fields: { source_code: 编号, legal_name: { from: 客户名称, required: true }, phones: 电话, owner: 负责人, parent: 上级 }
children:
  - { entity: contact, fields: { name: 联系人, mobiles: 手机 } }
`;
const heading = ["编号", "客户名称", "电话", "负责人", "上级", "联系人", "手机"];
const huachen = [
  "K1",
  "深圳市华宸精密技术有限公司",
  "0755-28780808",
  "王敏",
  "",
  "李雷",
  "13912345678",
];
const zhaoda = [
  "K2",
  "兆达电子（上海）有限公司",
  "",
  "王敏(已停用)",
  "深圳市华宸精密技术有限公司",
  "",
  "",
];

function customerList(name: string, rows: readonly (readonly string[])[], exportedAt = ""): Source {
  return { name, mapping: customers, exportedAt, rows: [heading, ...rows] };
}

describe("records of rows", () => {
  test("customers, the contacts beside them and the users they name", async () => {
    await importAll(customerList("a", [huachen, zhaoda]));
    const counts = await normalize();
    expect(counts).toMatchObject({
      sourceRows: 2,
      mappedRows: 2,
      supersededRows: 0,
      rejectedRows: 0,
    });
    expect(made("customer").records.map((each) => shown(each, "legal_name", "phones"))).toEqual([
      "crm:K1 legal_name=深圳市华宸精密技术有限公司 phones=+8675528780808",
      "crm:K2 legal_name=兆达电子(上海)有限公司 phones=",
    ]);
    const [contact] = made("contact").records;
    expect(contact?.id).toMatch(/^crm:[0-9a-f]{20}#1$/);
    expect(contact?.values["customer"]?.items[0]).toMatchObject({
      display: "深圳市华宸精密技术有限公司",
      key: "crm:K1",
    });
    const { records: users, findings } = made("user");
    expect(users.map((each) => shown(each, "name", "status"))).toEqual([
      "staff:王敏 name=王敏 status=left",
    ]);
    expect(codesOf(findings)).toEqual(["N017"]);
  });

  test("a parent company is known by its name, wherever it stands", async () => {
    await importAll(customerList("a", [zhaoda, huachen]));
    await normalize();
    const [, child] = made("customer").records;
    expect(child?.values["parent"]?.items[0]?.key).toBe("crm:K1");
  });

  test("a user of a list is the owner; one of no list is made of the name", async () => {
    const users = `entity: user\nrow_key: [工号]\nfields: { employee_no: 工号, name: 姓名 }\n`;
    const rows = [
      ["工号", "姓名"],
      ["E7", "王敏"],
    ];
    await importAll(customerList("a", [huachen, [...zhaoda.slice(0, 3), "李强", "", "", ""]]), {
      name: "b",
      mapping: users,
      system: "hr",
      rows,
    });
    await normalize();
    const owners = made("customer").records.map(({ values }) => values["owner"]?.items[0]?.key);
    expect(owners).toEqual(["hr:E7", "staff:李强"]);
  });

  test("a row without a name is rejected with its reason, and its contact stands alone", async () => {
    const noName = ["K3", "-", "", "", "", "韩梅梅", "13812345678"];
    const nothing = ["", "", "", "", "", "", ""];
    await importAll(customerList("a", [huachen, noName, ["K4", "", "", "", "", "", ""], nothing]));
    const counts = await normalize();
    expect(counts).toMatchObject({ sourceRows: 3, mappedRows: 2, rejectedRows: 1 });
    const { findings } = made("customer");
    expect(findings.filter(({ code }) => code === "N018")).toEqual([
      expect.objectContaining({
        record: "a.csv:3",
        severity: "info",
        detail: "required:legal_name",
      }),
      expect.objectContaining({ record: "a.csv:4", severity: "error", field: "legal_name" }),
    ]);
    expect(made("contact").records.map((each) => shown(each, "name", "customer"))).toContainEqual(
      expect.stringContaining("name=韩梅梅 customer="),
    );
  });

  test("a required value that turns out to be none rejects its row", async () => {
    const junk = ["K9", "测试公司", "", "", "", "", ""];
    await importAll(customerList("a", [huachen, junk]));
    expect(await normalize()).toMatchObject({ mappedRows: 1, rejectedRows: 1 });
    expect(made("customer").findings).toContainEqual(
      expect.objectContaining({ code: "N018", detail: "required:legal_name" }),
    );
  });

  test.each([
    ["reject", 0, ["N202", "N018"]],
    ["set_null", 1, ["N202"]],
    ["keep", 1, ["N202"]],
  ])("on_invalid: %s", async (onInvalid, records, codes) => {
    const mapping = `entity: contact
row_key: [编号]
fields: { name: 姓名, mobiles: { from: 手机, on_invalid: ${onInvalid} } }
`;
    const rows = [
      ["编号", "姓名", "手机"],
      ["1", "李雷", "1391234567"],
    ];
    await importAll({ name: "a", mapping, rows });
    await normalize();
    expect(made("contact").records).toHaveLength(records);
    const found = codesOf(made("contact").findings);
    expect(
      codes.filter((code) => code === "N018" || records > 0).every((code) => found.includes(code)),
    ).toBe(true);
    const [record] = made("contact").records;
    const kept = record?.values["mobiles"]?.items.length ?? 0;
    expect(kept).toBe(onInvalid === "keep" ? 1 : 0);
  });

  test("without repairs every value is displayed as it was written, its key is the same", async () => {
    await importAll(customerList("a", [zhaoda]));
    await normalize();
    const [repaired] = made("customer").records;
    await normalize("none");
    const [asWritten] = made("customer").records;
    const itemOf = (record?: EntityRecord) => record?.values["legal_name"]?.items[0];
    expect(itemOf(asWritten)?.display).toBe("兆达电子（上海）有限公司");
    expect(itemOf(asWritten)?.key).toBe(itemOf(repaired)?.key);
  });
});

describe("rows of one record", () => {
  const friends = `entity: contact
row_key: [外部联系人ID]
fields: { external_userid: 外部联系人ID, name: 客户名称, mobiles: 手机, title: 职务, owners: 添加人, source_created_at: 添加时间 }
`;
  const friendHeading = ["外部联系人ID", "客户名称", "手机", "职务", "添加人", "添加时间"];
  const rows = [
    ["wm1", "李雷", "13912345678", "采购", "王敏", "2026-03-05"],
    ["wm1", "李雷", "", "采购经理", "李强", "2025-03-05"],
    ["wm1", "李雷", "13812345678", "采购经理", "赵文", "2026-04-05"],
    ["wm2", "韩梅梅", "", "", "王敏", "2026-04-05"],
  ];

  test("a row for each colleague becomes one contact with several owners", async () => {
    await importAll({ name: "a", mapping: friends, rows: [friendHeading, ...rows] });
    const counts = await normalize();
    expect(counts).toMatchObject({ sourceRows: 4, mappedRows: 4 });
    const [contacts] = counts.entities.filter(({ entity }) => entity === "contact");
    expect(contacts).toMatchObject({ mapped: 4, records: 2, joined: 2 });
    const { records, findings } = made("contact");
    expect(
      records.map((each) => shown(each, "mobiles", "title", "owners", "source_created_at")),
    ).toEqual([
      "crm:wm1 mobiles=+8613812345678++8613912345678 title=采购经理 owners=李强+赵文+王敏 source_created_at=2025-03-05",
      "crm:wm2 mobiles= title= owners=王敏 source_created_at=2026-04-05",
    ]);
    expect(findings).toMatchObject([{ code: "N012", field: "title", value: "采购" }]);
  });

  test("one key for two companies is no record of both: one row is rejected", async () => {
    const other = ["K1", "上海兆达电子有限公司", "", "", "", "", ""];
    const lone = huachen.map((cell, at) => (at < 5 ? cell : ""));
    await importAll(customerList("a", [lone, other]));
    const counts = await normalize();
    expect(counts).toMatchObject({ sourceRows: 2, mappedRows: 1, rejectedRows: 1 });
    const { records, findings } = made("customer");
    expect(records).toHaveLength(1);
    expect(codesOf(findings)).toEqual(["N013", "N018"]);
  });

  test("the contact of a row whose customer was rejected belongs to nobody else", async () => {
    const other = ["K1", "上海兆达电子有限公司", "", "", "", "", ""];
    await importAll(customerList("a", [huachen, other]));
    expect(await normalize()).toMatchObject({ mappedRows: 2, rejectedRows: 0 });
    expect(made("customer").records.map((each) => shown(each, "legal_name"))).toEqual([
      "crm:K1 legal_name=上海兆达电子有限公司",
    ]);
    expect(made("contact").records[0]?.values["customer"]).toBeUndefined();
  });

  test("a newer export wins, whichever was imported first", async () => {
    const old = customerList("old", [["K1", "华宸", "0755-1111111", "", "", "", ""]], "2025-01-31");
    const recent = customerList("new", [huachen], "2026-01-31");
    await importAll(recent, old);
    const counts = await normalize();
    expect(counts).toMatchObject({ sourceRows: 2, mappedRows: 1, supersededRows: 1 });
    const { records, findings } = made("customer");
    expect(records.map((each) => shown(each, "phones"))).toEqual(["crm:K1 phones=+8675528780808"]);
    expect(findings).toContainEqual({
      code: "N011",
      severity: "info",
      entity: "customer",
      record: "crm:K1",
      value: "1",
      detail: "2025-01-31",
    });
  });

  test("where no time is known the later import wins", async () => {
    await importAll(customerList("b", [["K1", "华宸", "0755-1111111", "", "", "", ""]]));
    await importAll(customerList("a", [["K1", "华宸", "0755-2222222", "", "", "", ""]]));
    await normalize();
    expect(made("customer").records.map((each) => shown(each, "phones"))).toEqual([
      "crm:K1 phones=+867552222222",
    ]);
  });

  test("equal rows without a key are records of their own, in a later export they are the same", async () => {
    const mapping = `entity: customer\nfields: { legal_name: 客户名称, phones: 电话 }\n`;
    const rows = [
      ["客户名称", "电话"],
      ["华宸", "1"],
      ["华宸", "1"],
      ["兆达", "2"],
    ];
    await importAll({ name: "a", mapping, rows, exportedAt: "2026-01-31" });
    await importAll({ name: "b", mapping, rows: rows.slice(0, 2), exportedAt: "2026-02-28" });
    const counts = await normalize();
    expect(counts).toMatchObject({ sourceRows: 4, mappedRows: 3, supersededRows: 1 });
    const ids = made("customer").records.map(
      ({ id, exportedAt }) => `${id.slice(-2)} ${exportedAt}`,
    );
    expect(ids.toSorted()).toEqual(["#1 2026-01-31", "#1 2026-02-28", "#2 2026-01-31"]);
  });

  test("a file that was taken in again under another mapping counts once", async () => {
    await importAll(customerList("a", [huachen]));
    const changed = `${customers.replace(", phones: 电话", "")}unmapped_columns: warn\n`;
    await importAll({ ...customerList("a", [huachen]), mapping: changed });
    const counts = await normalize();
    expect(counts).toMatchObject({ sourceRows: 2, mappedRows: 1, supersededRows: 1 });
  });
});

describe("references", () => {
  const activities = `entity: activity
row_key: [编号]
fields: { customer: 客户, contact: 联系人, at: 时间, owner: 跟进人 }
`;
  const log = (rows: readonly (readonly string[])[]): Source => ({
    name: "log",
    mapping: activities,
    system: "log",
    rows: [["编号", "客户", "联系人", "时间", "跟进人"], ...rows],
  });

  test.each([
    ["深圳市华宸精密技术有限公司", "李雷", "crm:K1", true, "full names"],
    ["华宸精密技术", "李雷", "crm:K1", true, "what colleagues write"],
    ["K1", "", "", false, "a code of another system says nothing"],
    ["", "13912345678", "crm:K1", true, "a phone alone ties to the customer of its contact"],
    ["", "李雷", "crm:K1", true, "a name that only one person has"],
    ["深圳市华宸精密技术有限公司上海分公司", "", "", false, "a branch is not its head office"],
    ["无名公司", "无名氏", "", false, "nobody"],
  ])("customer %j, contact %j -> %j: %s", async (customer, contact, expected, isTied) => {
    const row = ["1", customer, contact, "2026-03-05", "王敏"];
    await importAll(log([row]), customerList("a", [huachen, zhaoda]));
    await normalize();
    const { records, findings } = made("activity");
    const key = records[0]?.values["customer"]?.items[0]?.key ?? "";
    expect(key.includes(":") ? key : "").toBe(expected);
    expect(codesOf(findings).includes("N016")).toBe(!isTied);
    if (!isTied) expect(records[0]?.values["customer"]?.items[0]?.display).toBe(customer);
  });

  test("a code of the same system is a reference", async () => {
    const orders = `entity: order\nrow_key: [单号]\nfields: { number: 单号, customer: 客户编号 }\n`;
    const rows = [
      ["单号", "客户编号"],
      ["D1", "K2"],
    ];
    await importAll(customerList("a", [zhaoda]), { name: "b", mapping: orders, rows });
    await normalize();
    expect(made("order").records[0]?.values["customer"]?.items[0]?.key).toBe("crm:K2");
  });

  test("a name that several companies may have is not guessed", async () => {
    const shanghai = ["K5", "上海华宸精密技术有限公司", "", "", "", "", ""];
    await importAll(
      log([["1", "华宸精密技术", "", "2026-03-05", ""]]),
      customerList("a", [huachen, shanghai]),
    );
    await normalize();
    const { findings } = made("activity");
    expect(codesOf(findings)).toEqual(["N015", "N016"]);
  });

  test.each([
    ["where B and C stand beside A it is a level", ["B李四", "C王五"], ["A级"]],
    ["where only A does it puts them on top", ["AA李四", "A王五"], undefined],
  ])("the whole column of remarks tells what an A means: %s", async (_, others, tags) => {
    const mapping = `entity: contact\nrow_key: [微信号]\nfields: { wechat_id: 微信号, remark_name: 备注 }\n`;
    const remarks = ["A张三", ...others].map((remark, at) => [`wxid_${at}`, remark]);
    await importAll({ name: "a", mapping, rows: [["微信号", "备注"], ...remarks] });
    await normalize();
    const [first] = made("contact").records;
    expect(first?.values["name"]?.items[0]?.display).toBe("张三");
    expect(first?.values["tags"]?.items.map(({ display }) => display)).toEqual(tags);
  });

  test("a remark fills what no column says, each value with its rule", async () => {
    const remarks = `entity: contact\nrow_key: [微信号]\nfields: { wechat_id: 微信号, remark_name: 备注 }\n`;
    const rows = [
      ["微信号", "备注"],
      ["wx1", "韩梅梅-华宸精密技术-采购部经理 13812345678"],
    ];
    await importAll(customerList("a", [huachen]), { name: "b", mapping: remarks, rows });
    await normalize();
    const record = made("contact").records.find(({ id }) => id === "crm:wx1");
    expect(record && shown(record, "name", "mobiles", "department", "title")).toBe(
      "crm:wx1 name=韩梅梅 mobiles=+8613812345678 department=采购部 title=经理",
    );
    expect(record?.values["customer"]?.items[0]?.key).toBe("crm:K1");
    const workspace = openWorkspace(context.workspacePath, {
      mode: "read",
      startedAt: context.startedAt,
    });
    const changes = [...iterateRecordChanges(workspace, "contact", "crm:wx1")];
    workspace.close();
    expect(changes.filter(({ rule }) => rule === "N021").map(({ field }) => field)).toEqual([
      "name",
      "title",
      "customer",
      "department",
      "mobiles",
    ]);
  });
});

describe("workers", () => {
  const twoDays = [["3/5/24"], ["13/5/24"]];
  const rows = Array.from({ length: 60 }, (_, at) => [
    at % 7 === 0 ? "" : `K${at % 50}`,
    `${["深圳", "上海"][at % 2] ?? ""}华宸${at % 9}精密技术有限公司`,
    at % 3 === 0 ? "0755-28780808" : "",
    ["王敏", "李强(已停用)", "0055g0000"][at % 3] ?? "",
    at % 11 === 0 ? "深圳华宸1精密技术有限公司" : "",
    at % 4 === 0 ? `李雷${at}` : "",
    at % 5 === 0 ? "13912345678" : "",
  ]);

  function everything(): string {
    const database = new Database(context.workspacePath, { readonly: true });
    const tables = database
      .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .pluck()
      .all()
      .filter((name) => /^(record_|finding|rejected|further|packed)/.test(name));
    const dump = tables.map((name) => database.prepare(`SELECT * FROM ${name}`).raw().all());
    database.close();
    return JSON.stringify(dump);
  }

  test("make the same, byte for byte, however many there are", async () => {
    const dates = `entity: opportunity\nfields: { name: 商机, expected_close_on: 日期 }\n`;
    await importAll(customerList("a", rows), customerList("b", rows.slice(20, 40), "2025-01-01"), {
      name: "c",
      mapping: dates,
      rows: [["商机", "日期"], ...twoDays.map(([day = ""], at) => [`商机${at}`, day])],
    });
    const alone = await normalizeRecords({ repairs: "safe", workers: 1 }, context);
    const before = everything();
    for (const workers of [2, 3]) {
      const counts = await normalizeRecords({ repairs: "safe", workers, spreadFrom: 0 }, context);
      expect(counts).toEqual(alone);
      expect(everything()).toBe(before);
    }
    expect(readdirSync(folder).filter((name) => name.includes("staging"))).toEqual([]);
  });

  test("that are killed with the whole process leave what was there", async () => {
    await importAll(customerList("a", rows.slice(0, 20)));
    await normalize();
    const before = everything();
    await importAll(customerList("b", rows.slice(20)));
    const { emit: _, ...plain } = context;
    const script = join(folder, "killed.mjs");
    writeFileSync(script, killedRun(JSON.stringify(plain)));
    const result = spawnSync(process.execPath, [script], { encoding: "utf8" });
    expect(result).toMatchObject({ stderr: "", signal: "SIGKILL" });
    expect(everything()).toBe(before);
    const { sourceRows } = await normalizeRecords(
      { repairs: "safe", workers: 2, spreadFrom: 0 },
      context,
    );
    expect(sourceRows).toBe(60);
    expect(everything()).not.toBe(before);
  });
});

/** Normalizes in a process of its own, which is killed when every record is made. */
function killedRun(plainContext: string): string {
  return `
    import { normalizeRecords } from "${import.meta.dirname}/normalize-records.ts";
    import { PartFiles } from "${import.meta.dirname}/normalizing/part-files.ts";
    PartFiles.prototype.close = () => process.kill(process.pid, "SIGKILL");
    const context = { ...${plainContext}, emit: () => undefined };
    await normalizeRecords({ repairs: "safe", workers: 2, spreadFrom: 0 }, context);
  `;
}

test("nothing to read is told before anything is written", async () => {
  await expect(normalize()).rejects.toThrow("there is no workspace yet");
});
