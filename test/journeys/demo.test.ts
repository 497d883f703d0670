import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-demo-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function demo(lang: string): { stdout: string; stderr: string; code: number | null } {
  const result = spawnSync(process.execPath, [join(root, "scripts/demo.ts")], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, LANG: lang, LC_ALL: "", GOLDPAN_DEMO_DIR: join(folder, "demo") },
  });
  return { stdout: result.stdout, stderr: result.stderr, code: result.status };
}

// The demo ends with the first of its claims that does not hold: equations that do not add up, an
// F1 below 0.95, a hard case in one cluster, a second load or a rollback that changes what it must not.
test.each([
  ["en_US.UTF-8", "== 10. Where to look next", "(?:\\d+,)*\\d+ source rows = "],
  ["zh_CN.UTF-8", "== 10. 接下来", "(?:\\d+,)*\\d+ 源行 = "],
])("the demo walks the whole way in %s", (lang, end, equation) => {
  const { stdout, stderr, code } = demo(lang);
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toContain(end);
  expect(stdout).toMatch(new RegExp(equation));
  expect(stdout.match(/^ {2}ok {2}/gm)).toHaveLength(5);
  expect(stdout).not.toContain("FAILED  ");
});
