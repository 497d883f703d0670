import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EntityName } from "../model/entity.ts";
import type { GoldenRecord } from "../model/golden.ts";
import { iterateClusters, iteratePairs } from "../workspace/clusters.ts";
import { addDecision, type NewDecision } from "../workspace/decisions.ts";
import { iterateGoldens, listGoldenEvents } from "../workspace/goldens.ts";
import { dedupeRecords, type ProjectDedupe } from "./dedupe-records.ts";
import { explainRecords } from "./explain-records.ts";
import { inventNormalized, inventProject, type InventedProject } from "./invented-project.ts";
import { revokeDecision } from "./revoke-decision.ts";

let project: InventedProject;
beforeEach(() => {
  project = inventProject();
});
afterEach(() => project.remove());

async function dedupe(): Promise<ProjectDedupe> {
  return dedupeRecords({ recall: "normal" }, project.context);
}

const goldensOf = (entity: EntityName): GoldenRecord[] =>
  project.inWorkspace((workspace) => [...iterateGoldens(workspace, entity)]);
const membersOf = (entity: EntityName): (readonly string[])[] =>
  project.inWorkspace((workspace) =>
    [...iterateClusters(workspace, entity)].map(({ members }) => members),
  );

const code = "913502068389219115";
const records = [
  inventNormalized("user", "hr:1", { name: "周建国" }),
  inventNormalized("customer", "crm:1", { legal_name: "上海宏远贸易有限公司", uscc: code }),
  inventNormalized(
    "customer",
    "erp:7",
    { legal_name: "上海宏远贸易公司", uscc: code },
    { owner: "hr:1" },
  ),
  inventNormalized(
    "customer",
    "crm:2",
    { legal_name: "上海宏远贸易有限公司深圳分公司" },
    { parent: "erp:7" },
  ),
  inventNormalized(
    "contact",
    "crm:p1",
    { name: "王敏", mobiles: "13912345678" },
    { customer: "crm:1" },
  ),
  inventNormalized("contact", "wx:p2", { name: "王敏" }, { customer: "erp:7" }),
  inventNormalized("contact", "wx:p3", { name: "王敏" }, { customer: "crm:2" }),
  inventNormalized("opportunity", "crm:o1", { name: "一期" }, { customer: "erp:7", owner: "hr:9" }),
];

describe("dedupeRecords", () => {
  test("makes golden records of every entity, and says how many", async () => {
    await project.store(records);
    const { entities } = await dedupe();
    expect(entities.map((each) => [each.entity, each.records, each.golden])).toEqual([
      ["user", 1, 1],
      ["customer", 3, 2],
      ["contact", 3, 2],
      ["opportunity", 1, 1],
    ]);
  });

  test("joins customers, then contacts by the customers that were joined", async () => {
    await project.store(records);
    await dedupe();
    expect(membersOf("customer")).toEqual([["crm:1", "erp:7"], ["crm:2"]]);
    expect(membersOf("contact")).toEqual([["crm:p1", "wx:p2"], ["wx:p3"]]);
  });

  test("lets references point to golden records, and drops those that lead nowhere", async () => {
    await project.store(records);
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

  test("ties a branch to its head office, and says so of both", async () => {
    await project.store(records);
    await dedupe();
    const head = await explainRecords({ record: "crm:1" }, project.context);
    const branch = await explainRecords({ record: "crm:2" }, project.context);
    expect([head, branch]).toMatchObject([
      { relations: [{ kind: "parent_branch", isLeft: true }] },
      { relations: [{ isLeft: false, name: "上海宏远贸易有限公司" }] },
    ]);
  });

  test("says of two records how their golden records belong together", async () => {
    await project.store(records);
    await dedupe();
    const explained = [
      await explainRecords({ record: "crm:1", other: "crm:2" }, project.context),
      await explainRecords({ record: "crm:2", other: "crm:1" }, project.context),
      await explainRecords({ record: "crm:1", other: "erp:7" }, project.context),
    ];
    expect(explained).toMatchObject([
      { relation: { kind: "parent_branch", isLeft: true }, rules: [{ id: "H2" }] },
      { relation: { kind: "parent_branch", isLeft: false } },
      { relation: undefined },
    ]);
  });

  test("explains a pair by the weight that it was kept with", async () => {
    await project.store(records);
    await dedupe();
    const kept = project.inWorkspace((workspace) => [...iteratePairs(workspace, "customer")]);
    for (const { left, right, weightMilliBits, verdict } of kept) {
      const explained = await explainRecords({ record: right, other: left }, project.context);
      expect(explained).toMatchObject({ kind: "match", weightMilliBits, verdict });
      if (explained.kind !== "match") continue;
      const sum = explained.rows.reduce((total, row) => total + row.weightMilliBits, 0);
      expect(sum).toBe(weightMilliBits);
    }
    expect(kept.length).toBeGreaterThan(0);
  });

  test("changes nothing when nothing changed, and keeps ids when records come or go", async () => {
    await project.store(records);
    await dedupe();
    const before = goldensOf("customer");
    const { run } = await dedupe();
    expect(goldensOf("customer")).toEqual(before);
    expect(project.inWorkspace((workspace) => listGoldenEvents(workspace, run))).toEqual([]);

    const more = inventNormalized("customer", "a:0", {
      legal_name: "上海宏远贸易有限公司",
      uscc: code,
    });
    await project.store([more, ...records]);
    const third = await dedupe();
    expect(goldensOf("customer").map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const events = project.inWorkspace((workspace) => listGoldenEvents(workspace, third.run));
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
    await project.store(records);
    await dedupe();
    const id = project.inWorkspace((workspace) => addDecision(workspace, different, author));
    await dedupe();
    await dedupe();
    expect(membersOf("customer")).toEqual([["crm:1"], ["crm:2"], ["erp:7"]]);
    revokeDecision(id, "王敏", project.context);
    await dedupe();
    expect(membersOf("customer")).toEqual([["crm:1", "erp:7"], ["crm:2"]]);
    expect(() => revokeDecision(id, "王敏", project.context)).toThrow("revoked already");
  });

  test("about one entity say nothing about another", async () => {
    await project.store(records);
    project.inWorkspace((workspace) =>
      addDecision(workspace, { ...different, entity: "contact" }, author),
    );
    await dedupe();
    expect(membersOf("customer")[0]).toEqual(["crm:1", "erp:7"]);
  });

  test("take a pair out of the queue of those that wait", async () => {
    const other = inventNormalized("customer", "crm:9", { legal_name: "上海宏远集团有限公司" });
    await project.store([...records, other]);
    await dedupe();
    const waiting = project.inWorkspace((workspace) => [
      ...iteratePairs(workspace, "customer", "possible"),
    ]);
    for (const { left, right } of waiting) {
      const decision = { entity: "customer", left, right, same: false, reason: "" } as const;
      project.inWorkspace((workspace) => addDecision(workspace, decision, author));
    }
    expect(waiting.length).toBeGreaterThan(0);
    await dedupe();
    const left = project.inWorkspace((workspace) => [
      ...iteratePairs(workspace, "customer", "possible"),
    ]);
    expect(left).toEqual([]);
  });
});
