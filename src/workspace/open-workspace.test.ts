import Database from "better-sqlite3";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { GoldpanError } from "../errors.ts";
import { migrations } from "./migrations.ts";
import { openWorkspace } from "./open-workspace.ts";

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
