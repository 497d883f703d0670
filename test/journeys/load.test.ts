import Database from "better-sqlite3";
import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EntityName } from "../../src/model/entity.ts";
import type { GoldenRecord } from "../../src/model/golden.ts";
import type { MigrationProgress } from "../../src/report/migration-progress-text.ts";
import { openSqliteStore } from "../../src/stores/sqlite/open-sqlite-store.ts";
import { replaceGoldens } from "../../src/workspace/goldens.ts";
import { openWorkspace } from "../../src/workspace/open-workspace.ts";

const root = join(import.meta.dirname, "../..");
const cli = join(root, "bin/goldpan.js");
const env = { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "" };
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-load-journey-"));
  writeFileSync(
    join(folder, "goldpan.yaml"),
    "version: 1\nstore: { type: sqlite, path: crm.db }\n",
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

function goldpan(...args: string[]): Result {
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  return { stdout: result.stdout, stderr: result.stderr, code: result.status };
}

/** A golden record of one source record. */
function golden(
  entity: EntityName,
  id: string,
  values: Readonly<Record<string, string>>,
): GoldenRecord {
  const provenance = [{ record: `crm:${id}`, rule: "most_recent" }];
  const entries = Object.entries(values).map(
    ([field, value]) => [field, { items: [value], provenance }] as const,
  );
  return {
    id,
    entity,
    members: [`crm:${id}`],
    reviewPending: false,
    values: Object.fromEntries(entries),
  };
}

async function fill(goldens: readonly GoldenRecord[], where: string = folder): Promise<void> {
  mkdirSync(join(where, ".goldpan"), { recursive: true });
  const workspace = openWorkspace(join(where, ".goldpan/workspace.db"), "2026-11-24T10:00:00Z");
  for (const entity of new Set(goldens.map((each) => each.entity)))
    await replaceGoldens(
      workspace,
      entity,
      goldens.filter((each) => each.entity === entity),
    );
  workspace.close();
}

const few = [
  golden("user", "g-u1", { name: "周建国" }),
  golden("customer", "g-c1", { legal_name: "华宸精密技术有限公司", level: "B", owner: "g-u1" }),
  golden("customer", "g-c2", { legal_name: "远达电子有限公司", department: "华南大区" }),
  golden("contact", "g-p1", { customer: "g-c1", name: "王敏" }),
];
const many = Array.from({ length: 30_000 }, (_, at) =>
  golden("customer", `g-${String(at).padStart(6, "0")}`, {
    legal_name: `第${at}号电子科技有限公司`,
    industry: "电子科技",
    note: "备注".repeat(20),
  }),
);

async function dump(where: string = folder): Promise<string[]> {
  const store = openSqliteStore(join(where, "crm.db"), "read");
  const lines: string[] = [];
  for await (const line of store.dump()) lines.push(line);
  await store.close();
  return lines;
}

function execute(sql: string): void {
  const database = new Database(join(folder, "crm.db"));
  database.exec(sql);
  database.close();
}

function query(sql: string): unknown[] {
  const database = new Database(join(folder, "crm.db"), { readonly: true });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
}

describe("a load from beginning to end", () => {
  test("of the demo company: plan, load, again, verify, an edit, rollback", async () => {
    for (const part of ["exports", "mappings", "goldpan.yaml"])
      cpSync(join(root, "fixtures/demo", part), join(folder, part), { recursive: true });
    for (const step of ["import", "normalize", "dedupe"]) expect(goldpan(step).code).toBe(0);
    expect(goldpan("load", "--dry-run", "--detailed-exitcode").code).toBe(8);
    expect(existsSync(join(folder, "crm.db"))).toBe(false);

    expect(goldpan("runs", "--progress").stdout).toMatch(/Migrated 0 of \d,\d{3} .*: 0\.0%/);

    const loaded = goldpan("load");
    expect(loaded).toMatchObject({ code: 0 });
    expect(goldpan("runs", "--progress", "--progress", "none").stdout).toContain("load");
    const progress = goldpan("runs", "--progress", "--by", "department", "--format", "json");
    const { entities } = JSON.parse(progress.stdout) as MigrationProgress;
    const customers = entities.find(({ entity }) => entity === "customer");
    expect(customers?.inStore).toBeGreaterThan(0);
    const groups = customers?.groups ?? [];
    expect(groups.length).toBeGreaterThan(1);
    expect(groups.reduce((sum, { golden }) => sum + golden, 0)).toBe(customers?.golden);
    expect(loaded.stdout).toMatch(/Loaded \d,\d{3} rows into `crm.db` as load \S+/);
    expect(goldpan("verify", "--level", "V4").code).toBe(0);
    const before = await dump();

    const again = goldpan("load");
    expect(again).toMatchObject({
      code: 0,
      stdout: "Nothing to load: `crm.db` is already up to date\n",
    });
    expect(goldpan("load", "--dry-run", "--detailed-exitcode").code).toBe(0);
    expect(await dump()).toEqual(before);

    execute(
      "UPDATE customer SET level = 'Z' WHERE id = 5; UPDATE customer SET note = 'x' WHERE id = 7",
    );
    const different = goldpan("verify");
    expect(different.code).toBe(1);
    expect(different.stdout).toMatch(/customer {2}id 5 {2}level {2}\S+ -> "Z"/);

    const run = /as load (\S+)/.exec(loaded.stdout)?.[1] ?? "";
    const rehearsed = goldpan("rollback", run, "--dry-run", "--report", "md=rollback.md");
    expect(rehearsed.code).toBe(5);
    expect(readFileSync(join(folder, "rollback.md"), "utf8")).toContain("| Customer | 5 | level |");
    const back = goldpan("rollback", run);
    expect(back.code).toBe(5);
    expect(back.stderr).toMatch(/Later edits were kept/);
    expect(query("SELECT id, level, note FROM customer")).toMatchObject([
      { id: 5, level: "Z" },
      { id: 7, note: "x" },
    ]);
    expect(query("SELECT count(*) AS n FROM activity")).toEqual([{ n: 0 }]);
    expect(goldpan("runs").stdout).toContain("rollback");
  });

  test("into a store with rows of its own, by a mapping", async () => {
    writeFileSync(
      join(folder, "goldpan.yaml"),
      "version: 1\nstore: { type: sqlite, path: crm.db, mapping: stores/crm.yaml }\n",
    );
    mkdirSync(join(folder, "stores"));
    writeFileSync(
      join(folder, "stores/crm.yaml"),
      `version: 1
tables:
  user: { table: staff, columns: { name: name } }
  customer: { table: firm, columns: { name: legal_name, rank: level, dept: department, boss: owner } }
  contact: { table: person, columns: { firm: customer, name: name } }
match: { user: [name], customer: [legal_name] }
`,
    );
    execute(`CREATE TABLE staff (id INTEGER PRIMARY KEY, name TEXT);
      CREATE TABLE firm (id INTEGER PRIMARY KEY, name TEXT NOT NULL, rank TEXT, dept TEXT DEFAULT '?', boss INTEGER);
      CREATE TABLE person (id INTEGER PRIMARY KEY, firm INTEGER, name TEXT);
      INSERT INTO staff VALUES (3, '周建国');
      INSERT INTO firm VALUES (8, '华宸精密技术有限公司', 'C', '华东', NULL), (9, '别家', 'A', '华北', 3);`);
    await fill(few);
    const before = await dump();
    const loaded = goldpan("load");
    expect(loaded.code).toBe(0);
    expect(query("SELECT * FROM firm")).toEqual([
      { id: 8, name: "华宸精密技术有限公司", rank: "B", dept: "华东", boss: 3 },
      { id: 9, name: "别家", rank: "A", dept: "华北", boss: 3 },
      { id: 10, name: "远达电子有限公司", rank: null, dept: "华南大区", boss: null },
    ]);
    expect(goldpan("verify").code).toBe(0);
    expect(goldpan("load").stdout).toContain("Nothing to load");
    execute(
      "UPDATE firm SET dept = '总部' WHERE id = 8; INSERT INTO firm VALUES (11, '新来的', 'D', '华西', 3)",
    );
    expect(
      goldpan("rollback", "--on-conflict", "keep", /as load (\S+)/.exec(loaded.stdout)?.[1] ?? "")
        .code,
    ).toBe(0);
    const edited = before.map((line) =>
      line.replace('"boss":null,"dept":"华东"', '"boss":null,"dept":"总部"'),
    );
    expect(await dump()).toEqual([
      ...edited.slice(0, 2),
      'firm {"boss":3,"dept":"华西","id":11,"name":"新来的","rank":"D"}',
      ...edited.slice(2),
    ]);
  });

  test("a plan is a file that is shown, applied once, and refused when it is stale", async () => {
    await fill(few);
    const planned = goldpan(
      "load",
      "--dry-run",
      "--out",
      "pilot.plan",
      "--where",
      "legal_name=远达电子有限公司",
    );
    expect(planned).toMatchObject({ code: 0 });
    expect(planned.stderr).toContain("goldpan load --plan pilot.plan");
    expect(goldpan("plan", "show", "pilot.plan").stdout).toBe(planned.stdout);
    expect(goldpan("load", "--plan", "pilot.plan").code).toBe(0);
    expect(query("SELECT legal_name FROM customer")).toEqual([{ legal_name: "远达电子有限公司" }]);
    expect(goldpan("load", "--plan", "pilot.plan").stdout).toContain(
      "applied this plan to `crm.db` before",
    );
    await fill([golden("customer", "g-c2", { legal_name: "远达电子有限公司", level: "A" })]);
    goldpan("load", "--dry-run", "--out", "next.plan");
    execute("UPDATE customer SET department = '别处'");
    const stale = goldpan("load", "--plan", "next.plan");
    expect(stale.code).toBe(5);
    expect(stale.stderr).toContain("1 row changed since it was made, first `customer` 1");
    expect(goldpan("load", "--plan", "next.plan", "--on-stale", "skip").stdout).toContain(
      "was left out",
    );
  });
});

describe("an interrupted load", () => {
  let whole: string[] = [];
  beforeEach(async () => {
    await fill(many);
    if (whole.length > 0) return;
    goldpan("load");
    whole = await dump();
    for (const file of readdirSync(folder).filter((each) => each.startsWith("crm.db")))
      rmSync(join(folder, file));
  });

  /** Begins a load and sends the signal as soon as the first operations are in the journal. */
  async function interrupt(
    signal: "SIGKILL" | "SIGINT" | "SIGTERM",
  ): Promise<{ code: number | null; stderr: string }> {
    const child = spawn(process.execPath, [cli, "load"], { cwd: folder, env });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    for (let tries = 0; tries < 3000 && journalled() === 0; tries += 1) await setTimeout(5);
    child.kill(signal);
    return { code: await ended, stderr };
  }

  function journalled(): number {
    try {
      const [row] = query("SELECT count(*) AS n FROM _goldpan_op");
      return Number(Object.values(row ?? {})[0]);
    } catch {
      return 0;
    }
  }

  test("by kill -9 is half done, and --resume ends in the same store", async () => {
    await interrupt("SIGKILL");
    const half = journalled();
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(many.length);
    expect(query("SELECT count(*) AS n FROM customer")).toEqual([{ n: half }]);
    const refused = goldpan("load");
    expect(refused.code).toBe(5);
    expect(refused.stderr).toContain("is only half done");
    expect(goldpan("load", "--resume")).toMatchObject({ code: 0 });
    expect(await dump()).toEqual(whole);
    expect(goldpan("verify").code).toBe(0);
    expect(readdirSync(join(folder, ".goldpan/plans"))).toEqual([]);
    expect(goldpan("load", "--resume").code).toBe(2);
  });

  test("by kill -9 can be taken back instead", async () => {
    await interrupt("SIGKILL");
    const [run] = query("SELECT id FROM _goldpan_run");
    expect(goldpan("rollback", String(Object.values(run ?? {})[0])).code).toBe(0);
    expect(await dump()).toEqual([]);
    expect(goldpan("load").code).toBe(0);
    expect(await dump()).toEqual(whole);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "by %s ends between two batches with exit %i and says how to go on",
    async (signal, code) => {
      const ended = await interrupt(signal);
      expect(ended.code).toBe(code);
      expect(ended.stderr).toMatch(/Interrupted: run \S+ is half done/);
      expect(ended.stderr).toContain("goldpan load --resume");
      expect(query("SELECT count(*) AS n FROM customer")).toEqual([{ n: journalled() }]);
      expect(query("SELECT * FROM _goldpan_lock")).toEqual([]);
      expect(goldpan("load", "--resume").code).toBe(0);
      expect(await dump()).toEqual(whole);
    },
  );

  test("by a limit of the disk keeps what was committed, and goes on", async () => {
    const limited = spawnSync(
      "bash",
      ["-c", `trap '' XFSZ; ulimit -f 20000; exec "$0" "$1" load`, process.execPath, cli],
      { cwd: folder, encoding: "utf8", env },
    );
    expect(limited.status).toBe(3);
    expect(limited.stderr).toMatch(/^error: Cannot (read or )?write/m);
    expect(goldpan("load", journalled() > 0 ? "--resume" : "--quiet").code).toBe(0);
    expect(await dump()).toEqual(whole);
  });
});

describe("one clear message, nothing half-written", () => {
  beforeEach(() => fill(few));

  test.each<[string, () => void, string[], readonly [number, RegExp]]>([
    [
      "no store",
      () => writeFileSync(join(folder, "goldpan.yaml"), "version: 1\n"),
      ["load"],
      [2, /does not say where it is/],
    ],
    [
      "a store that is a folder",
      () => mkdirSync(join(folder, "crm.db")),
      ["load"],
      [3, /Cannot open `crm.db`/],
    ],
    [
      "a store that is a text",
      () => writeFileSync(join(folder, "crm.db"), "x".repeat(2000)),
      ["load"],
      [3, /no SQLite database/],
    ],
    [
      "a server",
      () =>
        writeFileSync(join(folder, "goldpan.yaml"), "version: 1\nstore: { type: mysql, url: x }\n"),
      ["load"],
      [2, /`mysql`/],
    ],
    [
      "a mapping that is not there",
      () =>
        writeFileSync(
          join(folder, "goldpan.yaml"),
          "version: 1\nstore: { type: sqlite, path: crm.db, mapping: m.yaml }\n",
        ),
      ["load"],
      [2, /`m.yaml`: no such file/],
    ],
    [
      "a table of somebody else",
      () => execute("CREATE TABLE customer (id INTEGER PRIMARY KEY)"),
      ["load"],
      [2, /did not create/],
    ],
    [
      "a plan that is none",
      () => writeFileSync(join(folder, "x.plan"), "x"),
      ["load", "--plan", "x.plan"],
      [2, /no plan of goldpan/],
    ],
    [
      "a plan that is not there",
      () => undefined,
      ["plan", "show", "x.plan"],
      [2, /no plan of goldpan/],
    ],
    [
      "--out over another file",
      () => writeFileSync(join(folder, "x.txt"), "x"),
      ["load", "--dry-run", "--out", "x.txt"],
      [2, /is no plan/],
    ],
    [
      "--out on a full device",
      () => undefined,
      ["load", "--dry-run", "--out", "/dev/full"],
      [2, /is no plan/],
    ],
    ["a wrong condition", () => undefined, ["load", "--where", "colour=red"], [2, /no such field/]],
    [
      "no workspace",
      () => rmSync(join(folder, ".goldpan"), { recursive: true }),
      ["load"],
      [2, /no workspace yet/],
    ],
    [
      "a run that is not there",
      () => undefined,
      ["rollback", "2026-01-01-1"],
      [2, /Cannot find run 2026-01-01-1/],
    ],
    ["nothing to verify", () => undefined, ["verify"], [2, /it has none/]],
    [
      "nothing to resume",
      () => undefined,
      ["load", "--resume"],
      [2, /no load into `crm.db` was interrupted/],
    ],
    [
      "two options at once",
      () => undefined,
      ["load", "--plan", "x.plan", "--dry-run"],
      [2, /--dry-run/],
    ],
    [
      "an odd number of rejects",
      () => undefined,
      ["load", "--max-rejects", "some"],
      [2, /percentage/],
    ],
  ])("%s", (_, damage, args, [code, message]) => {
    damage();
    const hadStore = existsSync(join(folder, "crm.db"));
    const result = goldpan(...args);
    expect(existsSync(join(folder, "crm.db"))).toBe(hadStore);
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toMatch(message);
    expect(result.stderr.match(/^error:/gm)).toHaveLength(1);
    const left = existsSync(join(folder, ".goldpan/plans"))
      ? readdirSync(join(folder, ".goldpan/plans"))
      : [];
    expect(left).toEqual([]);
    const zh = goldpan(...args, "--lang", "zh");
    expect(zh.code).toBe(code);
    expect(zh.stderr).toMatch(/[\u4E00-\u9FFF]/);
  });

  test("a second writer is told who is at work, exit 7, until the lock is taken away", () => {
    expect(goldpan("load").code).toBe(0);
    execute(
      `INSERT INTO _goldpan_lock VALUES (1, ${process.pid}, (SELECT 'h'), '2026-11-24T10:00:00Z', unixepoch())`,
    );
    execute("UPDATE customer SET level = 'C'");
    const locked = goldpan("load");
    expect(locked.code).toBe(7);
    expect(locked.stderr).toContain("has been at work there since 2026-11-24T10:00:00Z");
    expect(goldpan("unlock")).toMatchObject({ code: 7 });
    expect(goldpan("unlock", "--force")).toMatchObject({ code: 0 });
    expect(goldpan("unlock").stdout).toBe("Nothing is locked\n");
    expect(goldpan("load").code).toBe(0);
  });

  test("rows that are left out are told by exit 4, unless that many were allowed", async () => {
    writeFileSync(
      join(folder, "goldpan.yaml"),
      "version: 1\nstore: { type: sqlite, path: crm.db, mapping: m.yaml }\n",
    );
    writeFileSync(
      join(folder, "m.yaml"),
      "version: 1\ntables:\n  customer: { table: firm, columns: { name: legal_name, rank: level } }\n",
    );
    execute("CREATE TABLE firm (id INTEGER PRIMARY KEY, name TEXT, rank TEXT NOT NULL)");
    const planned = goldpan("load", "--dry-run");
    expect(planned.code).toBe(4);
    expect(planned.stdout).toContain("L106 the CRM needs a value for `rank`");
    expect(goldpan("load", "--max-rejects", "50%").code).toBe(0);
    expect(query("SELECT name FROM firm")).toEqual([{ name: "华宸精密技术有限公司" }]);
    expect(goldpan("load", "--max-rejects", "49%").code).toBe(4);
  });

  test("conflicts of a rollback are exported as a workbook", () => {
    goldpan("load");
    execute("UPDATE customer SET level = 'C' WHERE golden_id = 'g-c1'");
    const run = String(Object.values(query("SELECT id FROM _goldpan_run")[0] ?? {})[0]);
    const before = query("SELECT * FROM customer");
    expect(goldpan("rollback", run, "--on-conflict", "abort")).toMatchObject({
      code: 5,
      stdout: "",
    });
    expect(query("SELECT * FROM customer")).toEqual(before);
    const result = goldpan("rollback", run, "--on-conflict", "export");
    expect(result.code).toBe(5);
    expect(existsSync(join(folder, `conflicts-${run}.xlsx`))).toBe(true);
    expect(goldpan("rollback", run, "--on-conflict", "force").code).toBe(0);
    expect(query("SELECT * FROM customer")).toEqual([]);
  });

  test("results for machines are JSON with their format", () => {
    const format = (...args: string[]): unknown =>
      JSON.parse(goldpan(...args, "--format", "json").stdout);
    expect(format("load", "--dry-run")).toMatchObject({
      format: "goldpan.plan-summary/1",
      changes: 4,
    });
    expect(format("load")).toMatchObject({ format: "goldpan.load/1", rejected: 0 });
    expect(format("verify")).toMatchObject({ format: "goldpan.verification/1", differences: [] });
    const runs = format("runs");
    expect(runs).toMatchObject({ format: "goldpan.runs/1", runs: [{ step: "load" }] });
    const run = String(Object.values(query("SELECT id FROM _goldpan_run")[0] ?? {})[0]);
    expect(format("rollback", run)).toMatchObject({ format: "goldpan.rollback/1", keptRows: 0 });
  });
});
