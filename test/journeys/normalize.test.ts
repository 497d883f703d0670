import Database from "better-sqlite3";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const entities = ["user", "customer", "contact", "activity"];
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

function query<Row>(sql: string): Row[] {
  const database = new Database(join(folder, ".goldpan/workspace.db"), { readonly: true });
  try {
    return database.prepare<[], Row>(sql).all();
  } finally {
    database.close();
  }
}

/** Everything that normalizing made, but for where in which file it stood. */
function dump(): string {
  const records = entities.flatMap((entity) =>
    query<object>(
      `SELECT id, system, exported_at, "values", extra, changes FROM record_${entity} ORDER BY id`,
    ),
  );
  const packed = query<{ entity: string; name: string; content: Buffer }>(
    "SELECT entity, name, content FROM packed_column ORDER BY entity, name",
  ).map(({ entity, name, content }) => [entity, name, content.toString("base64")]);
  return JSON.stringify([records, packed]);
}

/** The numbers of a law as printed, with its sum checked. */
function equationOf(stdout: string, whole: RegExp): number[] {
  const start = stdout.search(whole);
  const text =
    stdout
      .slice(start)
      .replaceAll(/\n +\+/g, " +")
      .split("\n")[0] ?? "";
  const [total = 0, ...parts] = (text.match(/\d[\d,]*/g) ?? []).map((each) =>
    Number(each.replaceAll(",", "")),
  );
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
  return [total, ...parts];
}

test("every row of the demo company is accounted for, and a second run makes the same", () => {
  goldpan("import");
  const { stdout, stderr, code } = goldpan("normalize");
  expect({ stderr, code }).toEqual({ stderr: "hint: Go on with `goldpan dedupe`\n", code: 0 });
  expect(equationOf(stdout, /[\d,]+ source rows =/)[0]).toBe(3041);
  const [, records] = equationOf(stdout, /[\d,]+ records in the rows =/);
  const counted = entities.map(
    (entity) => query<{ n: number }>(`SELECT count(*) AS n FROM record_${entity}`)[0]?.n ?? 0,
  );
  const [users = 0] = counted;
  expect(counted.reduce((sum, each) => sum + each, 0)).toBe((records ?? 0) + users);
  const first = dump();
  goldpan("normalize");
  expect(dump()).toBe(first);
});

test("a customer list with a row for each colleague gives contacts with several owners", () => {
  goldpan("import");
  goldpan("normalize");
  const [several] = query<{ n: number }>(
    `SELECT count(*) AS n FROM record_contact
     WHERE system = 'wecom' AND json_array_length("values", '$.owners') > 1`,
  );
  expect(several?.n).toBeGreaterThan(90);
});

test("every reference of an owner leads to a user", () => {
  goldpan("import");
  goldpan("normalize");
  const lost = query<object>(
    `SELECT id FROM record_customer WHERE json_extract("values", '$.owner[0][1]') NOT IN
       (SELECT id FROM record_user)`,
  );
  expect(lost).toEqual([]);
});

/** Lines in another order; the first stays the heading. */
function shuffled(lines: readonly string[]): string[] {
  const [heading = "", ...rows] = lines;
  return [
    heading,
    ...rows.filter((_, at) => at % 3 === 1),
    ...rows.filter((_, at) => at % 3 !== 1).reverse(),
  ];
}

const linesOf = (path: string, encoding: BufferEncoding): string[] =>
  readFileSync(path, encoding).trimEnd().split(/\r?\n/);

test("shuffled rows, split and renamed files give the same records, byte for byte", () => {
  goldpan("import");
  goldpan("normalize");
  const before = dump();
  rmSync(join(folder, ".goldpan"), { recursive: true });
  const exports = (name: string): string => join(folder, "exports", name);
  // Latin-1 keeps the bytes of any encoding whose line feeds are line feeds.
  const crm = linesOf(exports("03-旧CRM导出.csv"), "latin1");
  writeFileSync(exports("03-旧CRM导出.csv"), `${shuffled(crm).join("\r\n")}\r\n`, "latin1");
  renameSync(exports("03-旧CRM导出.csv"), exports("03-another name.csv"));
  const [heading = "", ...rows] = shuffled(linesOf(exports("06-salesforce-accounts.csv"), "utf8"));
  rmSync(exports("06-salesforce-accounts.csv"));
  writeFileSync(exports("06-b.csv"), [heading, ...rows.slice(0, 70), ""].join("\n"));
  writeFileSync(exports("06-a.csv"), [heading, ...rows.slice(70), ""].join("\n"));
  expect(goldpan("import").code).toBe(0);
  expect(goldpan("normalize").code).toBe(0);
  expect(dump()).toBe(before);
});

test("a mapping that no longer fits stops before anything changes", () => {
  goldpan("import");
  goldpan("normalize");
  const before = dump();
  const mapping = join(folder, "mappings/03-old-crm.yaml");
  writeFileSync(
    mapping,
    readFileSync(mapping, "utf8").replace("row_key: [客户编号]", "row_key: [编号]"),
  );
  const { stderr, code } = goldpan("normalize");
  expect(code).toBe(2);
  expect(stderr).toContain("it has no column `编号`");
  expect(dump()).toBe(before);
});

test("without a workspace nothing is made, and the way out is told in both languages", () => {
  const english = goldpan("normalize");
  expect(english).toMatchObject({ stdout: "", code: 2 });
  expect(english.stderr).toContain("hint: Begin with `goldpan import`");
  expect(goldpan("normalize", "--lang", "zh").stderr).toContain("还没有工作区");
});
