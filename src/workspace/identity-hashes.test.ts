import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { IdentityHashes } from "./identity-hashes.ts";
import { openWorkspace, type Workspace } from "./open-workspace.ts";

let folder = "";
let workspace: Workspace;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-identity-"));
  workspace = openWorkspace(join(folder, "workspace.db"), "2026-03-02T09:15:00Z");
  workspace.database.pragma("foreign_keys = OFF");
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true });
});

const identity = { row: 2, at: 1, number: "11010519491231002X" };

function hashes(): unknown[] {
  return workspace.database.prepare("SELECT hex(hash) FROM identity_hash").pluck().all();
}

test("one key for all imports of a project, which only its owner can read", () => {
  new IdentityHashes(workspace).add(1, identity);
  new IdentityHashes(workspace).add(2, identity);
  const [first, second] = hashes();
  expect(first).toBe(second);
  expect(statSync(join(folder, "identity.key")).mode & 0o777).toBe(0o600);
});

test("another project has another key, so that hashes cannot be compared", () => {
  new IdentityHashes(workspace).add(1, identity);
  rmSync(join(folder, "identity.key"));
  new IdentityHashes(workspace).add(1, identity);
  expect(new Set(hashes()).size).toBe(2);
});

test("a key that is none is not written over", () => {
  writeFileSync(join(folder, "identity.key"), "?");
  const add = (): void => new IdentityHashes(workspace).add(1, identity);
  expect(add).toThrow(expect.objectContaining({ code: "WORKSPACE_CANNOT_OPEN" }));
});
