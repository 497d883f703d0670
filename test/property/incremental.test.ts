import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { csvText } from "../../bench/generator/files/generated-file.ts";
import { dirtyMobile, dirtyName } from "../../bench/generator/noise.ts";
import { Random } from "../../bench/generator/random.ts";
import { inventWorld } from "../../bench/generator/world.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { canonicalModel } from "../../src/model/canonical-model.ts";
import { compareRuns } from "../../src/pipeline/compare-runs.ts";
import { dedupeRecords, type ProjectDedupe } from "../../src/pipeline/dedupe-records.ts";
import { importSources } from "../../src/pipeline/import-sources.ts";
import { normalizeRecords } from "../../src/pipeline/normalize-records.ts";
import type { RunContext } from "../../src/pipeline/run-context.ts";
import { iterateClusters, iteratePairs } from "../../src/workspace/clusters.ts";
import { listFreezings } from "../../src/workspace/frozen-statistics.ts";
import { listGoldenEvents } from "../../src/workspace/goldens.ts";
import { iterateKnownGoldens } from "../../src/workspace/known-entities.ts";
import { listRuns } from "../../src/workspace/runs.ts";
import { openWorkspace, type Workspace } from "../../src/workspace/open-workspace.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const head = ["编号", "客户名称", "信用代码", "电话", "联系人", "手机"];
const mapping = `version: 1
source: { files: ["exports/*.csv"], system: crm }
entity: customer
row_key: 编号
fields: { legal_name: 客户名称, uscc: 信用代码, phones: 电话 }
children: [{ entity: contact, fields: { name: 联系人, mobiles: 手机 } }]
`;

type Row = readonly string[];

/** Two or three rows a customer, shuffled, so that duplicates stand in files of their own. */
function inventRows(seed: number, customers: number): Row[] {
  const random = new Random(seed);
  const rows = inventWorld(random, customers).flatMap((customer, at) =>
    Array.from({ length: random.chance(40) ? 3 : 2 }, (_, copy) => {
      const { name = "", mobile = "" } = customer.people[0] ?? {};
      const some = (percent: number, text: string): string => (random.chance(percent) ? text : "");
      const reach = [some(40, customer.uscc), some(60, customer.landline), name];
      return [`k${at}-${copy}`, dirtyName(random, customer), ...reach, dirtyMobile(random, mobile)];
    }),
  );
  return rows.toSorted((left, right) => hash(left) - hash(right));
}

function hash([id = ""]: Row): number {
  return [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1009, 7);
}

function startProject(): RunContext {
  const folder = mkdtempSync(join(tmpdir(), "goldpan-property-"));
  folders.push(folder);
  for (const each of ["exports", "mappings"]) mkdirSync(join(folder, each));
  writeFileSync(join(folder, "mappings/crm.yaml"), mapping);
  return {
    settings: settingsSchema.parse({ sources: ["exports"] }),
    model: canonicalModel,
    projectDir: folder,
    workspacePath: join(folder, ".goldpan/workspace.db"),
    asOf: "2026-11-24",
    startedAt: "2026-11-24T10:00:00Z",
    emit: () => undefined,
  };
}

async function addFile(context: RunContext, rows: readonly Row[]): Promise<ProjectDedupe> {
  const name = `${rows[0]?.[0] ?? "none"}-${rows.length}.csv`;
  writeFileSync(join(context.projectDir, "exports", name), csvText([head, ...rows]));
  await importSources({ paths: [], acceptSuggested: false }, context);
  await normalizeRecords({ repairs: "safe" }, context);
  return await dedupeRecords({ recall: "normal" }, context);
}

function look<Result>(context: RunContext, read: (workspace: Workspace) => Result): Result {
  const { workspacePath, startedAt } = context;
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    return read(workspace);
  } finally {
    workspace.close();
  }
}

function found(context: RunContext): unknown {
  return look(context, (workspace) =>
    (["customer", "contact"] as const).map((entity) => [
      [...iterateClusters(workspace, entity)],
      [...iteratePairs(workspace, entity)],
    ]),
  );
}

const rows = inventRows(9, 90);
const base = rows.slice(0, 120);
const later = rows.slice(120);

/** Cuts rows at the places, none of which makes an empty part. */
function cutAt(places: readonly number[]): Row[][] {
  const ends = [0, ...[...new Set(places)].toSorted((a, b) => a - b), later.length];
  return ends.slice(1).map((end, at) => later.slice(ends[at], end));
}

describe("file after file", () => {
  test("gives the clusters and pairs of all files at once while the statistics are frozen", async () => {
    const batch = startProject();
    await addFile(batch, base);
    await addFile(batch, later);
    const expected = found(batch);
    const places = fc.array(fc.integer({ min: 1, max: later.length - 1 }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(places, fc.boolean(), async (at, isBackwards) => {
        const context = startProject();
        await addFile(context, base);
        const parts = cutAt(at);
        for (const part of isBackwards ? parts.toReversed() : parts) await addFile(context, part);
        expect(look(context, (each) => listFreezings(each, "customer"))).toHaveLength(1);
        expect(found(context)).toEqual(expected);
      }),
      { numRuns: 4 },
    );
  });

  test("keeps the ids, and says what happened to them", async () => {
    const context = startProject();
    const first = await addFile(context, base);
    const before = look(context, (each) => [...iterateKnownGoldens(each, "customer")]);
    const second = await addFile(context, later);
    const after = look(context, (each) => [...iterateKnownGoldens(each, "customer")]);
    const events = look(context, (each) => listGoldenEvents(each, second.run));
    const [counts] = second.entities;
    expect(first.entities[0]?.events).toBeUndefined();
    expect(counts?.statistics).toMatchObject({ frozen: null, run: first.run, records: 120 });
    expect(counts?.events?.created).toBeGreaterThan(0);
    expect(counts?.events?.absorbed).toBeGreaterThan(0);
    const taken = events.filter(({ kind }) => kind === "merged").map(({ other }) => other);
    const ids = new Set(after.map(({ id }) => id));
    const lost = before.filter(({ id }) => !ids.has(id) && !taken.includes(id));
    expect(lost).toEqual([]);
  });

  test("freezes anew when the table has outgrown its statistics, and when asked", async () => {
    const context = startProject();
    await addFile(context, base.slice(0, 60));
    const grown = await addFile(context, rows.slice(60));
    expect(grown.entities[0]?.statistics?.frozen).toBe("grown");
    const again = await dedupeRecords({ recall: "normal" }, context);
    expect(again.entities[0]?.statistics?.frozen).toBe(null);
    const asked = await dedupeRecords({ recall: "normal", refreeze: true }, context);
    expect(asked.entities[0]?.statistics?.frozen).toBe("asked");
    const log = look(context, (each) => listFreezings(each, "customer"));
    expect(log.map(({ reason }) => reason)).toEqual(["first", "grown", "asked"]);
    const runs = look(context, (each) => listRuns(each, "dedupe"));
    const frozen = runs.map(({ summary }) => summary["frozen customer"]);
    expect(frozen).toEqual([60, rows.length, undefined, rows.length]);
  });

  test("two runs are told apart by what became of their entities", async () => {
    const context = startProject();
    const first = await addFile(context, base);
    const second = await addFile(context, later);
    const [customers] = (await compareRuns(String(first.run), String(second.run), context))
      .entities;
    const before = look(context, (each) => [...iterateKnownGoldens(each, "customer")]);
    expect(customers).toMatchObject({ entity: "customer", after: before.length, split: 0 });
    expect(customers?.created).toBe(second.entities[0]?.events?.created);
    const [same] = (await compareRuns(String(second.run), String(second.run), context)).entities;
    expect(same).toMatchObject({ unchanged: before.length, changed: 0, merged: 0, split: 0 });
  });
});
