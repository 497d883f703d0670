import Database from "better-sqlite3";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Scorecard } from "../../src/model/scorecard.ts";

const root = join(import.meta.dirname, "../..");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-journey-"));
  for (const part of ["exports", "mappings", "goldpan.yaml"]) {
    cpSync(join(root, "fixtures/demo", part), join(folder, part), { recursive: true });
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

function goldpan(...args: string[]): { stdout: string; stderr: string; code: number | null } {
  const all = ["--as-of", "2026-11-24", ...args];
  const result = spawnSync(process.execPath, [join(root, "bin/goldpan.js"), ...all], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "" },
  });
  return { stdout: result.stdout, stderr: result.stderr, code: result.status };
}

function score(...args: string[]): Scorecard {
  const { stdout } = goldpan("score", "--format", "json", ...args);
  // The schema of the command; a missing part fails the test that reads it.
  return JSON.parse(stdout) as Scorecard;
}

test("the demo company is healthier after its duplicates are merged", () => {
  goldpan("import");
  goldpan("normalize");
  const unmeasured = score("--on", "records");
  expect(unmeasured.total.dimensions.uniqueness).toBeNull();
  expect(unmeasured.coveragePerMille).toBe(800);
  goldpan("dedupe");
  const before = score("--on", "records");
  const after = score("--on", "golden");
  expect(before.total.dimensions.uniqueness ?? 0).toBeLessThan(700);
  expect(after.total.dimensions.uniqueness ?? 0).toBeGreaterThan(900);
  expect(after.total.score ?? 0).toBeGreaterThan(before.total.score ?? 0);
  expect(after.total.records).toBeLessThan(before.total.records);
  for (const { by } of [...before.groups, ...after.groups])
    expect(["department", "owner"]).toContain(by);
  const counted = (by: string): number =>
    after.groups.filter((group) => group.by === by).reduce((sum, { records }) => sum + records, 0);
  expect([counted("department"), counted("owner")]).toEqual([
    after.total.records,
    after.total.records,
  ]);
});

test("a gate that fails ends with 1 when it is asked for, and with 0 when it is not", () => {
  goldpan("import");
  goldpan("normalize");
  goldpan("dedupe");
  expect(goldpan("score", "--on", "records").code).toBe(0);
  const failed = goldpan("score", "--on", "records", "--gates", "--report", "md=health.md");
  expect(failed.code).toBe(1);
  expect(failed.stdout).toContain("1 of 2 gates failed");
  expect(readFileSync(join(folder, "health.md"), "utf8")).toContain("## Data health: Customer");
  expect(goldpan("score", "--on", "golden", "--gates").code).toBe(0);
});

test("months are kept apart and compared, from the history or from a file", () => {
  goldpan("import");
  goldpan("normalize");
  const october = score("--on", "records", "--period", "2026-10", "--report", "json=october.json");
  const november = score("--on", "records", "--against", "2026-10");
  expect(november.change).toMatchObject({ against: "2026-10", sameModel: true, records: 0 });
  expect(november.change?.score).toBe((november.total.score ?? 0) - (october.total.score ?? 0));
  const byFile = score("--on", "records", "--against", "october.json");
  expect(byFile.change?.score).toBe(november.change?.score);
  writeFileSync(join(folder, "other.json"), "{}");
  const wrong = goldpan("score", "--on", "records", "--against", "other.json");
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("it is no scorecard of goldpan");
});

test("the rows of the CRM are scored as they stand, whatever people typed into them", () => {
  goldpan("import");
  goldpan("normalize");
  goldpan("dedupe");
  expect(goldpan("load", "--yes").code).toBe(0);
  const [golden, store] = [score("--on", "golden"), score("--on", "store")];
  expect(store.total.records).toBe(golden.total.records);
  expect(store.total.dimensions.uniqueness).toBeNull();
  for (const each of ["completeness", "validity", "freshness"] as const) {
    expect(
      Math.abs((store.total.dimensions[each] ?? 0) - (golden.total.dimensions[each] ?? 0)),
    ).toBeLessThan(20);
  }
  const database = new Database(join(folder, "crm.db"));
  database.exec("UPDATE customer SET phones = '[\"1380013800\"]'");
  database.close();
  const after = score("--on", "store");
  expect(after.total.dimensions.validity ?? 0).toBeLessThan(store.total.dimensions.validity ?? 0);
});

test("what the register of findings holds adds up, by code and by owner", () => {
  goldpan("import");
  goldpan("normalize");
  const list = (...args: string[]): { total: number; counts: { count: number }[] } =>
    JSON.parse(goldpan("findings", "--format", "json", ...args).stdout) as ReturnType<typeof list>;
  for (const by of ["code", "owner", "department", "severity"]) {
    const { total, counts } = list("--by", by);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  }
});
