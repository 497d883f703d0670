import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { GoldenRecord } from "../model/golden.ts";
import type { EntityRecord } from "../model/record.ts";
import {
  findGoldenId,
  iterateClusters,
  iteratePairs,
  replaceClusters,
  replacePairs,
} from "./clusters.ts";
import { addDecision, listDecisionLog, listDecisions, revokeDecision } from "./decisions.ts";
import { countFindings, iterateFindings, replaceFindings } from "./findings.ts";
import { findGolden, iterateGoldens, replaceGoldens } from "./goldens.ts";
import { replaceNormalizedRows } from "./normalized-rows.ts";
import { openWorkspace, type Workspace } from "./open-workspace.ts";
import { findPackedColumn, savePackedColumn } from "./packed-columns.ts";
import { countRecords, iterateRecords, replaceRecords } from "./records.ts";
import { inTransaction } from "./transaction.ts";

let folder = "";
let workspace: Workspace;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-workspace-"));
  workspace = openWorkspace(join(folder, "workspace.db"), {
    mode: "write",
    startedAt: "2026-11-24T10:00:00Z",
  });
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true });
});

function record(id: string): EntityRecord {
  return {
    id,
    entity: "customer",
    system: "crm",
    sourceRow: 1,
    exportedAt: "",
    values: {
      legal_name: {
        items: [{ display: "华宸精密技术有限公司", key: "华宸精密技术" }],
        findings: ["N101"],
      },
    },
    extra: { 备用: "x" },
  };
}

function golden(id: string, name: string): GoldenRecord {
  const provenance = [{ record: "crm:1", rule: "newest" }];
  const values = name === "" ? {} : { legal_name: { items: [name], provenance } };
  return { id, entity: "customer", members: [`crm:${id}`], reviewPending: false, values };
}

test("records come back as they were, by id in code point order", async () => {
  const ids = ["crm:\u{1F600}", "crm:b", "crm:中", "crm:B", "crm:\uFF21"];
  expect(await replaceRecords(workspace, "customer", ids.map(record))).toBe(5);
  const found = [...iterateRecords(workspace, "customer")];
  expect(found.map(({ id }) => id)).toEqual([
    "crm:B",
    "crm:b",
    "crm:中",
    "crm:\uFF21",
    "crm:\u{1F600}",
  ]);
  expect(found[1]).toEqual(record("crm:b"));
});

test("records are replaced while those from before are read", async () => {
  await replaceRecords(workspace, "customer", [record("a"), record("b")]);
  function* renamed(): Generator<EntityRecord> {
    for (const each of iterateRecords(workspace, "customer")) yield { ...each, id: `${each.id}2` };
  }
  await replaceRecords(workspace, "customer", renamed());
  expect([...iterateRecords(workspace, "customer")].map(({ id }) => id)).toEqual(["a2", "b2"]);
});

test("a step that fails in the middle leaves what was there before", async () => {
  await replaceRecords(workspace, "customer", [record("a")]);
  const failing = inTransaction(workspace, async () => {
    await replaceRecords(workspace, "customer", [record("b"), record("c")]);
    throw new Error("stop");
  });
  await expect(failing).rejects.toThrow("stop");
  expect(countRecords(workspace, "customer")).toBe(1);
});

test("golden records keep every value with its provenance, those without values too", async () => {
  const goldens = [golden("g-1", "甲公司"), golden("g-2", ""), golden("g-3", "乙公司")];
  await replaceGoldens(workspace, "customer", goldens);
  expect([...iterateGoldens(workspace, "customer")]).toEqual(goldens);
  expect(findGolden(workspace, "customer")("g-2")).toEqual(goldens[1]);
  expect(findGolden(workspace, "customer")("g-4")).toBeUndefined();
});

test("clusters and pairs come back in a stated order", async () => {
  await replaceClusters(workspace, "customer", [
    { members: ["b", "c"], reviewPending: true, golden: "g-1" },
    { members: ["a"], reviewPending: false, golden: "g-2" },
  ]);
  expect(findGoldenId(workspace, "customer")("c")).toBe("g-1");
  expect(findGoldenId(workspace, "contact")("c")).toBeUndefined();
  expect([...iterateClusters(workspace, "customer")]).toEqual([
    { members: ["a"], reviewPending: false },
    { members: ["b", "c"], reviewPending: true },
  ]);
  const pair = { weightMilliBits: 6800, reason: "legal_name=same-brand", rules: ["H2"] };
  await replacePairs(workspace, "customer", [
    { left: "b", right: "c", verdict: "match", ...pair },
    { left: "a", right: "b", verdict: "possible", ...pair },
  ]);
  expect([...iteratePairs(workspace, "customer")].map(({ left }) => left)).toEqual(["a", "b"]);
  expect([...iteratePairs(workspace, "customer", "possible")]).toEqual([
    { left: "a", right: "b", verdict: "possible", ...pair },
  ]);
});

test("a revoked decision no longer counts and stays in the log, which nobody can rewrite", () => {
  const author = { by: "王敏", at: "2026-11-24T10:00:00Z" };
  const pair = { entity: "customer", left: "b", right: "a", same: true, reason: "H4" } as const;
  const id = addDecision(workspace, pair, author);
  const found = { id, left: "a", right: "b", same: true };
  expect(listDecisions(workspace, "customer")).toEqual([found]);
  expect(listDecisions(workspace, "contact")).toEqual([]);
  expect(revokeDecision(workspace, id, author)).toBe(true);
  expect(revokeDecision(workspace, id, author)).toBe(false);
  expect(listDecisions(workspace, "customer")).toEqual([]);
  expect(listDecisionLog(workspace)).toHaveLength(2);
  expect(() => workspace.database.exec("DELETE FROM decision")).toThrow("append-only");
});

test("each step replaces its own findings only", async () => {
  const finding = { code: "V103", severity: "error", record: "crm:1", field: "phones" } as const;
  await replaceFindings(workspace, "normalize", [finding]);
  await replaceFindings(workspace, "score", [{ code: "C101", severity: "warning" }]);
  await replaceFindings(workspace, "score", [{ code: "C102", severity: "warning" }]);
  expect([...iterateFindings(workspace, "V")]).toEqual([finding]);
  expect(countFindings(workspace)).toEqual([
    { code: "C102", count: 1 },
    { code: "V103", count: 1 },
  ]);
});

test("packed columns come back byte for byte, ready for a typed array", async () => {
  const column = Int32Array.of(-1, 2 ** 31 - 1, 7);
  await replaceNormalizedRows(workspace, async () =>
    savePackedColumn(workspace, "customer", "brand", new Uint8Array(column.buffer)),
  );
  const found = findPackedColumn(workspace, "customer", "brand");
  expect(new Int32Array(found?.buffer ?? new ArrayBuffer(0))).toEqual(column);
});
