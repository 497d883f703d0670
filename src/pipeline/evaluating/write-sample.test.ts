import ExcelJS from "exceljs";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
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
  const file = join(project.context.projectDir, "sample.xlsx");
  const { content, pairs } = await writeSample(10, "zh", project.context);
  writeFileSync(file, content);
  expect(pairs).toBe(1);

  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet("客户");
  if (sheet !== undefined) sheet.getCell("A2").value = "相同";
  await workbook.xlsx.writeFile(file);
  const clusters = projectClusters(project.context);
  const { records, pairs: measures } = await evaluateClusters({ clusters, labelsPath: file });
  expect([records, measures.precision.value, measures.recall.value]).toEqual([2, 1, 1]);
});
