import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { golden, LoadBench } from "../load-bench.ts";

let bench: LoadBench;
beforeEach(async () => {
  bench = new LoadBench();
  await bench.load(base);
});
afterEach(() => bench.remove());

const base = [
  golden("user", "g-u1", { name: "周建国" }),
  golden("customer", "g-c1", { legal_name: "华宸", level: "B", owner: "g-u1" }),
];
/** An update of the customer, and inserts that hang on each other. */
const next = [
  golden("user", "g-u1", { name: "周建国" }),
  golden("user", "g-u2", { name: "林志强" }),
  golden("customer", "g-c1", { legal_name: "华宸精密", level: "A", owner: "g-u2" }),
  golden("customer", "g-c2", { legal_name: "远达", owner: "g-u2", parent: "g-c1" }),
  golden("customer", "g-c3", { legal_name: "远达分公司", parent: "g-c2" }),
  golden("contact", "g-p1", { customer: "g-c2", name: "王敏", owners: ["g-u1", "g-u2"] }),
];

const ids = (table: string): unknown[] =>
  bench
    .query(`SELECT golden_id AS id FROM ${table} ORDER BY id`)
    .map((row) => Object.values(row ?? {})[0]);

test("restores the store to the byte when nobody edited", async () => {
  const before = await bench.dump();
  const { run } = await bench.load(next);
  const result = await bench.rollback(run);
  expect(result).toMatchObject({ rows: 5, deleted: 4, restored: 1, keptRows: 0, undoes: run });
  expect(await bench.dump()).toEqual(before);
  expect(
    bench.query("SELECT kind, state, undoes FROM _goldpan_run ORDER BY serial DESC LIMIT 2"),
  ).toEqual([
    { kind: "rollback", state: "done", undoes: run },
    { kind: "load", state: "rolled-back", undoes: null },
  ]);
});

test("the same plan can be applied again afterwards", async () => {
  const path = await bench.plan(next);
  const { run } = await bench.apply(path);
  const loaded = await bench.dump();
  await bench.rollback(run);
  expect((await bench.apply(path)).run).toBe("2026-11-24-4");
  expect(await bench.dump()).toEqual(loaded);
});

describe("what users did since", () => {
  test("an edited field of an updated row stays, the others go back", async () => {
    const { run } = await bench.load(next);
    bench.execute("UPDATE customer SET level = 'C' WHERE golden_id = 'g-c1'");
    const result = await bench.rollback(run);
    expect(result.kept).toMatchObject([
      { entity: "customer", key: 1, column: "level", loaded: "A", now: "C", why: "edited" },
    ]);
    expect(bench.query("SELECT legal_name, level, owner FROM customer")).toEqual([
      { legal_name: "华宸", level: "C", owner: 1 },
    ]);
  });

  test("an edited inserted row stays, with what it points to", async () => {
    const { run } = await bench.load(next);
    bench.execute("UPDATE customer SET note = '重要' WHERE golden_id = 'g-c2'");
    const result = await bench.rollback(run);
    expect(result.kept.map(({ table, column, why }) => [table, column, why])).toEqual([
      ["customer", "note", "edited"],
      ["user", "", "referenced"],
    ]);
    expect(ids("customer")).toEqual(["g-c1", "g-c2"]);
    expect(ids("user")).toEqual(["g-u1", "g-u2"]);
    expect(ids("contact")).toEqual([]);
    expect(bench.query("PRAGMA foreign_key_check")).toEqual([]);
    expect(
      bench.query("SELECT entity, pk FROM _goldpan_xref WHERE source_key = 'g-c2'"),
    ).toHaveLength(2);
  });

  test("a row that a user's row points to stays", async () => {
    const { run } = await bench.load(next);
    bench.execute("INSERT INTO contact (customer, name) VALUES (3, '手工')");
    const result = await bench.rollback(run);
    expect(result.keptRows).toBe(3);
    expect(ids("customer")).toEqual(["g-c1", "g-c2", "g-c3"]);
    expect(bench.query("SELECT name, customer FROM contact")).toEqual([
      { name: "手工", customer: 3 },
    ]);
    expect(bench.query("PRAGMA foreign_key_check")).toEqual([]);
  });

  test("even with force nothing is left pointing nowhere", async () => {
    const { run } = await bench.load(next);
    bench.execute("INSERT INTO contact (customer, name) VALUES (3, '手工')");
    bench.execute("UPDATE customer SET note = '改' WHERE golden_id = 'g-c1'");
    bench.execute("UPDATE contact SET owners = '[2]' WHERE name = '手工'");
    await bench.rollback(run, { onConflict: "force" });
    expect(ids("user")).toEqual(["g-u1", "g-u2"]);
    expect(bench.query("PRAGMA foreign_key_check")).toEqual([]);
    expect(bench.query("SELECT legal_name, note FROM customer WHERE golden_id = 'g-c1'")).toEqual([
      { legal_name: "华宸", note: "改" },
    ]);
  });

  test("a colleague who stands in a list of a row that stays, stays", async () => {
    const { run } = await bench.load(next);
    bench.execute("INSERT INTO contact (name, owners) VALUES ('手工', '[1,2]')");
    const result = await bench.rollback(run);
    expect(result.kept).toMatchObject([{ table: "user", key: 2, why: "referenced" }]);
  });

  test("rows that are gone are not revived", async () => {
    const { run } = await bench.load(next);
    bench.execute("DELETE FROM contact; DELETE FROM customer WHERE golden_id = 'g-c3'");
    expect((await bench.rollback(run)).keptRows).toBe(0);
    expect(ids("customer")).toEqual(["g-c1"]);
    const again = await bench.load(next);
    bench.execute(
      "DELETE FROM contact; UPDATE customer SET parent = NULL; DELETE FROM customer WHERE golden_id = 'g-c1'",
    );
    const result = await bench.rollback(again.run);
    expect(result.kept.map(({ key, why }) => [key, why])).toContainEqual([1, "deleted"]);
    expect(ids("customer")).not.toContain("g-c1");
  });

  test("a number given to another row since is left alone, even with force", async () => {
    const { run } = await bench.load(next);
    bench.execute("DELETE FROM contact; INSERT INTO contact (id, name) VALUES (1, '别人')");
    await bench.rollback(run, { onConflict: "force" });
    expect(bench.query("SELECT name FROM contact")).toEqual([{ name: "别人" }]);
  });

  test("a value that the store does not take back stays, and the rest goes on", async () => {
    bench.execute("CREATE UNIQUE INDEX one_name ON customer (legal_name)");
    const { run } = await bench.load(next);
    bench.execute("INSERT INTO customer (legal_name) VALUES ('华宸')");
    const result = await bench.rollback(run);
    expect(result.kept).toMatchObject([
      { table: "customer", key: 1, why: "refused" },
      { table: "user", key: 2, why: "referenced" },
    ]);
    expect(bench.query("SELECT legal_name FROM customer ORDER BY id")).toEqual([
      { legal_name: "华宸精密" },
      { legal_name: "华宸" },
    ]);
  });
});

describe("ways to answer conflicts", () => {
  test("abort writes nothing", async () => {
    const { run } = await bench.load(next);
    bench.execute("UPDATE customer SET level = 'C' WHERE golden_id = 'g-c1'");
    const before = await bench.dump();
    const failing = bench.rollback(run, { onConflict: "abort" });
    await expect(failing).rejects.toMatchObject({ code: "LOAD_ROLLBACK_CONFLICT", exitCode: 5 });
    expect(await bench.dump()).toEqual(before);
    expect(bench.query("SELECT count(*) AS n FROM _goldpan_run WHERE kind = 'rollback'")).toEqual([
      { n: 0 },
    ]);
  });

  test("abort without a conflict is a whole rollback", async () => {
    const before = await bench.dump();
    const { run } = await bench.load(next);
    expect(await bench.rollback(run, { onConflict: "abort" })).toMatchObject({
      deleted: 4,
      restored: 1,
    });
    expect(await bench.dump()).toEqual(before);
  });

  test("force overwrites", async () => {
    const before = await bench.dump();
    const { run } = await bench.load(next);
    bench.execute("UPDATE customer SET level = 'C', legal_name = '改名'");
    expect(await bench.rollback(run, { onConflict: "force" })).toMatchObject({ keptRows: 0 });
    expect(await bench.dump()).toEqual(before);
  });

  test("what was kept can be forced later", async () => {
    const before = await bench.dump();
    const { run } = await bench.load(next);
    bench.execute("UPDATE customer SET level = 'C' WHERE golden_id <> 'g-c3'");
    expect((await bench.rollback(run)).keptRows).toBeGreaterThan(0);
    await bench.rollback(run, { onConflict: "force" });
    expect(await bench.dump()).toEqual(before);
  });

  test("a dry run says exactly what would happen, and writes nothing", async () => {
    const { run } = await bench.load(next);
    bench.execute("UPDATE customer SET note = '重要' WHERE golden_id = 'g-c2'");
    const before = await bench.dump();
    const { run: none, ...rehearsed } = await bench.rollback(run, { dryRun: true });
    expect(none).toBe("");
    expect(await bench.dump()).toEqual(before);
    expect(await bench.rollback(run)).toMatchObject(rehearsed);
  });
});

describe("a part of a load", () => {
  test("of one entity", async () => {
    const { run } = await bench.load(next);
    expect(await bench.rollback(run, { entity: "contact" })).toMatchObject({ rows: 1, deleted: 1 });
    expect(ids("contact")).toEqual([]);
    expect(ids("customer")).toHaveLength(3);
    expect((await bench.verify(run)).failed).toEqual([]);
    expect(await bench.rollback(run)).toMatchObject({
      rows: 4,
      deleted: 3,
      restored: 1,
      keptRows: 0,
    });
  });

  test("of an entity that others need keeps what they need", async () => {
    const { run } = await bench.load(next);
    const result = await bench.rollback(run, { entity: "user" });
    expect(result).toMatchObject({ rows: 1, deleted: 0, keptRows: 1 });
    expect(bench.query("PRAGMA foreign_key_check")).toEqual([]);
  });

  test("by a condition on rows", async () => {
    const { run } = await bench.load(next);
    await bench.rollback(run, { where: "legal_name=远达分公司" });
    expect(ids("customer")).toEqual(["g-c1", "g-c2"]);
  });

  test("by its batch", async () => {
    const path = await bench.plan(next);
    const { run } = await bench.apply(path, { batchSize: 2 });
    expect(await bench.rollback(run, { batch: 3 })).toMatchObject({ rows: 1, deleted: 1 });
    expect(ids("contact")).toEqual([]);
  });

  test("interrupted between two batches is gone on with", async () => {
    const before = await bench.dump();
    const { run } = await bench.load(next);
    const part = await bench.rollback(run, { batchSize: 2, onBatch: async () => false });
    expect(part).toMatchObject({ isFinished: false, rows: 2 });
    await expect(bench.load(next)).rejects.toMatchObject({ code: "LOAD_ROLLBACK_HALF_DONE" });
    expect(await bench.rollback(run)).toMatchObject({ isFinished: true, rows: 3, keptRows: 0 });
    expect(await bench.dump()).toEqual(before);
  });
});

describe("cannot", () => {
  test("a run that is not there, or is a rollback", async () => {
    const { run } = await bench.load(next);
    await expect(bench.rollback("nope")).rejects.toMatchObject({
      code: "LOAD_NO_SUCH_RUN",
      exitCode: 2,
    });
    const back = await bench.rollback(run);
    await expect(bench.rollback(back.run)).rejects.toMatchObject({ code: "LOAD_NOT_A_LOAD" });
  });

  test("a load whose rows a later load changed", async () => {
    const { run } = await bench.load(next);
    const last = await bench.load(
      next.map((each) => ({ ...each, items: { ...each.items, note: ["新"] } })),
    );
    await expect(bench.rollback(run)).rejects.toMatchObject({
      code: "LOAD_LATER_RUN",
      exitCode: 5,
    });
    expect((await bench.verify(run)).failed).toEqual([]);
    await bench.rollback(last.run);
    expect((await bench.rollback(run)).keptRows).toBe(0);
  });
});
