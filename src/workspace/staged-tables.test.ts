import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "./open-workspace.ts";
import { indexStaged, replaceTables, settle, stagedName } from "./staged-tables.ts";

let folder = "";
let workspace: Workspace;
const now = "2026-11-24T10:00:00Z";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-workspace-"));
  workspace = openWorkspace(join(folder, "workspace.db"), now);
  workspace.database.exec(`CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE other (name TEXT); CREATE INDEX other_name ON other (name)`);
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true });
});

const staged = [{ table: "thing", keeps: "name = 'kept'" }, { table: "other" }];
const named = (name: string): void => {
  const table = stagedName("thing");
  workspace.database.prepare(`INSERT INTO ${table} (name) VALUES (?)`).run(name);
};
const readBy = (connection: Workspace["database"]): unknown[] =>
  connection.prepare("SELECT name FROM thing ORDER BY id").pluck().all();
const indexes = (): unknown[] =>
  workspace.reader
    .prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'thing'")
    .pluck()
    .all();
const tables = (): unknown[] =>
  workspace.reader
    .prepare("SELECT name FROM sqlite_master WHERE name LIKE '%thing' ORDER BY name")
    .pluck()
    .all();

async function replaceWith(...names: string[]): Promise<void> {
  await replaceTables(workspace, staged, async () => {
    for (const name of names) {
      named(name);
      settle(workspace);
    }
    indexStaged(workspace, { name: "thing_name", table: "thing", columns: "name" });
  });
}

test("new rows take the place of the old ones at once, and some stay", async () => {
  await replaceWith("old", "kept");
  await replaceTables(workspace, staged, async () => {
    named("new");
    settle(workspace);
    expect(readBy(workspace.database)).toEqual(["kept", "new"]);
    expect(readBy(workspace.reader)).toEqual(["old", "kept"]);
  });
  expect(readBy(workspace.reader)).toEqual(["kept", "new"]);
  expect(readBy(workspace.database)).toEqual(["kept", "new"]);
  expect(tables()).toEqual(["thing"]);
});

test("an index is there after every time, whatever it is called", async () => {
  for (let time = 0; time < 3; time += 1) {
    await replaceWith("a");
    expect(indexes()).toHaveLength(1);
  }
});

test("what fails leaves the old rows and nothing else", async () => {
  await replaceWith("old");
  const failing = replaceTables(workspace, staged, async () => {
    named("new");
    settle(workspace);
    named("another");
    throw new Error("cut off");
  });
  await expect(failing).rejects.toThrow("cut off");
  expect(readBy(workspace.reader)).toEqual(["old"]);
  expect(readBy(workspace.database)).toEqual(["old"]);
  expect(tables()).toEqual(["thing"]);
});

test("a full disk is named, and the old rows stay", async () => {
  await replaceWith("old");
  const pages = Number(workspace.database.pragma("page_count", { simple: true }));
  workspace.database.pragma(`max_page_count = ${pages + 4}`);
  await expect(replaceWith("new".repeat(100_000))).rejects.toMatchObject({
    code: "WORKSPACE_DISK_FULL",
  });
  expect(readBy(workspace.reader)).toEqual(["old"]);
});

test("a run that is cut off leaves the old rows, and the next one begins anew", async () => {
  await replaceWith("old");
  const other = openWorkspace(join(folder, "workspace.db"), { mode: "read", startedAt: now });
  void replaceTables(workspace, staged, async () => {
    named("new");
    settle(workspace);
    await new Promise(() => undefined);
  });
  workspace.close();
  expect(readBy(other.reader)).toEqual(["old"]);
  other.close();
  workspace = openWorkspace(join(folder, "workspace.db"), now);
  await replaceWith("newer");
  expect(readBy(workspace.reader)).toEqual(["newer"]);
  expect(tables()).toEqual(["thing"]);
});
