import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { csvText } from "../../bench/generator/files/generated-file.ts";
import { dirtyMobile, dirtyName } from "../../bench/generator/noise.ts";
import { Random } from "../../bench/generator/random.ts";
import { inventWorld, type Customer } from "../../bench/generator/world.ts";
import { settingsSchema, type Settings } from "../../src/config/settings.ts";
import { canonicalModel } from "../../src/model/canonical-model.ts";
import { entityNames } from "../../src/model/entity.ts";
import type { GoldenRecord } from "../../src/model/golden.ts";
import { dedupeRecords } from "../../src/pipeline/dedupe-records.ts";
import { importSources } from "../../src/pipeline/import-sources.ts";
import { normalizeRecords } from "../../src/pipeline/normalize-records.ts";
import type { RunContext } from "../../src/pipeline/run-context.ts";
import { iterateClusters, iteratePairs } from "../../src/workspace/clusters.ts";
import { iterateGoldens } from "../../src/workspace/goldens.ts";
import { openWorkspace } from "../../src/workspace/open-workspace.ts";
import { findRecord } from "../../src/workspace/records.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const head = ["编号", "客户名称", "信用代码", "电话", "联系人", "手机", "邮箱", "负责人"];
const mapping = (name: string, files: string, key: string): string => `version: 1
source: { files: ["exports/${files}"], system: ${name} }
entity: customer
${key}
fields: { legal_name: 客户名称, uscc: 信用代码, phones: 电话, owner: 负责人 }
children: [{ entity: contact, fields: { name: 联系人, mobiles: 手机, emails: 邮箱 } }]
unmapped_columns: "store: extra"
`;

type Row = readonly string[];

function inventRow(random: Random, id: string, customer: Customer): Row {
  const { uscc, landline, owner } = customer;
  const { name = "", mobile = "", email = "" } = customer.people[0] ?? {};
  const some = (percent: number, text: string): string => (random.chance(percent) ? text : "");
  const [legalName, phone] = [dirtyName(random, customer), dirtyMobile(random, mobile)];
  const reach = [some(60, uscc), some(60, landline), name, some(60, phone), some(40, email)];
  return [id, legalName, ...reach, owner[0]];
}

/** Rows of two systems about the same invented customers, branches of some among them. */
function inventRows(seed: number): { readonly crm: Row[]; readonly old: Row[] } {
  const random = new Random(seed);
  const world = inventWorld(random, 120);
  return {
    crm: world.map((each, at) => inventRow(random, `k${at}`, each)),
    old: world.flatMap((each) => (random.chance(60) ? [inventRow(random, "", each)] : [])),
  };
}

/** A project with these files, taken as far as golden records. */
async function project(
  files: Readonly<Record<string, readonly Row[]>>,
  question: { readonly workers?: number; readonly settings?: Partial<Settings> } = {},
): Promise<RunContext> {
  const folder = mkdtempSync(join(tmpdir(), "goldpan-journey-"));
  folders.push(folder);
  for (const each of ["exports", "mappings"]) mkdirSync(join(folder, each));
  for (const [name, rows] of Object.entries(files)) {
    writeFileSync(join(folder, "exports", name), csvText([head, ...rows]));
  }
  writeFileSync(join(folder, "mappings/crm.yaml"), mapping("crm", "crm*.csv", "row_key: 编号"));
  writeFileSync(join(folder, "mappings/old.yaml"), mapping("old", "old*.csv", ""));
  const settings = settingsSchema.parse({ sources: ["exports"] });
  const context: RunContext = {
    settings: { ...settings, ...question.settings },
    model: canonicalModel,
    projectDir: folder,
    workspacePath: join(folder, ".goldpan/workspace.db"),
    asOf: "2026-11-24",
    startedAt: "2026-11-24T10:00:00Z",
    emit: () => undefined,
  };
  await importSources({ paths: [], acceptSuggested: false }, context);
  await normalizeRecords({ repairs: "safe" }, context);
  await dedupeRecords({ recall: "normal", workers: question.workers }, context);
  return context;
}

interface Dump {
  readonly goldens: readonly GoldenRecord[];
  readonly clusters: readonly unknown[];
  readonly pairs: readonly unknown[];
}

function dump({ workspacePath, startedAt }: RunContext): Dump {
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    return {
      goldens: entityNames.flatMap((entity) => [...iterateGoldens(workspace, entity)]),
      clusters: entityNames.flatMap((entity) => [...iterateClusters(workspace, entity)]),
      pairs: entityNames.flatMap((entity) => [...iteratePairs(workspace, entity)]),
    };
  } finally {
    workspace.close();
  }
}

/** The distinct values of a cluster's records that `read` finds. */
function mixedClusters(
  { workspacePath, startedAt }: RunContext,
  read: (name: string, code: string) => string,
): number {
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    const find = findRecord(workspace, "customer");
    const first = (record: string, field: string): string =>
      find(record)?.values[field]?.items[0]?.key ?? "";
    const clusters = [...iterateClusters(workspace, "customer")];
    return clusters.filter(({ members }) => {
      const values = members.map((id) => read(first(id, "legal_name"), first(id, "uscc")));
      return new Set(values.filter((value) => value !== "")).size > 1;
    }).length;
  } finally {
    workspace.close();
  }
}

describe("clusters and golden records", () => {
  const { crm, old } = inventRows(3);

  test("do not depend on the order of rows, the files they stand in, or the number of workers", async () => {
    const one = dump(await project({ "crm.csv": crm, "old.csv": old }));
    const [first, second] = [crm.slice(70).toReversed(), crm.slice(0, 70)];
    const files = { "crm-b.csv": second, "crm-a.csv": first, "old-2.csv": old.toReversed() };
    const other = dump(await project(files, { workers: 2 }));
    expect(one.clusters.length).toBeGreaterThan(100);
    expect(other).toEqual(one);
  });

  test("hold every record exactly once", async () => {
    const { goldens } = dump(await project({ "crm.csv": crm, "old.csv": old }));
    const members = goldens.flatMap((golden) => golden.members.map((id) => golden.entity + id));
    expect(new Set(members).size).toBe(members.length);
    const customers = goldens.filter(({ entity }) => entity === "customer");
    expect(customers.flatMap((golden) => golden.members)).toHaveLength(crm.length + old.length);
  });
});

describe("hard rules hold over whole clusters", () => {
  const isBranch = (name: string): string => (/分公司/.test(name) ? "branch" : "head");

  test.each([1, 2, 3])("no two valid credit codes, no branch with its parent: %i", async (seed) => {
    const { crm, old } = inventRows(seed);
    const context = await project({ "crm.csv": crm, "old.csv": old });
    expect(mixedClusters(context, (_, code) => code)).toBe(0);
    expect(mixedClusters(context, isBranch)).toBe(0);
  });

  test("which these data would break: branches count as the company where a project wants it", async () => {
    const settings = settingsSchema.parse({ sources: ["exports"] });
    const company = { ...settings.dedupe, granularity: "company" as const };
    const { crm, old } = inventRows(1);
    const files = { "crm.csv": crm.map((row) => row.with(2, "")), "old.csv": old };
    const context = await project(files, { settings: { dedupe: company } });
    expect(mixedClusters(context, isBranch)).toBeGreaterThan(0);
  });
});
