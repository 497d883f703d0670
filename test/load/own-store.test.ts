import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GoldenContent } from "../../src/model/golden.ts";
import { golden, LoadBench, readPlan } from "../load-bench.ts";

let bench: LoadBench;
beforeEach(() => {
  bench = new LoadBench();
});
afterEach(() => bench.remove());

const company: readonly GoldenContent[] = [
  golden("user", "g-u1", { name: "周建国", department: "华东大区" }),
  golden("customer", "g-c1", {
    legal_name: "华宸精密技术有限公司",
    uscc: "91320583MA1XXXXX1A",
    phones: ["+8613800138000", "+862112345678"],
    annual_purchase: "120000.50 CNY",
    owner: "g-u1",
    parent: "g-c2",
  }),
  golden("customer", "g-c2", { legal_name: "华宸集团" }),
  golden("contact", "g-p1", { customer: "g-c1", name: "王敏", owners: ["g-u1"] }),
  golden("opportunity", "g-o1", { customer: "g-c1", name: "产线", amount: "9800.00 CNY" }),
];

const kinds = (path: string): Record<string, string> =>
  Object.fromEntries(
    readPlan(path).operations.map(({ goldenId, kind, reason }) => [
      goldenId,
      reason === "" ? kind : `${kind} ${reason}`,
    ]),
  );

test("rows are made as the model says, references resolved, parents first", async () => {
  await bench.load(company);
  expect(
    bench.query(`SELECT c.legal_name, c.phones, c.annual_purchase, u.name AS owner, p.legal_name AS parent
    FROM customer c JOIN user u ON u.id = c.owner JOIN customer p ON p.id = c.parent`),
  ).toEqual([
    {
      legal_name: "华宸精密技术有限公司",
      phones: '["+8613800138000","+862112345678"]',
      annual_purchase: 12_000_050,
      owner: "周建国",
      parent: "华宸集团",
    },
  ]);
  expect(bench.query("SELECT customer, owners FROM contact")).toEqual([
    { customer: 2, owners: "[1]" },
  ]);
  expect(bench.query("SELECT amount, currency FROM opportunity")).toEqual([
    { amount: 980_000, currency: "CNY" },
  ]);
  expect((await bench.verify()).failed).toEqual([]);
});

test("the same golden records in another order give the same plan", async () => {
  const [one, two] = [await bench.plan(company), await bench.plan(company.toReversed())];
  expect(readPlan(two).dump).toEqual(readPlan(one).dump);
  expect(readPlan(two).plan.hash).toBe(readPlan(one).plan.hash);
});

test("a second load writes nothing, neither with the same plan nor with a new one", async () => {
  const path = await bench.plan(company);
  const first = await bench.apply(path);
  const before = await bench.dump();
  expect(await bench.apply(path)).toMatchObject({ run: first.run, isRepeated: true });
  const again = await bench.plan(company);
  expect(new Set(Object.values(kinds(again)))).toEqual(new Set(["same"]));
  expect(readPlan(again).plan.writes).toBe(0);
  expect(await bench.apply(again)).toMatchObject({ run: "", isRepeated: false });
  expect(await bench.dump()).toEqual(before);
  expect(bench.query("SELECT id FROM _goldpan_run")).toHaveLength(1);
});

test("only changed columns are written, and a value that went missing stays", async () => {
  await bench.load(company);
  const [, first, ...rest] = company;
  if (first === undefined) throw new Error("the company has a customer");
  const { phones: _, ...items } = first.items;
  const changed = { ...first, items: { ...items, level: ["A"] } };
  const path = await bench.plan([...company.slice(0, 1), changed, ...rest]);
  const update = readPlan(path).operations.find(({ kind }) => kind === "update");
  expect(update).toMatchObject({
    goldenId: "g-c1",
    before: { level: null },
    after: { level: "A" },
    links: [],
  });
  await bench.apply(path);
  expect(bench.query("SELECT level, phones FROM customer WHERE golden_id = 'g-c1'")).toEqual([
    { level: "A", phones: '["+8613800138000","+862112345678"]' },
  ]);
});

test("new source records are tied to a row that stays as it is, and untied by rollback", async () => {
  await bench.load(company);
  const joined = company.map((each) =>
    each.id === "g-c2" ? { ...each, members: ["crm:g-c2", "wecom:9"] } : each,
  );
  const path = await bench.plan(joined);
  expect(readPlan(path).operations.find(({ goldenId }) => goldenId === "g-c2")).toMatchObject({
    kind: "same",
    links: ["wecom:9"],
  });
  const { run } = await bench.apply(path);
  const tie = "SELECT pk FROM _goldpan_xref WHERE system = 'wecom'";
  expect(bench.query(tie)).toEqual([{ pk: 1 }]);
  await bench.rollback(run);
  expect(bench.query(tie)).toEqual([]);
});

test("a golden record that got another id keeps the row of its records", async () => {
  await bench.load(company);
  const renamed = company.map((each) => (each.id === "g-c2" ? { ...each, id: "g-c9" } : each));
  const pointing = renamed.map((each) =>
    each.id === "g-c1" ? { ...each, items: { ...each.items, parent: ["g-c9"] } } : each,
  );
  const path = await bench.plan(pointing);
  expect(kinds(path)).toMatchObject({ "g-c9": "update", "g-c1": "same" });
  const { run } = await bench.apply(path);
  expect(bench.query("SELECT count(*) AS n FROM customer")).toEqual([{ n: 2 }]);
  await bench.rollback(run);
  expect(kinds(await bench.plan(company))).toMatchObject({ "g-c2": "same" });
});

test("a row typed in by hand is known by its credit code", async () => {
  await bench.load(company);
  bench.execute("INSERT INTO customer (legal_name, uscc) VALUES ('手工', '91440300MA5XXXXX2B')");
  const typed = golden("customer", "g-c3", {
    legal_name: "手工录入公司",
    uscc: "91440300MA5XXXXX2B",
  });
  const path = await bench.plan([...company, typed]);
  expect(kinds(path)["g-c3"]).toBe("update");
  await bench.apply(path);
  expect(bench.query("SELECT count(*) AS n FROM customer")).toEqual([{ n: 3 }]);
});

describe("left out", () => {
  test("a row that somebody deleted is not brought back, nor what belongs to it", async () => {
    await bench.load(company);
    bench.execute(
      "DELETE FROM contact; DELETE FROM opportunity; DELETE FROM customer WHERE golden_id = 'g-c1'",
    );
    expect(kinds(await bench.plan(company))).toMatchObject({
      "g-c1": "skip L103",
      "g-c2": "same",
      "g-p1": "skip L108 customer",
    });
  });

  test("only what is selected, and what belongs to it", async () => {
    const path = await bench.plan(company, { where: "legal_name!=华宸集团" });
    expect(kinds(path)).toMatchObject({ "g-c1": "insert", "g-c2": "skip L101", "g-p1": "insert" });
    expect(readPlan(path).rejects).toEqual([
      { entity: "customer", goldenId: "g-c1", field: "parent", reason: "L205 skip" },
    ]);
    const none = await bench.plan(company, { where: "legal_name=谁" });
    expect(kinds(none)).toMatchObject({
      "g-u1": "insert",
      "g-c1": "skip L101",
      "g-o1": "skip L108 customer",
    });
  });

  test("what waits for a person, with --hold-review", async () => {
    const waiting = company.map((each) =>
      each.id === "g-c1" ? { ...each, reviewPending: true } : each,
    );
    expect(kinds(await bench.plan(waiting))["g-c1"]).toBe("insert");
    expect(kinds(await bench.plan(waiting, { holdReview: true }))).toMatchObject({
      "g-c1": "review L102",
      "g-p1": "review L108 customer",
      "g-c2": "insert",
    });
  });

  test("a link that would close a circle, the same one each time", async () => {
    const circle = [
      golden("customer", "g-1", { legal_name: "甲", parent: "g-2" }),
      golden("customer", "g-2", { legal_name: "乙", parent: "g-1" }),
    ];
    const path = await bench.plan(circle);
    expect(readPlan(path).rejects).toEqual([
      { entity: "customer", goldenId: "g-2", field: "parent", reason: "L204" },
    ]);
    await bench.apply(path);
    expect(kinds(await bench.plan(circle))).toEqual({ "g-1": "same", "g-2": "same" });
  });
});

describe("between plan and load", () => {
  test("a row that changed stops the load before the first write, or is left out", async () => {
    await bench.load(company);
    const changed = company.map((each) => ({ ...each, items: { ...each.items, note: ["新"] } }));
    const path = await bench.plan(changed);
    bench.execute("UPDATE customer SET level = 'B' WHERE golden_id = 'g-c1'");
    const before = await bench.dump();
    await expect(bench.apply(path)).rejects.toMatchObject({ code: "LOAD_STALE_PLAN", exitCode: 5 });
    expect(await bench.dump()).toEqual(before);
    const result = await bench.apply(path, { onStale: "skip" });
    expect(result.written.find(({ entity }) => entity === "customer")).toMatchObject({
      updated: 1,
      stale: 1,
    });
    expect(bench.query("SELECT note FROM customer WHERE golden_id = 'g-c1'")).toEqual([
      { note: null },
    ]);
    expect((await bench.verify()).failed).toEqual([]);
  });

  test("rows that another load inserted meanwhile are not inserted again", async () => {
    const path = await bench.plan(company);
    await bench.load(company.slice(0, 3));
    await expect(bench.apply(path)).rejects.toMatchObject({ code: "LOAD_STALE_PLAN" });
    const result = await bench.apply(path, { onStale: "skip" });
    expect(result.written.map(({ inserted, stale }) => [inserted, stale])).toEqual([
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test("a plan for another store is refused", async () => {
    await bench.load(company);
    const path = await bench.plan(company.map((each) => ({ ...each, items: { note: ["x"] } })));
    const other = new LoadBench();
    await other.load(company);
    await expect(other.apply(path)).rejects.toMatchObject({
      code: "LOAD_OTHER_TARGET",
      exitCode: 5,
    });
    other.remove();
  });

  test("tables that somebody else made are refused while planning", async () => {
    bench.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY)");
    await expect(bench.plan(company)).rejects.toMatchObject({
      code: "STORE_TABLE_TAKEN",
      exitCode: 2,
    });
  });
});

describe("an interrupted load", () => {
  const many = Array.from({ length: 50 }, (_, at) =>
    golden("customer", `g-${String(at).padStart(3, "0")}`, { legal_name: `公司${at}` }),
  );

  test("is half done until it is resumed, and then as if nothing had happened", async () => {
    const path = await bench.plan(many);
    const begun = await bench.apply(path, {
      batchSize: 10,
      onBatch: async ({ done }) => done < 20,
    });
    expect(begun.progress).toEqual({ done: 20, total: 50 });
    await expect(bench.apply(path)).rejects.toMatchObject({ code: "LOAD_HALF_DONE", exitCode: 5 });
    await expect(bench.load(many.slice(0, 3))).rejects.toMatchObject({ code: "LOAD_HALF_DONE" });
    expect((await bench.verify(begun.run)).failed).not.toEqual([]);
    const resumed = await bench.apply(path, { resume: true, batchSize: 10 });
    expect(resumed).toMatchObject({ run: begun.run, progress: { done: 50, total: 50 } });
    const whole = new LoadBench();
    await whole.load(many);
    expect(await bench.dump()).toEqual(await whole.dump());
    whole.remove();
    expect((await bench.verify()).failed).toEqual([]);
    expect(bench.query("SELECT DISTINCT batch FROM _goldpan_op")).toHaveLength(5);
  });

  test("can be taken back instead", async () => {
    const path = await bench.plan(many);
    const begun = await bench.apply(path, {
      batchSize: 10,
      onBatch: async ({ done }) => done < 20,
    });
    expect(await bench.rollback(begun.run)).toMatchObject({ rows: 20, deleted: 20, keptRows: 0 });
    expect(await bench.dump()).toEqual([]);
    expect((await bench.apply(path)).progress).toEqual({ done: 50, total: 50 });
  });

  test("with nothing interrupted there is nothing to resume", async () => {
    const path = await bench.plan(many);
    const failing = bench.apply(path, { resume: true });
    await expect(failing).rejects.toMatchObject({ code: "LOAD_NOTHING_TO_RESUME", exitCode: 2 });
  });
});
