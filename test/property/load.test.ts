import fc from "fast-check";
import { expect, test } from "vitest";
import type { GoldenContent } from "../../src/model/golden.ts";
import { golden, LoadBench, readPlan } from "../load-bench.ts";

/** Random companies: customers with parents and owners, contacts that belong to some of them. */
const number = fc.integer({ min: 0, max: 7 });
const text = fc.constantFrom("华宸", "远达", "", "O'Brien", "0012", "1e5", "𠮷", "line\nbreak");
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

interface Drawn {
  readonly id: number;
  readonly name: string;
  readonly uscc: number | undefined;
  readonly amount: number | undefined;
  readonly parent: number | undefined;
  readonly owner: number | undefined;
  readonly phones: readonly string[];
}

const customer: fc.Arbitrary<Drawn> = fc.record({
  id: number,
  name: text,
  uscc: maybe(number),
  amount: maybe(fc.integer({ min: -99_999, max: 9_999_999 })),
  parent: maybe(number),
  owner: maybe(number),
  phones: fc.array(text, { maxLength: 3 }),
});
const world = fc.record({
  customers: fc.uniqueArray(customer, { selector: ({ id }) => id, maxLength: 8 }),
  contacts: fc.uniqueArray(fc.tuple(number, number, text), {
    selector: ([id]) => id,
    maxLength: 8,
  }),
  users: fc.uniqueArray(number, { maxLength: 3 }),
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

function goldensOf({ customers, contacts, users }: World): GoldenContent[] {
  return [
    ...users.map((id) => golden("user", `g-u${id}`, { name: `员工${id}` })),
    ...customers.map(({ id, name, uscc, amount, parent, owner, phones }) =>
      golden("customer", `g-c${id}`, {
        legal_name: name,
        uscc: uscc === undefined ? [] : `9132058300000000${uscc}X`,
        annual_purchase: amount === undefined ? [] : `${(amount / 100).toFixed(2)} CNY`,
        parent: parent === undefined ? [] : `g-c${parent}`,
        owner: owner === undefined ? [] : `g-u${owner}`,
        phones,
      }),
    ),
    ...contacts.map(([id, owner, name]) =>
      golden("contact", `g-p${id}`, { customer: `g-c${owner}`, name }),
    ),
  ];
}

/** Rows that people typed in before any load. */
const typed = fc.array(fc.tuple(text, maybe(number)), { maxLength: 5 });

const edit = fc.constantFrom(
  "UPDATE customer SET legal_name = '改名' WHERE id % 2 = 0",
  "UPDATE customer SET note = '跟进' WHERE id % 3 = 1",
  "UPDATE customer SET parent = NULL",
  "UPDATE customer SET owner = (SELECT max(id) FROM user)",
  "UPDATE contact SET customer = (SELECT max(id) FROM customer)",
  "DELETE FROM contact WHERE id % 2 = 1",
  "INSERT INTO contact (customer, name) SELECT max(id), '手工' FROM customer",
  "INSERT INTO customer (legal_name, parent) SELECT '手工', max(id) FROM customer",
  "UPDATE contact SET owners = '[1,2,3]' WHERE id % 2 = 0",
);

const runs = { numRuns: 20 };
const tables = ["user", "customer", "contact"];

async function withBench(work: (bench: LoadBench) => Promise<void>): Promise<void> {
  const bench = new LoadBench();
  try {
    await work(bench);
  } finally {
    bench.remove();
  }
}

async function begin(
  bench: LoadBench,
  rows: readonly (readonly [string, number | undefined])[],
): Promise<void> {
  await bench.load([golden("customer", "g-x", { legal_name: "最初" })]);
  for (const [name, uscc] of rows) {
    const code = uscc === undefined ? "NULL" : `'9132058300000000${uscc}X'`;
    bench.execute(
      `INSERT INTO customer (legal_name, uscc) VALUES ('${name.replaceAll("'", "''")}', ${code})`,
    );
  }
}

test("a rollback restores what was there before, to the byte", async () => {
  await fc.assert(
    fc.asyncProperty(world, world, typed, async (first, second, rows) => {
      await withBench(async (bench) => {
        await begin(bench, rows);
        const start = await bench.dump();
        const one = await bench.load(goldensOf(first));
        const middle = await bench.dump();
        const two = await bench.load(goldensOf(second));
        expect((await bench.verify()).failed).toEqual([]);
        if (two.run !== "") await bench.rollback(two.run);
        expect(await bench.dump()).toEqual(middle);
        if (one.run !== "") await bench.rollback(one.run);
        expect(await bench.dump()).toEqual(start);
      });
    }),
    runs,
  );
});

test("loading twice writes nothing the second time", async () => {
  await fc.assert(
    fc.asyncProperty(world, typed, async (first, rows) => {
      await withBench(async (bench) => {
        await begin(bench, rows);
        await bench.load(goldensOf(first));
        const loaded = await bench.dump();
        const again = await bench.plan(goldensOf(first));
        const kinds = new Set(readPlan(again).operations.map(({ kind }) => kind));
        expect(kinds.has("insert") || kinds.has("update")).toBe(false);
        expect(readPlan(again).plan.writes).toBe(0);
        expect(await bench.dump()).toEqual(loaded);
      });
    }),
    runs,
  );
});

test("an interrupted load that is resumed ends as one that was not", async () => {
  await fc.assert(
    fc.asyncProperty(world, number, async (first, batches) => {
      await withBench(async (whole) => {
        await whole.load(goldensOf(first));
        await withBench(async (bench) => {
          const path = await bench.plan(goldensOf(first));
          let left = batches;
          const onBatch = async (): Promise<boolean> => (left -= 1) >= 0;
          const { progress } = await bench.apply(path, { batchSize: 2, onBatch });
          if (progress.done < progress.total) await bench.apply(path, { resume: true });
          expect(await bench.dump()).toEqual(await whole.dump());
        });
      });
    }),
    runs,
  );
});

test("a rollback never loses what people did since, and breaks no link", async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      world,
      fc.array(edit, { maxLength: 4 }),
      async (first, second, edits) => {
        await withBench(async (bench) => {
          await begin(bench, []);
          await bench.load(goldensOf(first));
          const { run } = await bench.load(goldensOf(second));
          const loaded = cellsOf(bench);
          for (const sql of edits) bench.execute(sql);
          const edited = cellsOf(bench);
          if (run === "") return;
          await bench.rollback(run);
          const after = cellsOf(bench);
          for (const [cell, value] of edited) {
            // What somebody changed or added since the load is there as they left it.
            if (loaded.get(cell) !== value) expect([cell, after.get(cell)]).toEqual([cell, value]);
          }
          expect(bench.query("PRAGMA foreign_key_check")).toEqual([]);
        });
      },
    ),
    runs,
  );
});

/** `customer 3 legal_name` -> value, of every cell that has one. */
function cellsOf(bench: LoadBench): ReadonlyMap<string, unknown> {
  const cells = tables.flatMap((table) =>
    bench.query(`SELECT * FROM ${table}`).flatMap((row) => {
      // Rows of the driver are plain objects.
      const { id, ...values } = row as Record<string, unknown>;
      const filled = Object.entries(values).filter(([, value]) => value !== null);
      return filled.map(([column, value]) => [`${table} ${String(id)} ${column}`, value] as const);
    }),
  );
  return new Map(cells);
}
