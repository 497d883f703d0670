import Database from "better-sqlite3";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { GoldpanError } from "../errors.ts";
import { migrations } from "./migrations.ts";
import { removeLock } from "./lock.ts";
import { openWorkspace } from "./open-workspace.ts";
import { listRuns, startRun } from "./runs.ts";
import { inTransaction } from "./transaction.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-workspace-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const now = "2026-11-24T10:00:00+08:00";

function codeOf(open: () => unknown): string {
  try {
    open();
    return "opened";
  } catch (error) {
    return error instanceof GoldpanError ? error.code : String(error);
  }
}

test("makes a workspace that only its owner reads, and opens it again", () => {
  const path = join(folder, ".goldpan/workspace.db");
  openWorkspace(path, now).close();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const again = openWorkspace(path, now);
  expect(again.database.pragma("user_version", { simple: true })).toBe(migrations.length);
  again.close();
});

test("lets only one process write, and takes over from a dead one", () => {
  const path = join(folder, "workspace.db");
  const first = openWorkspace(path, now);
  expect(codeOf(() => openWorkspace(path, now))).toBe("WORKSPACE_LOCKED");
  first.close();
  writeFileSync(`${path}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), since: now }));
  openWorkspace(path, now).close();
  expect(existsSync(`${path}.lock`)).toBe(false);
});

test("refuses a newer schema, and a database of somebody else", () => {
  const newer = join(folder, "newer.db");
  openWorkspace(newer, now).close();
  const database = new Database(newer);
  database.pragma("user_version = 99");
  database.close();
  expect(codeOf(() => openWorkspace(newer, now))).toBe("WORKSPACE_TOO_NEW");
  const other = new Database(join(folder, "crm.db"));
  other.exec("CREATE TABLE account (id INTEGER)");
  other.close();
  expect(codeOf(() => openWorkspace(join(folder, "crm.db"), now))).toBe("WORKSPACE_NOT_ONE");
  writeFileSync(join(folder, "text.db"), "客户名称,电话\n".repeat(100));
  expect(codeOf(() => openWorkspace(join(folder, "text.db"), now))).toBe("WORKSPACE_NOT_ONE");
});

test("source rows cannot be changed", () => {
  const workspace = openWorkspace(join(folder, "workspace.db"), now);
  const { database } = workspace;
  database.pragma("foreign_keys = OFF");
  database.exec(`INSERT INTO source_row (file, row, cells) VALUES (1, 2, '["a"]')`);
  expect(() => database.exec("UPDATE source_row SET cells = '[]'")).toThrow("immutable");
  workspace.close();
});

test("upgrades an older schema after a backup copy", () => {
  const path = join(folder, "old.db");
  const old = new Database(path);
  old.exec(migrations[0] ?? "");
  old.pragma("user_version = 1");
  old.pragma("application_id = 0x676f6c64");
  old.exec("INSERT INTO run (step, started_at, summary) VALUES ('import', '', '{}')");
  old.close();
  const workspace = openWorkspace(path, { mode: "read", startedAt: now });
  expect(workspace.reader.prepare("SELECT count(*) FROM run").pluck().get()).toBe(1);
  expect(workspace.reader.prepare("SELECT count(*) FROM golden_customer").pluck().get()).toBe(0);
  workspace.close();
  const backup = new Database(`${path}.backup-v1`, { readonly: true });
  expect(backup.pragma("user_version", { simple: true })).toBe(1);
  backup.close();
});

test("readers need no lock, and cannot write", () => {
  const path = join(folder, "workspace.db");
  expect(codeOf(() => openWorkspace(path, { mode: "read", startedAt: now }))).toBe(
    "WORKSPACE_IS_EMPTY",
  );
  const writer = openWorkspace(path, now);
  const reader = openWorkspace(path, { mode: "read", startedAt: now });
  expect(() => reader.database.exec("DELETE FROM finding")).toThrow("readonly");
  reader.close();
  writer.close();
});

test("a full disk is named, and the step leaves nothing behind", async () => {
  const workspace = openWorkspace(join(folder, "workspace.db"), now);
  const pages = Number(workspace.database.pragma("page_count", { simple: true }));
  workspace.database.pragma(`max_page_count = ${pages}`);
  const write = inTransaction(workspace, async () => {
    for (let run = 0; run < 5000; run += 1) startRun(workspace, "import", now);
  });
  await expect(write).rejects.toMatchObject({ code: "WORKSPACE_DISK_FULL", exitCode: 3 });
  expect(listRuns(workspace)).toEqual([]);
  workspace.close();
});

test("a lock can be removed by force, and says who held it", () => {
  const path = join(folder, "workspace.db");
  const workspace = openWorkspace(path, now);
  expect(removeLock(path)).toMatchObject({ pid: process.pid, since: now });
  expect(removeLock(path)).toBeUndefined();
  workspace.close();
});
