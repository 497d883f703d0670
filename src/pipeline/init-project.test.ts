import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { parseSettings } from "../config/parse-settings.ts";
import { parseSourceMapping } from "../mapping/parse-mapping.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import { xlsxOfTables } from "../report/xlsx.ts";
import { initProject, type InitQuestion } from "./init-project.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "goldpan-init-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(join(dir, dirname(path)), { recursive: true });
  writeFileSync(join(dir, path), content);
}

function read(path: string): string {
  return readFileSync(join(dir, path), "utf8");
}

function init(question: Partial<InitQuestion> = {}): ReturnType<typeof initProject> {
  return initProject({ dir, language: "en", ...question });
}

function mapping(path: string): ReturnType<typeof parseSourceMapping> {
  return parseSourceMapping(read(path), path, canonicalModel);
}

const customers = (...names: string[]): string =>
  ["客户编号,客户名称,电话", ...names.map((name, at) => `K${at},${name},1391234567${at}`)].join(
    "\n",
  );

test("an empty folder becomes a project that waits for exports", async () => {
  const result = await init();
  expect(result).toMatchObject({ written: ["goldpan.yaml", ".gitignore"], kept: [], mappings: [] });
  const above = { flags: {}, environment: {} };
  expect(parseSettings(read("goldpan.yaml"), "goldpan.yaml", above).settings).toMatchObject({
    language: "en",
    sources: ["exports"],
    store: { type: "sqlite", path: "crm.db" },
  });
  expect(read(".gitignore")).toContain(".goldpan/\ncrm.db*\n");
});

test("every table that is known gets a mapping that says it was suggested", async () => {
  write("exports/crm.csv", customers("华宸", "明远"));
  await init();
  expect(mapping("mappings/crm.yaml")).toMatchObject({
    suggested: true,
    entity: "customer",
    row_key: ["客户编号"],
    source: { files: ["exports/crm.csv"] },
  });
  expect(parse(read("goldpan.yaml"))).toMatchObject({ sources: ["exports"] });
});

test("a code that two rows share is no key, wherever they stand", async () => {
  const many = Array.from({ length: 300 }, (_, at) => `深圳华宸${at}`);
  write("exports/crm.csv", `${customers(...many)}\nK7,深圳明远,13912345678\n`);
  await init();
  expect(mapping("mappings/crm.yaml").row_key).toBeUndefined();
});

test("what cannot be read or is not known is left out of the sources, with the reason", async () => {
  write("exports/crm.csv", customers("华宸"));
  write("exports/offer.pdf", "%PDF-1.4\n");
  write("exports/odd.csv", "foo,bar,baz\n1,2,3\n");
  const { unread } = await init();
  expect(unread.map(({ path, code }) => [path, code])).toEqual([
    ["exports/odd.csv", "MAPPING_NOTHING_KNOWN"],
    ["exports/offer.pdf", "IMPORT_NOT_A_TABLE"],
  ]);
  expect(parse(read("goldpan.yaml"))).toMatchObject({ sources: ["exports/crm.csv"] });
  expect(read("goldpan.yaml")).toContain("# - exports/offer.pdf # Cannot read `exports/offer.pdf`");
});

test("nothing that is there is touched, and only new files get a mapping", async () => {
  write("exports/crm.csv", customers("华宸"));
  write(".gitignore", "mine\n");
  await init();
  expect(read(".gitignore")).toBe("mine\n");
  write(
    "mappings/crm.yaml",
    read("mappings/crm.yaml").replace("suggested: true", "suggested: false"),
  );
  write("exports/new.csv", customers("明远"));
  const again = await init();
  expect(again.written).toEqual(["mappings/new.yaml"]);
  expect(again.kept).toEqual(["goldpan.yaml", ".gitignore"]);
  expect(mapping("mappings/crm.yaml").suggested).toBe(false);
});

test("parts and copies of one export share a mapping, exports of other days have their own", async () => {
  write("exports/crm_001.csv", customers("华宸"));
  write("exports/crm_002.csv", customers("明远"));
  write("exports/deals_20260101.csv", customers("启航"));
  write("exports/deals_20260201.csv", customers("启航", "联创"));
  write("exports/elsewhere/copy.csv", customers("华宸"));
  await init();
  const files = readdirSync(join(dir, "mappings")).toSorted();
  expect(files).toEqual(["crm.yaml", "deals-2026-01-01.yaml", "deals-2026-02-01.yaml"]);
  expect(mapping("mappings/crm.yaml").source.files).toEqual([
    "exports/crm_001.csv",
    "exports/crm_002.csv",
    "exports/elsewhere/copy.csv",
  ]);
  const [first, second] = files.slice(1).map((file) => mapping(`mappings/${file}`).source);
  expect(first).toMatchObject({ system: "deals", exported_at: "2026-01-01" });
  expect(second).toMatchObject({ system: "deals", exported_at: "2026-02-01" });
});

test("files of one name that are different exports number their rows apart", async () => {
  write("exports/east/crm.csv", customers("华宸"));
  write("exports/west/crm.csv", customers("明远"));
  await init();
  const systems = ["crm", "crm-2"].map((name) => mapping(`mappings/${name}.yaml`).source.system);
  expect(systems).toEqual(["crm", "crm-2"]);
});

test("sheets of a workbook: those alike share a mapping, the others have their own", async () => {
  const columns = ["客户编号", "客户名称", "电话"];
  const row = (at: number): string[] => [`K${at}`, `深圳华宸${at}`, `1391234567${at}`];
  const people = {
    columns: ["姓名", "手机", "公司"],
    rows: [["王小明", "13912345678", "深圳华宸1"]],
  };
  const workbook = await xlsxOfTables([
    { name: "王小明", columns, rows: [row(1)] },
    { name: "李雷", columns, rows: [row(2)] },
    { name: "联系人", ...people },
  ]);
  write("exports/book.xlsx", workbook);
  await init();
  const alike = mapping("mappings/book.yaml");
  expect(alike.source.sheet).toEqual(["王小明", "李雷"]);
  expect(alike.fields["owner"]?.from).toEqual(["工作表"]);
  expect(mapping("mappings/book-联系人.yaml").source.sheet).toEqual(["联系人"]);
});

test.each([
  ["github", ".github/workflows/goldpan.yml"],
  ["gitlab", ".gitlab-ci.yml"],
  ["jenkins", "Jenkinsfile"],
] as const)("a workflow for %s", async (ci, path) => {
  const { written } = await init({ ci });
  expect(written).toContain(path);
  const text = read(path);
  expect(text).toContain("goldpan run --until score");
  if (ci !== "jenkins") expect(parse(text)).toBeTypeOf("object");
});

test("exports may lie in the project folder itself, which the project's own files are not", async () => {
  write("客户.csv", customers("华宸"));
  write("README.md", "# notes\n");
  write("old/crm.db", "x");
  const { mappings, unread } = await init();
  expect(mappings.map(({ path }) => path)).toEqual(["mappings/客户.yaml"]);
  expect(unread).toEqual([]);
  expect(parse(read("goldpan.yaml"))).toMatchObject({ sources: ["客户.csv"] });
});

test("a folder that is not there is an error, and nothing is written", async () => {
  await expect(init({ from: "nowhere" })).rejects.toThrow("Cannot open `nowhere`");
  expect(readdirSync(dir)).toEqual([]);
});

test("a project that is broken is told, not written over", async () => {
  write("goldpan.yaml", "versoin: 1\n");
  await expect(init()).rejects.toThrow("not valid");
});

test("a project is written whole or not at all", async () => {
  write("exports/crm.csv", customers("华宸"));
  write(".github", "a file where a folder is needed\n");
  await expect(init({ ci: "github" })).rejects.toThrow(
    "Cannot write `.github/workflows/goldpan.yml`: a part of its path is no folder",
  );
  expect(readdirSync(dir).toSorted()).toEqual([".github", "exports"]);
});
