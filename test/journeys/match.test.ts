import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openWorkerPool, type WorkerPool } from "../../src/pipeline/workers/worker-pool.ts";
import { canonicalModel } from "../../src/model/canonical-model.ts";
import { matchFile, type MatchQuestion } from "../../src/pipeline/match-file.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-match-"));
afterAll(() => rmSync(folder, { recursive: true }));

const references = [
  "编号,企业名称,曾用名,简称",
  "R1,苏州华宸精密机械有限公司,苏州吴中精工机械厂,华宸精密",
  "R2,无锡明远自动化设备有限公司,,",
  "R3,深圳启航供应链管理有限公司,,",
  "R4,上海启航供应链管理有限公司,,",
  "R5,苏州华宸精密机械有限公司无锡分公司,,",
];

function write(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

async function match(
  queries: readonly string[],
  more: Partial<MatchQuestion> = {},
  pool?: WorkerPool,
): Promise<string[][]> {
  const against = write("references.csv", references);
  const path = write("queries.csv", queries);
  let csv = "";
  const question: MatchQuestion = {
    path,
    against,
    on: [{ query: "公司", against: "企业名称" }],
    againstId: "编号",
    entity: "customer",
    read: {},
    top: 1,
    recall: "normal",
    ...more,
  };
  const context = { model: canonicalModel, emit: () => {}, ...(pool !== undefined && { pool }) };
  await matchFile(
    question,
    async (chunk) => {
      csv += chunk.toString();
    },
    context,
  );
  return csv
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

test.each<[string, string, string, string]>([
  ["苏州华宸精密机械有限公司", "R1", "match", "as it stands"],
  [
    "蘇州華宸精密機械有限責任公司",
    "R1",
    "match",
    "traditional letters, the other way to write the form",
  ],
  ["苏州吴中精工机械厂", "R1", "match", "its former name"],
  ["苏州华宸精密机城有限公司", "R1", "match", "a slip in the trade"],
  ["苏州华宸精密机械有限公司无锡分公司", "R5", "match", "the branch and not its parent"],
  ["启航供应链管理有限公司", "R3", "possible", "two cities, nobody knows which"],
  ["大连腾格商贸有限公司", "", "", "not in the list"],
])("%s -> %s %s: %s", async (name, id, verdict) => {
  const [row] = await match(["公司", name]);
  expect([row?.[0], row?.[1], row?.[4]]).toEqual(["1", id, verdict]);
});

test("the rows come in the order of the ids, each query once, ranks from 1 on", async () => {
  const rows = await match(
    ["号,公司", "b,无锡明远自动化设备有限公司", "a,启航供应链管理有限公司"],
    {
      id: "号",
      top: 3,
    },
  );
  expect(rows.map(([query, id, rank]) => [query, id, rank])).toEqual([
    ["a", "R3", "1"],
    ["a", "R4", "2"],
    ["b", "R2", "1"],
  ]);
});

test("the order of the rows changes nothing", async () => {
  const queries = ["b,无锡明远自动化设备有限公司", "a,苏州华宸精密机城有限公司", "c,不相干"];
  const first = await match(["号,公司", ...queries], { id: "号" });
  expect(await match(["号,公司", ...queries.toReversed()], { id: "号" })).toEqual(first);
});

test("a column that is not there is named with those that are", async () => {
  const on = [{ query: "公司", against: "名称" }];
  await expect(match(["公司", "华宸"], { on })).rejects.toMatchObject({
    code: "USAGE_UNKNOWN_COLUMN",
    details: { column: "名称" },
  });
  expect(readFileSync(join(folder, "queries.csv"), "utf8")).toContain("华宸");
});

test("two workers find what one finds", async () => {
  const queries = ["公司", ...references.slice(1).flatMap((line) => line.split(",").slice(1, 4))];
  const names = queries.map((name) => (name === "" ? "启航供应链管理有限公司" : name));
  const pool = openWorkerPool(2, 0);
  try {
    const together = await match(names, { top: 3 }, pool);
    expect(together).toEqual(await match(names, { top: 3 }));
    expect(together.some(([, found]) => found !== "")).toBe(true);
  } finally {
    await pool.close();
  }
});
