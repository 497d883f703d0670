import Database from "better-sqlite3";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RunStep } from "../report/run-text.ts";
import { initProject } from "./init-project.ts";
import { openProject } from "./open-project.ts";
import type { RunContext } from "./run-context.ts";
import { runProject } from "./run-project.ts";

const firstSteps = join(import.meta.dirname, "../../fixtures/first-steps/exports");
let folder = "";
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-run-"));
  cpSync(firstSteps, join(folder, "exports"), { recursive: true });
  await initProject({ dir: folder, language: "en" });
});
afterEach(() => rmSync(folder, { recursive: true }));

function project(): RunContext {
  const now = new Date("2026-11-24T02:00:00Z");
  return openProject({ folder, now, environment: {} });
}

function customersInCrm(): unknown {
  const database = new Database(join(folder, "crm.db"), { readonly: true });
  try {
    return database.prepare("SELECT count(*) FROM customer").pluck().get();
  } finally {
    database.close();
  }
}

const accept = { apply: false, acceptSuggested: true } as const;

test("goes from files to a rehearsed load and writes nothing to the CRM", async () => {
  const { steps, plan, loaded, stoppedByGate } = await runProject(accept, project());
  expect(steps).toEqual(["import", "normalize", "dedupe", "score", "load"]);
  expect(plan?.manifest.counts.customer?.insert).toBe(3);
  expect([loaded, stoppedByGate]).toEqual([undefined, false]);
  expect(existsSync(join(folder, "crm.db"))).toBe(false);
});

test("writes to the CRM when told to, and a second time writes nothing", async () => {
  const first = await runProject({ ...accept, apply: true }, project());
  const inserted = first.loaded?.written.reduce((sum, each) => sum + each.inserted, 0);
  expect(inserted).toBe(7);
  expect(customersInCrm()).toBe(3);
  const second = await runProject({ ...accept, apply: true }, project());
  expect(second.loaded?.written.every((each) => each.inserted + each.updated === 0)).toBe(true);
  expect(customersInCrm()).toBe(3);
});

test.each<[RunStep, number]>([
  ["import", 1],
  ["dedupe", 3],
  ["score", 4],
])("stops after %s when asked to", async (until, count) => {
  const { steps } = await runProject({ ...accept, until }, project());
  expect(steps).toHaveLength(count);
});

test("stops at a mapping that nobody has reviewed, before anything is read", async () => {
  const run = runProject({ apply: false, acceptSuggested: false }, project());
  await expect(run).rejects.toMatchObject({ code: "MAPPING_IS_SUGGESTED", exitCode: 2 });
  expect(existsSync(join(folder, ".goldpan"))).toBe(false);
});

test("stops at a gate that is missed, and only tells of one that warns", async () => {
  const gates = (severity: string): void =>
    writeFileSync(
      join(folder, "goldpan.yaml"),
      `version: 1
sources: [exports]
store: { type: sqlite, path: crm.db }
scoring: { gates: [{ metric: score.overall, min: 99, severity: ${severity} }] }
`,
    );
  gates("error");
  const stopped = await runProject({ ...accept, apply: true }, project());
  expect(stopped).toMatchObject({
    stoppedByGate: true,
    steps: expect.not.arrayContaining(["load"]),
  });
  expect(existsSync(join(folder, "crm.db"))).toBe(false);
  gates("warn");
  expect(await runProject(accept, project())).toMatchObject({ stoppedByGate: false });
});

test("a project that names no CRM is told so before anything is read", async () => {
  writeFileSync(join(folder, "goldpan.yaml"), "version: 1\nsources: [exports]\n");
  await expect(runProject(accept, project())).rejects.toMatchObject({ code: "LOAD_NO_STORE" });
  expect(existsSync(join(folder, ".goldpan"))).toBe(false);
  const scored = await runProject({ ...accept, until: "score" }, project());
  expect(scored.scorecard?.total.records).toBe(3);
});
