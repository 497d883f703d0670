import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { EvaluationResult } from "../report/evaluation-text.ts";
import { evaluateClusters } from "./evaluate-clusters.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-evaluate-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const clusters = "record,cluster\n1,1\n2,1\n3,3\n4,3\n5,5\n";

async function evaluate(labels: string, found: string = clusters): Promise<EvaluationResult> {
  const [clustersPath, labelsPath] = [join(folder, "clusters.csv"), join(folder, "labels.csv")];
  writeFileSync(clustersPath, found);
  writeFileSync(labelsPath, labels);
  return evaluateClusters({ clusters: clustersPath, labelsPath });
}

test("measures clusters against entities, other columns aside", async () => {
  const labels = "name,record,entity\nx,1,A\nx,2,A\nx,3,A\nx,4,B\nx,9,B\n";
  const { records, pairs, bCubed, ...leftOut } = await evaluate(labels);
  expect(records).toBe(4);
  expect([pairs.precision.value, pairs.recall.value, pairs.f1]).toEqual([1 / 2, 1 / 3, 0.4]);
  expect(bCubed?.precision.value).toBe(0.75);
  expect(leftOut).toEqual({ labelsWithoutCluster: 1, recordsWithoutLabel: 1 });
  expect(pairs.f1Low).toBeLessThan(pairs.f1);
});

test("measures labelled pairs, written in either language", async () => {
  const labels = "left,right,same\n1,2,1\n3,4,否\n1,3,true\n7,8,1\n";
  const { pairs, bCubed, labelsWithoutCluster } = await evaluate(labels);
  expect([pairs.precision.value, pairs.recall.value]).toEqual([0.5, 0.5]);
  expect(bCubed).toBeUndefined();
  expect(labelsWithoutCluster).toBe(1);
});

test("a record without an entity is not labelled", async () => {
  const { records, pairs } = await evaluate("record,entity\n1,A\n2,A\n3,\n4,\n5,\n");
  expect([records, pairs.precision.value, pairs.recall.value]).toEqual([2, 1, 1]);
});

test("labelled pairs of a sample stand for all of their kind, though others were deleted or left open", async () => {
  const head = "same,left,right,stratum,stratum_pairs\n";
  const light = "1,1,2,match 1,90\n0,3,4,match 1,90\n";
  const heavy = "1,1,2,match 2,10\n,3,4,match 2,10\n";
  const { pairs } = await evaluate(head + heavy + light);
  expect(pairs.precision.value).toBeCloseTo((45 + 10) / 100);
});

test.each([
  ["id,group\n1,A\n", clusters, "DEDUPE_LABELS_NOT_READ"],
  ["left,right,same\n1,2,perhaps\n", clusters, "DEDUPE_LABEL_NOT_READ"],
  ["record,entity\n1,A\n1,B\n", clusters, "DEDUPE_ID_NOT_UNIQUE"],
  ["record,entity\n1,A\n2,B,C\n", clusters, "DEDUPE_LABEL_ROW_BROKEN"],
  ["record,entity\nx1,A\n", clusters, "DEDUPE_LABELS_ELSEWHERE"],
  ["record,entity\n1,A\n", "a,b\n1,1\n", "DEDUPE_LABELS_NOT_READ"],
])("refuses labels %j for clusters %j with %s", async (labels, found, code) => {
  await expect(evaluate(labels, found)).rejects.toMatchObject({ code, exitCode: 2 });
});
