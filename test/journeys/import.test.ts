import Database from "better-sqlite3";
import { spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

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
  const result = spawnSync(process.execPath, [join(root, "bin/goldpan.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "" },
  });
  return { stdout: result.stdout, stderr: result.stderr, code: result.status };
}

function count(table: string): unknown {
  const database = new Database(join(folder, ".goldpan/workspace.db"), { readonly: true });
  try {
    return database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  } finally {
    database.close();
  }
}

test("imports the demo company, every row accounted for, and a second import changes nothing", () => {
  const first = goldpan("import");
  expect(first).toMatchObject({ stderr: "hint: Go on with `goldpan normalize`\n", code: 0 });
  expect(first.stdout).toContain(
    "3,052 rows read = 3,041 source rows + 0 quarantined + 11 not data",
  );
  expect(count("source_row")).toBe(3041);
  expect(goldpan("import").stdout).toContain("unchanged");
  expect([count("source_file"), count("source_row")]).toEqual([7, 3041]);
});

test("another content of a file stands beside the first, or with --replace in its place", () => {
  const path = join(folder, "exports/05-微信通讯录.csv");
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  goldpan("import");
  writeFileSync(path, `${lines.slice(0, -1).join("\n")}\n`);
  expect(goldpan("import").code).toBe(0);
  expect([count("source_file"), count("source_row")]).toEqual([8, 3041 + 219]);
  writeFileSync(path, `${lines.slice(0, -2).join("\n")}\n`);
  const replaced = goldpan("import", "--replace");
  expect(replaced.stdout).toContain("439 rows of earlier contents are no longer read");
  expect(goldpan("import", "--replace").stdout).not.toContain("no longer read");
  expect(goldpan("normalize").stdout).toContain("3,039 rows with records");
  writeFileSync(path, `${lines.join("\n")}\n`);
  expect(goldpan("import", "--replace").stdout).toContain("218 rows of earlier contents");
  expect(goldpan("normalize").stdout).toContain("3,041 rows with records");
});

test("of an identity number the workspace keeps a keyed hash, wherever it stood", () => {
  const path = join(folder, "exports/03-旧CRM导出.csv");
  const lines = readFileSync(path, "latin1").trimEnd().split("\n");
  const last = (lines.at(-1) ?? "").split(",").with(1, "Huachen 11010519491231002X").join(",");
  writeFileSync(
    path,
    [...lines, last.replace(/^[^,]+/, "X9"), last.replace(/^[^,]+/, "X8")].join("\n"),
    "latin1",
  );
  goldpan("import");
  const database = new Database(join(folder, ".goldpan/workspace.db"), { readonly: true });
  const hashes = database.prepare("SELECT hex(hash) FROM identity_hash").pluck().all();
  const cells = database
    .prepare("SELECT cells FROM source_row WHERE json_extract(cells, '$[0]') = 'X9'")
    .pluck()
    .get();
  database.close();
  expect(hashes).toHaveLength(2);
  expect(hashes[0]).toBe(hashes[1]);
  expect(cells).toContain("Huachen 110105********002X");
  const key = Buffer.from(
    readFileSync(join(folder, ".goldpan/identity.key"), "utf8").trim(),
    "hex",
  );
  const expected = createHmac("sha256", key).update("11010519491231002X").digest("hex");
  expect(String(hashes[0]).toLowerCase()).toBe(expected);
});

test("a renamed file is known by its content", () => {
  goldpan("import");
  renameSync(
    join(folder, "exports/06-salesforce-accounts.csv"),
    join(folder, "exports/06-renamed.csv"),
  );
  goldpan("import");
  expect(count("source_file")).toBe(7);
});

test.each([
  [
    "a file no mapping names",
    () => writeFileSync(join(folder, "exports/new.csv"), "a,b\n1,2\n"),
    2,
    "no mapping of the project names this file",
  ],
  [
    "a broken mapping",
    () =>
      writeFileSync(join(folder, "mappings/06-salesforce.yaml"), "version: 1\nentty: customer\n"),
    2,
    "is not valid",
  ],
  [
    "a column nobody decided about",
    () =>
      writeFileSync(join(folder, "exports/03-旧CRM导出.csv"), "客户编号,客户名称,XY\n1,华宸,2\n"),
    2,
    "XY",
  ],
  [
    "an empty file",
    () => writeFileSync(join(folder, "exports/03-旧CRM导出.csv"), ""),
    3,
    "the file is empty",
  ],
])("stops before anything is written at %s", (_, damage, code, message) => {
  damage();
  const result = goldpan("import");
  expect(result.code).toBe(code);
  expect(result.stderr).toContain(message);
});

test("a second writer is told who is at work, exit 7", () => {
  goldpan("import");
  const lock = { pid: process.pid, host: "", since: "2026-11-24T10:00:00Z" };
  writeFileSync(join(folder, ".goldpan/workspace.db.lock"), JSON.stringify(lock));
  const result = goldpan("import");
  expect(result.code).toBe(7);
  expect(result.stderr).toContain("has been at work there since 2026-11-24T10:00:00Z");
});
