import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import type { Inventory } from "../model/inventory.ts";
import { inspectSources } from "./inspect-sources.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-inspect-"));
afterAll(() => rmSync(folder, { recursive: true }));

const header = "客户编号,客户名称,电话,联系人,负责人,最后修改时间";
const rows = Array.from({ length: 40 }, (_, at) => {
  const number = String(at).padStart(3, "0");
  const day = `2026-03-${String(1 + (at % 28)).padStart(2, "0")}`;
  return `K${number},深圳华宸${number}机械有限公司,1391234${number}7,王小明,周建国,${day}`;
});
const files: Readonly<Record<string, string | Buffer>> = {
  "a.csv": [header, ...rows].join("\n"),
  "b-renamed.csv": [header, ...rows].join("\n"),
  "c-part.csv": [
    "客户名称,客户编号,负责人,联系人,电话,最后修改时间",
    ...rows.slice(5, 15).map((row) => {
      const [code, name, phone, person, owner, day] = row.split(",");
      return [name, code, owner, person, phone, day].join(",");
    }),
  ].join("\n"),
  "d-other.csv": "公司全称,手机\n深圳华宸007机械有限公司,139-1234-0077\n旭尔自动化,13612345678\n",
  "e-staff.csv": "姓名,工号,部门,手机\n周建国,1,华东,13912340001\n陈晓梅,2,华南,13912340002\n",
  "f.pdf": "%PDF-1.4\n",
  "g-empty.csv": "",
  "~$a.xlsx": "x",
};

let inventory: Inventory;
beforeAll(async () => {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const question = { paths: ["."], cwd: folder, read: {}, showValues: false };
  inventory = await inspectSources(question, canonicalModel, () => undefined);
});

test("a file that cannot be read is listed with its reason and stops no other", () => {
  expect(inventory.unread).toMatchObject([
    { path: "f.pdf", code: "IMPORT_NOT_A_TABLE" },
    { path: "g-empty.csv", code: "IMPORT_EMPTY_FILE", en: expect.stringContaining("g-empty.csv") },
  ]);
  expect(inventory.skipped).toEqual(["~$a.xlsx"]);
  expect(inventory.files.map(({ path }) => path)).toEqual([
    "a.csv",
    "b-renamed.csv",
    "c-part.csv",
    "d-other.csv",
    "e-staff.csv",
  ]);
});

test.each<[string, string, string | null, string]>([
  ["a.csv", "migrate", null, "customers"],
  ["b-renamed.csv", "copy", "a.csv", "equal content under another name"],
  ["c-part.csv", "copy", "a.csv", "some of the rows, columns in another order"],
  ["d-other.csv", "migrate", null, "shares one customer, but is no copy"],
  ["e-staff.csv", "reference", null, "colleagues are no customers"],
])("%s: %s of %s, %s", (path, verdict, of) => {
  const table = inventory.tables.find((each) => each.path === path);
  expect(table?.advice).toMatchObject({ verdict, of });
});

test("says what tables share: equal rows whatever the order of columns, equal keys", () => {
  const between = (left: string, right: string) =>
    inventory.overlaps
      .filter((each) => each.left === left && each.right === right)
      .map(({ kind, shared }) => [kind, shared.count]);
  expect(between("a.csv", "c-part.csv")).toContainEqual(["rows", 10]);
  expect(
    between("a.csv", "d-other.csv").toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  ).toEqual([
    ["company", 1],
    ["phone", 1],
  ]);
  expect(between("d-other.csv", "e-staff.csv")).toEqual([]);
});

test("says what a table is worth: key fields, what only it has, when it was last touched", () => {
  const other = inventory.tables.find(({ path }) => path === "d-other.csv");
  expect(other?.keys).toContainEqual({
    kind: "company",
    distinct: { count: 2, exact: true },
    onlyHere: { count: 1, exact: true },
  });
  expect(other?.missingFields).toContain("uscc");
  const first = inventory.tables.find(({ path }) => path === "a.csv");
  expect(first?.lastTouched).toBe("2026-03-28");
  expect(inventory.totals.companies).toEqual({ count: 41, exact: true });
});

test("finds personal data by class and masks every example", () => {
  expect(inventory.personal.map((each) => [each.class, each.cells])).toEqual([
    ["person-name", 92],
    ["mobile", 94],
  ]);
  expect(JSON.stringify(inventory)).not.toMatch(/王小明|139-?1234/);
});

test("values are shown when they were asked for", async () => {
  const question = { paths: ["a.csv"], cwd: folder, read: {}, showValues: true };
  const shown = await inspectSources(question, canonicalModel, () => undefined);
  expect(JSON.stringify(shown)).toContain("王小明");
});

test("an option that cannot be meant is no matter of one file", async () => {
  const read = { encoding: "klingon" };
  const question = { paths: ["a.csv"], cwd: folder, read, showValues: false };
  await expect(inspectSources(question, canonicalModel, () => undefined)).rejects.toThrow(
    "Unknown encoding",
  );
});

test("a later part of an export is read with the columns of the first one", async () => {
  const parts = mkdtempSync(join(folder, "parts-"));
  writeFileSync(join(parts, "Accounts_001.csv"), "Record Id,Account Name,Phone\nzcrm_1,Acme,1\n");
  writeFileSync(join(parts, "Accounts_002.csv"), "zcrm_2,Beta,2\n");
  const question = { paths: ["."], cwd: parts, read: {}, showValues: false };
  const { tables, unread } = await inspectSources(question, canonicalModel, () => undefined);
  expect(unread).toEqual([]);
  expect(tables.map(({ rows: count, columns }) => [count, columns.length])).toEqual([
    [1, 3],
    [1, 3],
  ]);
});
