import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { canonicalModel, extendModel } from "../model/canonical-model.ts";
import { field } from "../model/define-field.ts";
import type { PlanTable, StoreRow } from "../model/plan.ts";
import type { JournalEntry, JournalRun } from "./journal.ts";
import type { Store, StoreTransaction } from "./store.ts";

/** A database for one test, and what the contract cannot say in terms of the port. */
export interface StoreHarness {
  /** A connection of our own. */
  open(mode: "read" | "write"): Promise<Store>;
  /** Another program at work in the same database. */
  execute(sql: string): Promise<void>;
  /** Takes the database away; every store of it is closed. */
  remove(): Promise<void>;
}

const firm = { table: "firm", primaryKey: "id" };
const firmSql = `
  CREATE TABLE firm (
    id INTEGER PRIMARY KEY,
    name VARCHAR(40) NOT NULL,
    code VARCHAR(40) UNIQUE,
    level VARCHAR(10) DEFAULT 'C',
    amount INTEGER,
    boss INTEGER REFERENCES firm (id),
    listed VARCHAR(200)
  )`;

const planTable: PlanTable = {
  entity: "customer",
  table: "firm",
  primaryKey: "id",
  columns: ["amount", "code", "name"],
  volatile: [],
  references: {},
  lists: [],
  goldenColumn: null,
  groupBy: [],
  sums: [],
};

const run = (id: string, part: Partial<JournalRun> = {}): Omit<JournalRun, "serial" | "chain"> => ({
  id,
  kind: "load",
  undoes: null,
  planHash: "p",
  startedAt: "2026-11-24T10:00:00Z",
  state: "running",
  tables: [planTable],
  planned: 2,
  counts: {},
  rowsBefore: { firm: 0 },
  columns: { firm: ["id", "name"] },
  ...part,
});

const entry = (seq: number, part: Partial<JournalEntry> = {}): JournalEntry => ({
  run: "r1",
  seq,
  batch: 1,
  entity: "customer",
  table: "firm",
  kind: "insert",
  key: seq,
  goldenId: `g-${seq}`,
  before: {},
  after: { name: "华宸", amount: 5 },
  beforeHash: "",
  afterHash: "h",
  sources: ["crm:1"],
  links: ["goldpan:g-1", "crm:1"],
  moved: { "crm:1": 7 },
  state: "done",
  reason: "",
  ...part,
});

/** What every store promises; each database runs it on the real thing. */
export function describeStore(name: string, makeHarness: () => Promise<StoreHarness>): void {
  describe(name, () => describePort(makeHarness));
}

function describePort(makeHarness: () => Promise<StoreHarness>): void {
  let harness: StoreHarness;
  let store: Store;
  const reopen = async (): Promise<void> => {
    await store.close();
    store = await harness.open("write");
  };
  const write = async <Result>(
    work: (each: StoreTransaction) => Promise<Result>,
  ): Promise<Result> => store.transaction(work);
  const insert = async (...rows: StoreRow[]): Promise<readonly StoreRow[]> =>
    write((each) => each.insertRows(firm, rows));
  const lines = async (): Promise<string[]> => {
    const all: string[] = [];
    for await (const line of store.dump()) all.push(line);
    return all;
  };

  beforeEach(async () => {
    harness = await makeHarness();
    await harness.execute(firmSql);
    store = await harness.open("write");
  });
  afterEach(async () => {
    await store.close();
    await harness.remove();
  });

  describe("the catalog", () => {
    test("tells tables, keys, columns that must have a value, and foreign keys", async () => {
      const [found] = await store.tables();
      expect(found).toMatchObject({ name: "firm", primaryKey: "id", isOwn: false });
      const columns = Object.fromEntries((found?.columns ?? []).map((each) => [each.name, each]));
      expect(Object.keys(columns)).toHaveLength(7);
      expect(columns["id"]).toMatchObject({ isRequired: false, hasDefault: true });
      expect(columns["name"]).toMatchObject({
        isRequired: true,
        hasDefault: false,
        pointsTo: null,
      });
      expect(columns["level"]).toMatchObject({ isRequired: false, hasDefault: true });
      expect(columns["boss"]?.pointsTo).toEqual({ table: "firm", column: "id" });
    });

    test("a table with a key of two columns cannot be loaded", async () => {
      await harness.execute("CREATE TABLE pair (a INTEGER, b INTEGER, PRIMARY KEY (a, b))");
      await reopen();
      expect((await store.tables()).find((each) => each.name === "pair")?.primaryKey).toBeNull();
    });

    test("a key that the database does not number must be given", async () => {
      await harness.execute("CREATE TABLE word (code VARCHAR(10) PRIMARY KEY, text VARCHAR(10))");
      await reopen();
      const word = (await store.tables()).find((each) => each.name === "word");
      expect(word?.columns[0]).toMatchObject({ name: "code", isRequired: true, hasDefault: false });
    });

    test("tables that are not there read as empty", async () => {
      const at = { table: "nothing", primaryKey: "id" };
      expect(await store.readRows(at, ["id"], [1])).toEqual([undefined]);
      expect(await store.findKeys(at, [{ id: 1 }])).toEqual([[]]);
      expect(await store.countRows("nothing")).toBe(0);
      expect(await store.findXrefs("customer", [{ system: "crm", key: "1" }])).toEqual([null]);
      expect(await store.runs()).toEqual([]);
      expect(await store.countEntries("r1")).toEqual([]);
      expect(await store.lockHolder()).toBeNull();
    });
  });

  describe("tables of our own", () => {
    test("are made once, and gain the columns of new custom fields", async () => {
      await harness.execute("DROP TABLE firm");
      await reopen();
      await store.prepareJournal();
      await store.createTables(canonicalModel);
      await store.createTables(canonicalModel);
      const udi = { ...field("udi_di", ["产品标识", "UDI"], "code"), custom: true };
      await store.createTables(extendModel(canonicalModel, { customer: [udi] }));
      const tables = await store.tables();
      expect(tables.map((each) => each.name)).toEqual([
        "activity",
        "contact",
        "customer",
        "opportunity",
        "order",
        "quote",
        "task",
        "user",
      ]);
      expect(tables.every((each) => each.isOwn && each.primaryKey === "id")).toBe(true);
      const customer = tables.find((each) => each.name === "customer");
      expect(customer?.columns.map((column) => column.name)).toContain("udi_di");
      expect(customer?.columns.find((column) => column.name === "owner")?.pointsTo).toEqual({
        table: "user",
        column: "id",
      });
    });

    test("never replace a table that somebody else made", async () => {
      await harness.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, x INTEGER)");
      await reopen();
      await store.prepareJournal();
      await expect(store.createTables(canonicalModel)).rejects.toMatchObject({
        code: "STORE_TABLE_TAKEN",
      });
      expect((await store.tables()).map((each) => each.name)).toEqual(["customer", "firm"]);
    });
  });

  describe("rows", () => {
    test.each([
      ["华宸精密", "text"],
      ["", "empty text"],
      ["0012", "leading zeros"],
      ["19223372036854775807", "more digits than a number holds"],
      ["'\"; DROP TABLE firm --", "quotes"],
      ["𠮷\n\t", "rare letters and line ends"],
    ])("a text comes back as it was: %j (%s)", async (text) => {
      const [row] = await insert({ name: text });
      const [found] = await store.readRows(firm, ["name"], [row?.["id"] ?? null]);
      expect(found).toEqual({ name: text });
    });

    test.each([[0], [-5], [12_000_050], [Number.MAX_SAFE_INTEGER]])(
      "a whole number comes back as a number: %i",
      async (amount) => {
        const [row] = await insert({ name: "x", amount });
        expect((await store.readRows(firm, ["amount"], [row?.["id"] ?? null]))[0]).toEqual({
          amount,
        });
      },
    );

    test("are read in the order asked, without columns that have no value", async () => {
      const rows = await insert({ name: "a" }, { name: "b", code: "1" });
      const keys = rows.map((row) => row["id"] ?? null);
      const [first = null, second = null] = keys;
      expect(await store.readRows(firm, ["name", "code"], [second, 999, first])).toEqual([
        { name: "b", code: "1" },
        undefined,
        { name: "a" },
      ]);
      const [whole] = await store.readRows(firm, [], [first]);
      expect(whole).toEqual({ id: first, name: "a", level: "C" });
    });

    test("come back whole from an insert, with what the database put in", async () => {
      const [row] = await insert({ name: "a", level: null });
      expect(row).toEqual({ id: row?.["id"], name: "a", level: "C" });
    });

    test("an update writes the columns given and no other", async () => {
      const [row] = await insert({ name: "a", code: "1", amount: 3 });
      const key = row?.["id"] ?? null;
      await write((each) => each.updateRows(firm, [{ key, values: { name: "b", code: null } }]));
      expect((await store.readRows(firm, [], [key]))[0]).toEqual({
        id: key,
        name: "b",
        level: "C",
        amount: 3,
      });
    });

    test("are deleted by key, counted, and listed by key", async () => {
      const rows = await insert({ name: "a" }, { name: "b" }, { name: "c" });
      await write((each) => each.deleteRows(firm, [rows[1]?.["id"] ?? null]));
      expect(await store.countRows("firm")).toBe(2);
      const names: unknown[] = [];
      for await (const row of store.iterateRows(firm, ["id", "name"])) names.push(row["name"]);
      expect(names).toEqual(["a", "c"]);
    });

    test("a row that breaks a rule is refused, and the transaction is taken back", async () => {
      await insert({ name: "a", code: "1" });
      const refused = { code: "STORE_CONSTRAINT" };
      await expect(insert({ name: "b" }, { name: "c", code: "1" })).rejects.toMatchObject(refused);
      await expect(insert({ code: "2" })).rejects.toMatchObject(refused);
      await expect(insert({ name: "d", boss: 999 })).rejects.toMatchObject(refused);
      expect(await store.countRows("firm")).toBe(1);
    });

    test("an attempt is taken back alone", async () => {
      await insert({ name: "a", code: "1" });
      await write(async (each) => {
        await each.insertRows(firm, [{ name: "b" }]);
        const refusal = await each.attempt(async () => {
          await each.insertRows(firm, [{ name: "c" }]);
          await each.insertRows(firm, [{ name: "d", code: "1" }]);
        });
        expect(refusal?.reason).toMatch(/unique/i);
        expect(
          await each.attempt(async () => void (await each.insertRows(firm, [{ name: "e" }]))),
        ).toBeNull();
      });
      expect((await lines()).map((line) => /"name":"(.)"/.exec(line)?.[1])).toEqual([
        "a",
        "b",
        "e",
      ]);
    });

    test("a bug inside an attempt takes everything back", async () => {
      const failing = write(async (each) => {
        await each.insertRows(firm, [{ name: "a" }]);
        await each.attempt(async () => {
          throw new Error("stop");
        });
      });
      await expect(failing).rejects.toThrow("stop");
      expect(await store.countRows("firm")).toBe(0);
    });

    test("a trigger's changes are seen by whoever inserts", async () => {
      await harness.execute(
        `CREATE TRIGGER shout AFTER INSERT ON firm BEGIN
           UPDATE firm SET listed = 'seen' WHERE id = NEW.id; END`,
      );
      await reopen();
      const [row] = await insert({ name: "a" });
      const [found] = await store.readRows(firm, ["listed"], [row?.["id"] ?? null]);
      expect(found).toEqual({ listed: "seen" });
    });
  });

  describe("looking for rows", () => {
    test("by values, two at most, with or without an index", async () => {
      const rows = await insert(
        { name: "a", code: "1", amount: 1 },
        { name: "a", code: "2", amount: 2 },
        { name: "a", code: "3", amount: 2 },
      );
      const keys = rows.map((row) => row["id"]);
      expect(await store.findKeys(firm, [{ code: "2" }, { code: "9" }])).toEqual([[keys[1]], []]);
      expect(await store.findKeys(firm, [{ name: "a" }])).toEqual([[keys[0], keys[1]]]);
      expect(await store.findKeys(firm, [{ name: "a", amount: 1 }])).toEqual([[keys[0]]]);
      await write((each) => each.deleteRows(firm, [keys[0] ?? null]));
      expect(await store.findKeys(firm, [{ name: "a", amount: 1 }])).toEqual([[]]);
    });

    test("that point to others, by a column or a list, but for some rows", async () => {
      const [a, b] = await insert({ name: "a" }, { name: "b" });
      const [keyA = null, keyB = null] = [a?.["id"], b?.["id"]];
      const [c] = await insert({ name: "c", boss: keyA, listed: JSON.stringify([keyB, 77]) });
      const boss = { ...firm, column: "boss", isList: false };
      const listed = { ...firm, column: "listed", isList: true };
      await write(async (each) => {
        expect(await each.findReferenced(boss, [keyA, keyB], [])).toEqual([keyA]);
        expect(await each.findReferenced(boss, [keyA, keyB], [c?.["id"] ?? null])).toEqual([]);
        expect(await each.findReferenced(listed, [keyA, keyB], [])).toEqual([keyB]);
      });
      expect(await store.countOrphans(boss, firm)).toBe(0);
    });
  });

  describe("the crosswalk", () => {
    const tie = (key: string, row: number, system = "crm") =>
      ({ entity: "customer", source: { system, key }, key: row }) as const;

    beforeEach(async () => store.prepareJournal());

    test("ties source keys to rows and tells what moved", async () => {
      const first = [tie("1", 10), tie("1", 11, "wecom"), tie("中:#1", 12)];
      expect(await write((each) => each.saveXrefs(first))).toEqual([]);
      expect(await write((each) => each.saveXrefs([tie("1", 20), tie("2", 21)]))).toEqual([
        tie("1", 10),
      ]);
      const sources = [tie("2", 0), tie("1", 0), tie("9", 0), tie("中:#1", 0)].map(
        ({ source }) => source,
      );
      expect(await store.findXrefs("customer", sources)).toEqual([21, 20, null, 12]);
      expect(await store.findXrefs("contact", sources)).toEqual([null, null, null, null]);
    });

    test("takes ties away only while they lead to the row", async () => {
      await write((each) => each.saveXrefs([tie("1", 10), tie("2", 11)]));
      await write((each) => each.dropXrefs([tie("1", 10), tie("2", 99)]));
      const sources = [tie("1", 0), tie("2", 0)].map(({ source }) => source);
      expect(await store.findXrefs("customer", sources)).toEqual([null, 11]);
    });
  });

  describe("the journal", () => {
    beforeEach(async () => {
      await store.prepareJournal();
      await write(async (each) => {
        await each.addRun(run("r1"));
        await each.addEntries([
          entry(1),
          entry(2, { kind: "update", state: "stale" }),
          entry(3, { entity: "contact", batch: 2, key: "uuid" }),
        ]);
        await each.addRun(run("r2", { planHash: "q" }));
      });
    });

    test("keeps runs in order, chained", async () => {
      const runs = await store.runs();
      expect(runs.map(({ id, serial }) => [id, serial])).toEqual([
        ["r1", 1],
        ["r2", 2],
      ]);
      expect(runs[0]).toMatchObject(run("r1"));
      expect(new Set(runs.map(({ chain }) => chain)).size).toBe(2);
      await write((each) => each.setRunState("r1", "done"));
      expect((await store.runs())[0]?.state).toBe("done");
    });

    test("gives entries back as they were, a page at a time, either way", async () => {
      const up = { order: "ascending", beyond: 0, limit: 2 } as const;
      expect(await store.readEntries("r1", up)).toEqual([
        entry(1),
        entry(2, { kind: "update", state: "stale" }),
      ]);
      const down = { order: "descending", beyond: 3, limit: 9 } as const;
      expect((await store.readEntries("r1", down)).map(({ seq }) => seq)).toEqual([2, 1]);
      const contacts = { ...up, limit: 9, entity: "contact" } as const;
      expect((await store.readEntries("r1", contacts)).map(({ key }) => key)).toEqual(["uuid"]);
      expect((await store.readEntries("r1", { ...up, batch: 2 })).map(({ seq }) => seq)).toEqual([
        3,
      ]);
      expect(await store.readEntries("r2", up)).toEqual([]);
      expect(await store.readEntries("r9", up)).toEqual([]);
    });

    test("counts what was done in the store itself", async () => {
      const place = { table: "firm", count: 1 };
      expect(await store.countEntries("r1")).toEqual([
        { ...place, entity: "contact", kind: "insert", state: "done" },
        { ...place, entity: "customer", kind: "insert", state: "done" },
        { ...place, entity: "customer", kind: "update", state: "stale" },
      ]);
    });

    test("knows what was taken back", async () => {
      expect([...(await store.undoneEntries("r1", 1, 3))]).toEqual([]);
      await write(async (each) => {
        await each.addRun(run("back", { kind: "rollback", undoes: "r1" }));
        await each.addEntries([
          entry(3, { run: "back", kind: "delete" }),
          entry(1, { run: "back", kind: "delete", state: "kept_edited" }),
        ]);
      });
      expect([...(await store.undoneEntries("r1", 1, 3))]).toEqual([3]);
      expect([...(await store.undoneEntries("r1", 1, 2))]).toEqual([]);
    });

    test("knows which later loads changed the same rows", async () => {
      await write((each) =>
        each.addEntries([
          entry(1, { run: "r2", kind: "insert", key: 1 }),
          entry(2, { run: "r2", kind: "update", key: 2 }),
        ]),
      );
      expect(await store.laterRuns("r1")).toEqual([]);
      await write((each) => each.addEntries([entry(3, { run: "r2", kind: "update", key: 1 })]));
      expect(await store.laterRuns("r1")).toEqual(["r2"]);
      expect([...(await store.supersededEntries("r1"))]).toEqual([1]);
      await write((each) => each.setRunState("r2", "rolled-back"));
      expect(await store.laterRuns("r1")).toEqual([]);
      expect([...(await store.supersededEntries("r1"))]).toEqual([]);
    });

    test("is written with the change it describes or not at all", async () => {
      const failing = write(async (each) => {
        await each.insertRows(firm, [{ name: "a" }]);
        await each.addEntries([entry(9)]);
        throw new Error("stop");
      });
      await expect(failing).rejects.toThrow("stop");
      expect(await store.countRows("firm")).toBe(0);
      expect(
        (await store.readEntries("r1", { order: "descending", beyond: 99, limit: 1 }))[0]?.seq,
      ).toBe(3);
    });
  });

  test("its change mark stays until somebody else writes, or there is none", async () => {
    const mark = await store.changeMark();
    if (mark === null) return;
    await insert({ name: "a" });
    expect(await write((each) => each.changeMark())).toBe(mark);
    await harness.execute("UPDATE firm SET name = 'b'");
    expect(await write((each) => each.changeMark())).not.toBe(mark);
  });

  describe("who it is", () => {
    test("has no lineage before the journal, then one that lasts", async () => {
      expect(await store.fingerprint(["firm"])).toMatchObject({ lineage: "new", serial: 0 });
      await store.prepareJournal();
      const { lineage } = await store.fingerprint([]);
      expect(lineage).not.toBe("new");
      await write((each) => each.addRun(run("r1")));
      await store.prepareJournal();
      expect(await store.fingerprint([])).toMatchObject({ lineage, serial: 1 });
    });

    test("its schema is that of the tables named", async () => {
      const before = await store.fingerprint(["firm"]);
      await harness.execute("CREATE TABLE other (id INTEGER PRIMARY KEY)");
      await reopen();
      expect((await store.fingerprint(["firm"])).schema).toBe(before.schema);
      await harness.execute("ALTER TABLE firm ADD COLUMN added INTEGER");
      await reopen();
      expect((await store.fingerprint(["firm"])).schema).not.toBe(before.schema);
    });

    test("its dump has every row of the CRM and nothing of ours", async () => {
      await store.prepareJournal();
      await insert({ name: "b" }, { name: "a" });
      const dump = await lines();
      expect(dump).toHaveLength(2);
      expect(dump.every((line) => line.startsWith("firm {"))).toBe(true);
      await reopen();
      expect(await lines()).toEqual(dump);
    });
  });

  describe("the lock", () => {
    beforeEach(async () => store.prepareJournal());

    test("is held by one, who is named to the other", async () => {
      await store.lock("2026-11-24T10:00:00Z");
      const other = await harness.open("write");
      await expect(other.lock("2026-11-24T11:00:00Z")).rejects.toMatchObject({
        code: "STORE_LOCKED",
        exitCode: 7,
      });
      expect(await other.lockHolder()).toMatchObject({ isAlive: true });
      await store.unlock();
      await other.lock("2026-11-24T11:00:00Z");
      await other.unlock();
      expect(await store.lockHolder()).toBeNull();
      await other.close();
    });

    test("of a dead process is taken over", async () => {
      await store.lock("2026-11-24T10:00:00Z");
      // No process has this number: it is larger than any system gives.
      await harness.execute("UPDATE _goldpan_lock SET pid = 99999999");
      expect(await store.lockHolder()).toMatchObject({ isAlive: false });
      await store.lock("2026-11-24T11:00:00Z");
      expect(await store.lockHolder()).toMatchObject({ isAlive: true });
    });

    test("of another machine counts while it gives signs of life", async () => {
      await store.lock("2026-11-24T10:00:00Z");
      await harness.execute("UPDATE _goldpan_lock SET host = 'elsewhere'");
      await expect(store.lock("x")).rejects.toMatchObject({ code: "STORE_LOCKED" });
      await harness.execute("UPDATE _goldpan_lock SET beat = beat - 1000");
      await store.lock("x");
    });

    test("can be taken away by force", async () => {
      await store.lock("2026-11-24T10:00:00Z");
      const other = await harness.open("write");
      await other.forceUnlock();
      expect(await other.lockHolder()).toBeNull();
      await other.close();
    });
  });
}
