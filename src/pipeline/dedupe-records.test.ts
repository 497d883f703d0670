import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { settingsSchema } from "../config/settings.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import type { EntityName } from "../model/entity.ts";
import type { GoldenRecord } from "../model/golden.ts";
import type { EntityRecord, RecordValue } from "../model/record.ts";
import { iterateClusters, iteratePairs } from "../workspace/clusters.ts";
import { addDecision, type NewDecision } from "../workspace/decisions.ts";
import { iterateGoldens, listGoldenEvents } from "../workspace/goldens.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { replaceRecords } from "../workspace/records.ts";
import { dedupeRecords, type ProjectDedupe } from "./dedupe-records.ts";
import { normalizeValues, prepareFieldNormalizers } from "./normalize-values.ts";
import { revokeDecision } from "./revoke-decision.ts";
import type { RunContext } from "./run-context.ts";

let folder = "";
let context: RunContext;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-project-"));
  context = {
    settings: settingsSchema.parse({}),
    model: canonicalModel,
    projectDir: folder,
    workspacePath: join(folder, "workspace.db"),
    asOf: "2026-11-24",
    startedAt: "2026-11-24T10:00:00Z",
    emit: () => undefined,
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

type Raw = Readonly<Record<string, string>>;

/** A record as `normalize` makes it; what stands in `refs` is the id of a record. */
function record(entity: EntityName, id: string, raw: Raw, refs: Raw = {}): EntityRecord {
  const normalizers = prepareFieldNormalizers(canonicalModel.entities[entity].fields, () => []);
  const texts = Object.fromEntries(Object.entries(raw).map(([name, text]) => [name, [text]]));
  const { values } = normalizeValues(id, texts, normalizers, { repairs: "safe" });
  const links = Object.entries(refs).map(([name, key]): [string, RecordValue] => [
    name,
    { items: [{ display: key, key }], findings: [] },
  ]);
  const all = { ...values, ...Object.fromEntries(links) };
  const [system = ""] = id.split(":");
  return { id, entity, system, sourceRow: 1, exportedAt: "", values: all, extra: {} };
}

function inWorkspace<Result>(work: (workspace: Workspace) => Result): Result {
  const workspace = openWorkspace(context.workspacePath, context.startedAt);
  try {
    return work(workspace);
  } finally {
    workspace.close();
  }
}

async function store(records: readonly EntityRecord[]): Promise<void> {
  const workspace = openWorkspace(context.workspacePath, context.startedAt);
  for (const entity of ["user", "customer", "contact", "opportunity"] as const) {
    await replaceRecords(
      workspace,
      entity,
      records.filter((each) => each.entity === entity),
    );
  }
  workspace.close();
}

async function dedupe(): Promise<ProjectDedupe> {
  return dedupeRecords({ recall: "normal" }, context);
}

const goldensOf = (entity: EntityName): GoldenRecord[] =>
  inWorkspace((workspace) => [...iterateGoldens(workspace, entity)]);
const membersOf = (entity: EntityName): (readonly string[])[] =>
  inWorkspace((workspace) => [...iterateClusters(workspace, entity)].map(({ members }) => members));

const code = "913502068389219115";
const records = [
  record("user", "hr:1", { name: "周建国" }),
  record("customer", "crm:1", { legal_name: "上海宏远贸易有限公司", uscc: code }),
  record("customer", "erp:7", { legal_name: "上海宏远贸易公司", uscc: code }, { owner: "hr:1" }),
  record(
    "customer",
    "crm:2",
    { legal_name: "上海宏远贸易有限公司深圳分公司" },
    { parent: "erp:7" },
  ),
  record("contact", "crm:p1", { name: "王敏", mobiles: "13912345678" }, { customer: "crm:1" }),
  record("contact", "wx:p2", { name: "王敏" }, { customer: "erp:7" }),
  record("contact", "wx:p3", { name: "王敏" }, { customer: "crm:2" }),
  record("opportunity", "crm:o1", { name: "一期" }, { customer: "erp:7", owner: "hr:9" }),
];

describe("dedupeRecords", () => {
  test("makes golden records of every entity, and says how many", async () => {
    await store(records);
    const { entities } = await dedupe();
    expect(entities.map((each) => [each.entity, each.records, each.golden])).toEqual([
      ["user", 1, 1],
      ["customer", 3, 2],
      ["contact", 3, 2],
      ["opportunity", 1, 1],
    ]);
  });

  test("joins customers, then contacts by the customers that were joined", async () => {
    await store(records);
    await dedupe();
    expect(membersOf("customer")).toEqual([["crm:1", "erp:7"], ["crm:2"]]);
    expect(membersOf("contact")).toEqual([["crm:p1", "wx:p2"], ["wx:p3"]]);
  });

  test("lets references point to golden records, and drops those that lead nowhere", async () => {
    await store(records);
    await dedupe();
    const goldenOf = (entity: EntityName, member: string): GoldenRecord | undefined =>
      goldensOf(entity).find(({ members }) => members.includes(member));
    const referred = (golden: GoldenRecord | undefined, field: string) =>
      golden?.values[field]?.items;
    const customer = goldenOf("customer", "crm:1");
    const opportunity = goldenOf("opportunity", "crm:o1");
    expect(referred(customer, "owner")).toEqual([goldenOf("user", "hr:1")?.id]);
    expect(referred(goldenOf("customer", "crm:2"), "parent")).toEqual([customer?.id]);
    expect(referred(opportunity, "customer")).toEqual([customer?.id]);
    expect(referred(opportunity, "owner")).toBeUndefined();
  });

  test("changes nothing when nothing changed, and keeps ids when records come or go", async () => {
    await store(records);
    await dedupe();
    const before = goldensOf("customer");
    const { run } = await dedupe();
    expect(goldensOf("customer")).toEqual(before);
    expect(inWorkspace((workspace) => listGoldenEvents(workspace, run))).toEqual([]);

    const more = record("customer", "a:0", { legal_name: "上海宏远贸易有限公司", uscc: code });
    await store([more, ...records]);
    const third = await dedupe();
    expect(goldensOf("customer").map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const events = inWorkspace((workspace) => listGoldenEvents(workspace, third.run));
    expect(events.map(({ kind }) => kind)).toEqual(["absorbed"]);
  });
});

describe("decisions", () => {
  const different = {
    entity: "customer",
    left: "crm:1",
    right: "erp:7",
    same: false,
    reason: "",
  } as const satisfies NewDecision;
  const author = { by: "王敏", at: "2026-11-24T10:00:00Z" };

  test("keep records apart or together, over runs, until they are revoked", async () => {
    await store(records);
    await dedupe();
    const id = inWorkspace((workspace) => addDecision(workspace, different, author));
    await dedupe();
    await dedupe();
    expect(membersOf("customer")).toEqual([["crm:1"], ["crm:2"], ["erp:7"]]);
    revokeDecision(id, "王敏", context);
    await dedupe();
    expect(membersOf("customer")).toEqual([["crm:1", "erp:7"], ["crm:2"]]);
    expect(() => revokeDecision(id, "王敏", context)).toThrow("revoked already");
  });

  test("about one entity say nothing about another", async () => {
    await store(records);
    inWorkspace((workspace) => addDecision(workspace, { ...different, entity: "contact" }, author));
    await dedupe();
    expect(membersOf("customer")[0]).toEqual(["crm:1", "erp:7"]);
  });

  test("take a pair out of the queue of those that wait", async () => {
    const other = record("customer", "crm:9", { legal_name: "上海宏远集团有限公司" });
    await store([...records, other]);
    await dedupe();
    const waiting = inWorkspace((workspace) => [
      ...iteratePairs(workspace, "customer", "possible"),
    ]);
    for (const { left, right } of waiting) {
      const decision = { entity: "customer", left, right, same: false, reason: "" } as const;
      inWorkspace((workspace) => addDecision(workspace, decision, author));
    }
    expect(waiting.length).toBeGreaterThan(0);
    await dedupe();
    const left = inWorkspace((workspace) => [...iteratePairs(workspace, "customer", "possible")]);
    expect(left).toEqual([]);
  });
});
