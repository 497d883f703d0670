import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDeferredRows, type DeferredRow } from "./deferred-rows.ts";
import { openWorkspace, type Workspace } from "./open-workspace.ts";
import { createReferenceKeys } from "./reference-keys.ts";

let folder = "";
let workspace: Workspace;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-workspace-"));
  workspace = openWorkspace(join(folder, "workspace.db"), "2026-11-24T10:00:00Z");
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true });
});

test("rows that wait come out by id, those of one id together, once", () => {
  const rows = createDeferredRows(workspace);
  const row = (id: string, sourceRow: number): DeferredRow => ({
    entity: "contact",
    id,
    sourceRow,
    source: 0,
    place: 1,
  });
  for (const each of [row("crm:b", 4), row("crm:a", 3), row("crm:b", 1)]) rows.add(each);
  rows.add({ ...row("crm:a", 9), entity: "customer" });
  expect([...rows.take("contact")]).toEqual([
    [row("crm:a", 3)],
    [row("crm:b", 1), row("crm:b", 4)],
  ]);
  expect([...rows.take("contact")]).toEqual([]);
  expect([...rows.take("customer")]).toHaveLength(1);
});

test("a page ends in the middle of an id without parting its rows", () => {
  const rows = createDeferredRows(workspace);
  for (let at = 0; at < 5000; at += 1) {
    const id = `crm:${String(Math.floor(at / 3)).padStart(6, "0")}`;
    rows.add({ entity: "contact", id, sourceRow: at, source: 0, place: 0 });
  }
  const sizes = Array.from(rows.take("contact"), (group) => group.length);
  expect(sizes.slice(0, -1).every((size) => size === 3)).toBe(true);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(5000);
});

test("a key finds the record of the same system first, and tells how many different ones there are", () => {
  const keys = createReferenceKeys(workspace);
  const key = (detail: string) => ({ kind: "core", key: "华宸精密", detail });
  keys.add("customer", "a:1", key("4403"));
  keys.add("customer", "b:1", key("3100"));
  keys.add("customer", "b:2", key(""));
  expect(keys.find("customer", "core", "华宸精密", "b")).toEqual({ record: "b:1", different: 2 });
  expect(keys.find("customer", "core", "华宸精密", "c")).toEqual({ record: "a:1", different: 2 });
  expect(keys.find("contact", "core", "华宸精密", "b")).toBeUndefined();
});
