import ExcelJS from "exceljs";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { MatchedPair } from "../../model/golden.ts";
import type { EvaluationResult } from "../../report/evaluation-text.ts";
import { dedupeRecords } from "../dedupe-records.ts";
import { evaluateClusters } from "../evaluate-clusters.ts";
import { inventNormalized, inventProject, type InventedProject } from "../invented-project.ts";
import { projectClusters } from "./project-clusters.ts";
import { writeSample } from "./write-sample.ts";

let project: InventedProject;
beforeEach(() => {
  project = inventProject();
});
afterEach(() => project.remove());

/** Writes a sample, lets a person work on its sheet, and measures the clusters by it. */
async function labelSample(
  count: number,
  work: (sheet: ExcelJS.Worksheet) => void,
): Promise<EvaluationResult> {
  const file = join(project.context.projectDir, "sample.xlsx");
  const { content } = await writeSample(count, "zh", project.context);
  writeFileSync(file, content);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet("客户");
  if (sheet !== undefined) work(sheet);
  await workbook.xlsx.writeFile(file);
  const clusters = projectClusters(project.context);
  return await evaluateClusters({ clusters, labelsPath: file });
}

test("a sample that a person labels measures the clusters of the project", async () => {
  const names = ["上海宏远贸易有限公司", "上海宏远贸易公司", "杭州明达软件有限公司"];
  await project.store(
    names.map((name, at) =>
      inventNormalized("customer", `crm:${at}`, {
        legal_name: name,
        uscc: at < 2 ? "913502068389219115" : "",
      }),
    ),
  );
  await dedupeRecords({ recall: "normal" }, project.context);
  const { records, pairs } = await labelSample(10, (sheet) => {
    sheet.getCell("A2").value = "相同";
  });
  expect([records, pairs.precision.value, pairs.recall.value]).toEqual([2, 1, 1]);
});

/** Twenty heavy and forty light pairs, all of them in clusters of their own two. */
async function storePairs(): Promise<void> {
  const ids = Array.from({ length: 60 }, (_, at) => String(at).padStart(2, "0"));
  const name = (id: string): string => `上海第${id}贸易有限公司`;
  await project.store(
    ids.flatMap((id) => [
      inventNormalized("customer", `a:${id}`, { legal_name: name(id), phones: `021-555000${id}` }),
      inventNormalized("customer", `b:${id}`, { legal_name: name(id), phones: `021-555000${id}` }),
    ]),
  );
  await dedupeRecords({ recall: "normal" }, project.context);
  const pairs = ids.map((id, at): MatchedPair => {
    const weightMilliBits = at < 20 ? 20_000 : 3000;
    const base = { verdict: "match", reason: "", rules: [] } as const;
    return { left: `a:${id}`, right: `b:${id}`, weightMilliBits, ...base };
  });
  await project.queue(pairs);
}

type Cells = ExcelJS.CellValue[];

/** Rows as a person leaves them: labelled, in another order, some filtered away, some deleted. */
function rewrite(sheet: ExcelJS.Worksheet, change: (rows: readonly Cells[]) => Cells[]): void {
  const rows = Array.from({ length: sheet.rowCount - 1 }, (_, at) => sheet.getRow(at + 2).values);
  // Rows were written from arrays, so that is how they are read.
  const changed = change(rows as Cells[]);
  sheet.spliceRows(2, rows.length);
  for (const cells of changed) sheet.addRow(cells.slice(1));
}

const isLight = (cells: Cells): boolean => cells.includes("match 1");

/** One in four light pairs is wrong, and no heavy one: the truth of what is drawn. */
function labelled(rows: readonly Cells[]): Cells[] {
  let light = 0;
  return rows.map((cells) => {
    light += isLight(cells) ? 1 : 0;
    const isWrong = isLight(cells) && light % 4 === 0;
    return [cells[0], isWrong ? "不同" : "相同", ...cells.slice(2)];
  });
}

const expected = (20 + 0.75 * 40) / 60;

test.each([
  ["as they are", (rows: Cells[]) => rows],
  [
    "sorted by the answer",
    (rows: Cells[]) => rows.toSorted((a, b) => Number(a[1] === "不同") - Number(b[1] === "不同")),
  ],
  ["backwards", (rows: Cells[]) => rows.toReversed()],
  [
    "without three in four heavy ones",
    (rows: Cells[]) => rows.filter((cells, at) => isLight(cells) || at % 4 === 0),
  ],
  [
    "with heavy ones left open",
    (rows: Cells[]) =>
      rows.map((cells, at) =>
        isLight(cells) || at % 3 === 0 ? cells : [cells[0], null, ...cells.slice(2)],
      ),
  ],
])("gives the same measure when its rows are %s", async (_, change) => {
  await storePairs();
  const { pairs } = await labelSample(40, (sheet) => {
    rewrite(sheet, (rows) => change(labelled(rows)));
    // What a filter hides is there all the same.
    sheet.getRow(3).hidden = true;
  });
  expect(pairs.precision.value).toBeCloseTo(expected, 6);
});
