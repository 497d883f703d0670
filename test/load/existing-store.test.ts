import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GoldenContent } from "../../src/model/golden.ts";
import { golden, LoadBench, readPlan } from "../load-bench.ts";

const mapping = `version: 1
tables:
  user:
    table: staff
    columns: { staff_name: name, gid: golden_id }
  customer:
    table: firm
    primary_key: firm_id
    columns:
      firm_name: legal_name
      credit_code: uscc
      stage: cooperation_stage
      turnover: annual_purchase
      phone: phones
      parent_id: parent
      owner_id: owner
      dept: department
      kind: { const: C }
      touched_at: source_updated_at
  contact:
    table: person
    columns: { firm_id: customer, full_name: name, mobile: mobiles }
match:
  customer: [[uscc], [legal_name]]
  contact: [[mobiles]]
  user: [name]
write:
  conflict:
    customer: { department: target, phones: fill_only }
enums:
  customer:
    cooperation_stage: { lead: L1, cooperating: L5 }
volatile:
  customer: [touched_at]
verify:
  group_by: { customer: department }
  sums: { customer: annual_purchase }
`;

const schema = `
  CREATE TABLE staff (id INTEGER PRIMARY KEY, staff_name TEXT NOT NULL, gid TEXT);
  CREATE TABLE firm (
    firm_id INTEGER PRIMARY KEY AUTOINCREMENT,
    firm_name VARCHAR(20) NOT NULL,
    credit_code TEXT,
    stage TEXT DEFAULT 'L0',
    turnover DECIMAL(12,2),
    phone TEXT,
    parent_id INTEGER REFERENCES firm (firm_id),
    owner_id INTEGER REFERENCES staff (id),
    dept TEXT,
    kind TEXT NOT NULL,
    touched_at TEXT,
    rating INTEGER NOT NULL DEFAULT 3
  );
  CREATE TABLE person (
    id TEXT PRIMARY KEY DEFAULT (lower(hex(randomblob(8)))),
    firm_id INTEGER,
    full_name TEXT,
    mobile TEXT
  );
  CREATE TABLE visit (id INTEGER PRIMARY KEY, person_id TEXT REFERENCES person (id) ON DELETE CASCADE);
  INSERT INTO staff VALUES (7, '周建国', NULL);
  INSERT INTO firm (firm_id, firm_name, credit_code, turnover, phone, dept, kind, rating)
    VALUES (100, '华宸', '91320583MA1XXXXX1A', 10.5, '021-1', '华东', 'C', 5),
           (101, '远达', NULL, NULL, NULL, '华南', 'C', 4),
           (102, '同名', NULL, NULL, NULL, NULL, 'C', 4),
           (103, '同名', NULL, NULL, NULL, NULL, 'C', 4);
`;

const company: readonly GoldenContent[] = [
  golden("user", "g-u1", { name: "周建国" }),
  golden("customer", "g-c1", {
    legal_name: "华宸精密",
    uscc: "91320583MA1XXXXX1A",
    cooperation_stage: "cooperating",
    annual_purchase: "120000.50 CNY",
    phones: ["+8613800138000", "+862112345678"],
    owner: "g-u1",
    department: "华北",
    source_updated_at: "2026-11-01",
  }),
  golden("customer", "g-c2", {
    legal_name: "远达",
    phones: "+8613900139000",
    department: "华北",
    parent: "g-c1",
  }),
  golden("customer", "g-c3", { legal_name: "新锐", parent: "g-c2" }),
  golden("customer", "g-c4", { legal_name: "同名" }),
  golden("customer", "g-c5", {
    legal_name: "超过二十个字的公司名称必须被拒绝而不是被悄悄截断有限公司",
  }),
  golden("contact", "g-p1", { customer: "g-c3", name: "王敏", mobiles: "+8613700137000" }),
];

let bench: LoadBench;
beforeEach(() => {
  bench = new LoadBench(mapping);
  bench.execute(schema);
});
afterEach(() => bench.remove());

const firm = (id: number): unknown => bench.query(`SELECT * FROM firm WHERE firm_id = ${id}`)[0];

describe("the plan", () => {
  test("finds rows by the ladder, leaves what is ambiguous to people, refuses what does not fit", async () => {
    const { operations, rejects } = readPlan(await bench.plan(company));
    expect(
      operations.map(({ goldenId, kind, key, reason }) => [goldenId, kind, key, reason]),
    ).toEqual([
      ["g-u1", "update", 7, ""],
      ["g-c1", "update", 100, ""],
      ["g-c2", "update", 101, ""],
      ["g-c3", "insert", null, ""],
      ["g-c4", "review", null, "L104 102, 103"],
      ["g-c5", "reject", null, "L107 firm_name"],
      ["g-p1", "insert", null, ""],
    ]);
    expect(rejects).toEqual([
      { entity: "customer", goldenId: "g-c1", field: "phones", reason: "L207 1" },
      { entity: "customer", goldenId: "g-c4", field: "", reason: "L104 102, 103" },
      { entity: "customer", goldenId: "g-c5", field: "", reason: "L107 firm_name" },
    ]);
  });

  test("writes what the mapping lets the source win, in the words of the store", async () => {
    const { operations } = readPlan(await bench.plan(company));
    expect(operations.find(({ goldenId }) => goldenId === "g-c1")).toMatchObject({
      before: { firm_name: "华宸", stage: "L0", turnover: 10.5, owner_id: null },
      after: { firm_name: "华宸精密", stage: "L5", turnover: 120_000.5, owner_id: 7 },
      refs: {},
    });
    expect(operations.find(({ goldenId }) => goldenId === "g-c2")).toMatchObject({
      after: { phone: "+8613900139000", parent_id: 100 },
    });
    expect(operations.find(({ goldenId }) => goldenId === "g-c3")).toMatchObject({
      after: { firm_name: "新锐", kind: "C", parent_id: 101 },
    });
  });

  test("with blank_source: clear a missing value clears, an unreadable one does not", async () => {
    const clearing = new LoadBench(mapping.replace("write:", "write:\n  blank_source: clear"));
    clearing.execute(schema);
    const path = await clearing.plan([
      golden("customer", "g-c1", {
        legal_name: "华宸",
        uscc: "91320583MA1XXXXX1A",
        annual_purchase: "约50万",
      }),
    ]);
    const [operation] = readPlan(path).operations;
    expect(operation?.after).toEqual({ stage: null });
    expect(readPlan(path).rejects).toMatchObject([{ field: "annual_purchase", reason: "L201 4" }]);
    clearing.remove();
  });

  test("a table, a column or a look-up that is not there is told before anything is planned", async () => {
    const broken: [string, string][] = [
      [mapping.replace("table: firm", "table: firms"), "LOAD_TABLE_MISSING"],
      [mapping.replace("primary_key: firm_id", "primary_key: id"), "LOAD_TABLE_MISSING"],
      [mapping.replace("dept: department", "depot: department"), "LOAD_COLUMN_MISSING"],
      [mapping.replace("[legal_name]]", "[english_name]]"), "LOAD_MATCH_UNMAPPED"],
      [
        `${mapping}lookups:\n  customer: { owner: { table: people, on: name } }\n`,
        "LOAD_LOOKUP_MISSING",
      ],
    ];
    for (const [text, code] of broken) {
      const other = new LoadBench(text);
      other.execute(schema);
      await expect(other.plan(company)).rejects.toMatchObject({ code, exitCode: 2 });
      other.remove();
    }
  });

  test("references can be looked up in a table that is not loaded", async () => {
    const without = mapping
      .replace(/  user:\n    table: staff\n.*\n/, "")
      .replace("  user: [name]\n", "");
    const looking = new LoadBench(
      `${without}lookups:\n  customer: { owner: { table: staff, key: id, on: staff_name } }\n`,
    );
    looking.execute(schema);
    const goldens = [...company, golden("user", "g-u2", { name: "无此人" })].map((each) =>
      each.id === "g-c2" ? { ...each, items: { ...each.items, owner: ["g-u2"] } } : each,
    );
    const path = await looking.plan(goldens);
    const { operations, rejects } = readPlan(path);
    expect(operations.map(({ entity }) => entity)).not.toContain("user");
    expect(operations.find(({ goldenId }) => goldenId === "g-c1")?.after).toMatchObject({
      owner_id: 7,
    });
    expect(rejects).toContainEqual({
      entity: "customer",
      goldenId: "g-c2",
      field: "owner",
      reason: "L206 staff",
    });
    looking.remove();
  });
});

describe("the load", () => {
  test("fits in with what is there, and again changes nothing", async () => {
    await bench.load(company);
    expect(firm(100)).toMatchObject({
      firm_name: "华宸精密",
      phone: "021-1",
      dept: "华东",
      turnover: 120_000.5,
      rating: 5,
      touched_at: null,
    });
    expect(firm(104)).toMatchObject({
      firm_name: "新锐",
      stage: "L0",
      rating: 3,
      kind: "C",
      parent_id: 101,
    });
    expect(bench.query("SELECT firm_id, full_name, mobile, length(id) AS n FROM person")).toEqual([
      { firm_id: 104, full_name: "王敏", mobile: "+8613700137000", n: 16 },
    ]);
    expect(bench.query("SELECT gid FROM staff")).toEqual([{ gid: "g-u1" }]);
    expect((await bench.verify()).failed).toEqual([]);
    const again = await bench.plan(company);
    expect(readPlan(again).plan.writes).toBe(0);
  });

  test("adds no column and no index to the tables, only its own", async () => {
    const shape =
      "SELECT sql FROM sqlite_master WHERE tbl_name NOT LIKE '\\_goldpan%' ESCAPE '\\' ORDER BY name";
    const before = bench.query(shape);
    await bench.load(company);
    expect(bench.query(shape)).toEqual(before);
  });

  test("a volatile column that changes is no stale row and no difference", async () => {
    const path = await bench.plan(company);
    bench.execute("UPDATE firm SET touched_at = 'now'");
    await bench.apply(path);
    bench.execute("UPDATE firm SET touched_at = 'later'");
    expect((await bench.verify()).failed).toEqual([]);
  });

  test("a table that changed its columns makes the plan stale", async () => {
    const path = await bench.plan(company);
    bench.execute("ALTER TABLE firm ADD COLUMN more TEXT");
    await expect(bench.apply(path)).rejects.toMatchObject({
      code: "LOAD_STALE_TABLES",
      exitCode: 5,
    });
    bench.execute("ALTER TABLE firm DROP COLUMN more; CREATE TABLE unrelated (id INTEGER)");
    await bench.apply(path);
  });

  test("a row the store refuses stands alone in the journal, the others are written", async () => {
    bench.execute("CREATE UNIQUE INDEX one_mobile ON person (mobile); CREATE TABLE block (m TEXT)");
    bench.execute(`CREATE TRIGGER no_zhao BEFORE INSERT ON person WHEN NEW.full_name LIKE '赵%'
      BEGIN SELECT raise(ABORT, 'not him'); END`);
    const people = Array.from({ length: 20 }, (_, at) =>
      golden("contact", `g-p${10 + at}`, {
        customer: "g-c3",
        name: at === 13 ? "赵一" : `王${at}`,
        mobiles: `+861370013${7100 + at}`,
      }),
    );
    const result = await bench.load([...company, ...people]);
    expect(result.written.find(({ entity }) => entity === "contact")).toMatchObject({
      inserted: 20,
      rejected: 1,
    });
    expect(
      bench.query("SELECT golden, state, reason FROM _goldpan_op WHERE state <> 'done'"),
    ).toEqual([{ golden: "g-p23", state: "rejected", reason: "L109 not him" }]);
    expect((await bench.verify()).failed).toEqual([]);
    const again = await bench.plan([...company, ...people]);
    expect(readPlan(again).operations.filter(({ kind }) => kind === "insert")).toMatchObject([
      { goldenId: "g-p23" },
    ]);
  });

  test("what points to a refused row is written without the link, and the journal says so", async () => {
    bench.execute(`CREATE TRIGGER no_new BEFORE INSERT ON firm WHEN NEW.firm_name = '新锐'
      BEGIN SELECT raise(ABORT, 'no'); END`);
    await bench.load(company);
    expect(bench.query("SELECT full_name, firm_id FROM person")).toEqual([
      { full_name: "王敏", firm_id: null },
    ]);
    expect(bench.query("SELECT reason FROM _goldpan_op WHERE entity = 'contact'")).toEqual([
      { reason: "L205 firm_id" },
    ]);
  });
});

describe("the rollback", () => {
  test("restores the store to the byte but for later edits", async () => {
    const before = await bench.dump();
    const { run } = await bench.load(company);
    expect(await bench.dump()).not.toEqual(before);
    expect((await bench.rollback(run)).keptRows).toBe(0);
    expect(await bench.dump()).toEqual(before);

    const second = await bench.load(company);
    bench.execute("UPDATE firm SET turnover = 7 WHERE firm_id = 100");
    const result = await bench.rollback(second.run);
    expect(result.kept).toMatchObject([
      { key: 100, column: "turnover", loaded: 120_000.5, now: 7 },
    ]);
    const edited = before.map((line) => line.replace('"turnover":10.5', '"turnover":7'));
    expect(await bench.dump()).toEqual(edited);
  });

  test("a default that the store put in is no edit, a value in a column of theirs is", async () => {
    const { run } = await bench.load(company);
    bench.execute("UPDATE firm SET rating = 9 WHERE firm_name = '新锐'");
    const result = await bench.rollback(run);
    expect(result.kept).toMatchObject([{ column: "rating", loaded: 3, now: 9, why: "edited" }]);
    expect(firm(104)).toMatchObject({ firm_name: "新锐" });
  });

  test("a foreign key that would delete rows of users keeps the row", async () => {
    const { run } = await bench.load(company);
    bench.execute("INSERT INTO visit (person_id) SELECT id FROM person");
    const result = await bench.rollback(run);
    expect(result.kept.map(({ table, why }) => [table, why])).toEqual([
      ["person", "referenced"],
      ["firm", "referenced"],
    ]);
    expect(bench.query("SELECT count(*) AS n FROM visit")).toEqual([{ n: 1 }]);
  });

  test("without a foreign key a row that is meant by another stays all the same", async () => {
    const { run } = await bench.load(company);
    bench.execute("INSERT INTO person (firm_id, full_name) VALUES (104, '手工')");
    const result = await bench.rollback(run);
    expect(result.kept.map(({ table, key }) => [table, key])).toEqual([["firm", 104]]);
  });

  test("a column added to the table since is nobody's edit", async () => {
    const before = await bench.dump();
    const { run } = await bench.load(company);
    bench.execute("ALTER TABLE firm ADD COLUMN added INTEGER NOT NULL DEFAULT 1");
    expect((await bench.rollback(run)).keptRows).toBe(0);
    bench.execute("ALTER TABLE firm DROP COLUMN added");
    expect(await bench.dump()).toEqual(before);
  });
});

describe("verify", () => {
  test.each([
    ["a dropped row", "DELETE FROM person", "equal rows"],
    [
      "swapped values",
      "UPDATE firm SET firm_name = credit_code, credit_code = firm_name WHERE firm_id = 100",
      "equal rows",
    ],
    [
      "a truncated text",
      "UPDATE firm SET firm_name = substr(firm_name, 1, 2) WHERE firm_id = 100",
      "equal rows",
    ],
    ["empty text for nothing", "UPDATE person SET firm_id = NULL", "equal rows"],
    ["a wrong owner", "UPDATE firm SET owner_id = NULL WHERE firm_id = 100", "equal rows"],
    ["a cent", "UPDATE firm SET turnover = turnover + 0.01 WHERE firm_id = 100", "equal rows"],
    [
      "a row twice",
      "INSERT INTO person (firm_id, full_name) SELECT firm_id, full_name FROM person",
      "rows in the store",
    ],
    [
      "a row without parent",
      "PRAGMA foreign_keys = OFF; DELETE FROM firm WHERE firm_id = 104",
      "orphans",
    ],
    ["a total by group", "UPDATE firm SET turnover = 1 WHERE firm_id = 100", "equal groups"],
    [
      "a mapped column that the load left alone",
      "UPDATE firm SET credit_code = 'x' WHERE firm_id = 100",
      "equal rows",
    ],
  ])("catches %s", async (_, sql, check) => {
    await bench.load(company);
    expect((await bench.verify()).failed).toEqual([]);
    bench.execute(sql);
    expect((await bench.verify()).failed.map(({ name }) => name)).toContain(check);
  });

  test("names each value that is not what was written", async () => {
    await bench.load(company);
    bench.execute("UPDATE firm SET firm_name = '别名', owner_id = NULL WHERE firm_id = 100");
    bench.execute("UPDATE firm SET credit_code = 'x' WHERE firm_id = 101");
    expect((await bench.verify()).differences).toMatchObject([
      { key: 100, column: "firm_name", expected: "华宸精密", actual: "别名" },
      { key: 100, column: "owner_id", expected: 7, actual: null },
      { key: 101, column: "*" },
    ]);
  });

  test("of counts alone looks at no value", async () => {
    const { run } = await bench.load(company);
    bench.execute("UPDATE firm SET firm_name = '别名' WHERE firm_id = 100");
    expect((await bench.verify(run, "V0")).failed).toEqual([]);
  });
});
