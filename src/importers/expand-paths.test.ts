import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { expandPaths } from "./expand-paths.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-paths-"));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, "exports/2024"), { recursive: true });
mkdirSync(join(folder, "nothing"));
for (const name of [
  "b.csv",
  "a[1].csv",
  "exports/客户.xlsx",
  "exports/~$客户.xlsx",
  "exports/2024/c.csv",
])
  writeFileSync(join(folder, name), "x");

mkdirSync(join(folder, "linked"));
symlinkSync(join(folder, "b.csv"), join(folder, "linked/link.csv"));
symlinkSync(join(folder, "gone.csv"), join(folder, "linked/lost.csv"));

test.each<[string[], string[], string[], string]>([
  [["b.csv"], ["b.csv"], [], "a file"],
  [["a[1].csv"], ["a[1].csv"], [], "a file whose name looks like a glob"],
  [["*.csv", "b.csv"], ["a[1].csv", "b.csv"], [], "a glob; each file once"],
  [
    ["exports/"],
    ["exports/2024/c.csv", "exports/客户.xlsx"],
    ["exports/~$客户.xlsx"],
    "a folder with all below it, the lock file named",
  ],
  [["linked"], ["linked/link.csv"], [], "a link to a file, not one that leads nowhere"],
])("%j -> %j, skipped %j: %s", (patterns, files, skipped) => {
  expect(expandPaths(patterns, folder)).toEqual({ files, skipped });
});

test("keeps absolute names absolute", () => {
  const path = join(folder, "b.csv");
  expect(expandPaths([path], folder).files).toEqual([path]);
});

test.each([
  ["missing.csv", "IMPORT_FILE_MISSING"],
  ["*.pdf", "IMPORT_FILE_MISSING"],
  ["nothing", "IMPORT_FOLDER_EMPTY"],
])("refuses %s with %s", (pattern, code) => {
  expect(() => expandPaths([pattern], folder)).toThrow(expect.objectContaining({ code }));
});
