import ExcelJS from "exceljs";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dedupeRecords } from "../../src/pipeline/dedupe-records.ts";
import {
  inventNormalized,
  inventProject,
  type InventedProject,
} from "../../src/pipeline/invented-project.ts";
import { applyReviewFile } from "../../src/pipeline/review/apply-review-file.ts";
import { openReview } from "../../src/pipeline/review/open-review.ts";
import { writeReviewFile } from "../../src/pipeline/review/write-review-file.ts";
import { revokeDecision } from "../../src/pipeline/revoke-decision.ts";
import { iterateClusters } from "../../src/workspace/clusters.ts";
import { listDecisions } from "../../src/workspace/decisions.ts";

const pairs = 50;
let project: InventedProject;

// Fifty families of two companies: one brand, one phone, two trades, so that only a person can say.
beforeEach(async () => {
  project = inventProject();
  await project.store(
    Array.from({ length: pairs }, (_, at) => {
      const brand = String.fromCodePoint(0x6c5f + at * 7, 0x9526 + at * 3);
      const phones = `139${String(10_000_000 + at * 1_357)}`;
      return ["贸易", "物流"].map((trade, side) =>
        inventNormalized("customer", `${side === 0 ? "crm" : "erp"}:${at}`, {
          legal_name: `上海${brand}${trade}有限公司`,
          phones,
        }),
      );
    }).flat(),
  );
  await dedupe();
});
afterEach(() => project.remove());

async function dedupe(): Promise<void> {
  await dedupeRecords({ recall: "normal" }, project.context);
}

const clusters = (): readonly string[] =>
  project
    .inWorkspace((workspace) => [...iterateClusters(workspace, "customer")])
    .map(({ members }) => members.join(" "));
const joined = (): readonly string[] => clusters().filter((each) => each.includes(" "));
const waiting = (): number => openReview(project.context, "").left();

/** A person says that families of an even number are one company. */
const isSame = (record: string): boolean => Number(record.split(":")[1]) % 2 === 0;

const expected = Array.from({ length: pairs / 2 }, (_, at) => `crm:${at * 2} erp:${at * 2}`);

test("fifty pairs decided at the terminal stay decided over later runs", async () => {
  expect(waiting()).toBe(pairs);
  const session = openReview(project.context, "王敏");
  for (let asked = session.next(); asked !== undefined; asked = session.next()) {
    session.decide(isSame(asked.pair.left));
  }
  expect([session.decided(), session.left()]).toEqual([pairs, 0]);
  await dedupe();
  expect(joined().toSorted()).toEqual(expected.toSorted());
  expect(waiting()).toBe(0);
  await dedupeRecords({ recall: "high", refreeze: true }, project.context);
  expect(joined().toSorted()).toEqual(expected.toSorted());
  expect(waiting()).toBe(0);
});

type Sheet = ExcelJS.Worksheet;

async function edit(file: string, change: (sheet: Sheet) => void): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet("客户");
  if (sheet === undefined) throw new Error("no sheet of customers");
  change(sheet);
  await workbook.xlsx.writeFile(file);
}

function columnOf(sheet: Sheet, heading: string): number {
  const cells = sheet.getRow(1).values;
  return Array.isArray(cells) ? cells.indexOf(heading) : -1;
}

/** Decides every row, sorts the rows backwards, hides some as a filter does, deletes the last ten. */
function decideInExcel(sheet: Sheet): void {
  const [decision, left] = [columnOf(sheet, "判定"), columnOf(sheet, "记录 (左)")];
  const rows = Array.from({ length: pairs }, (_, at) => sheet.getRow(at + 2));
  for (const row of rows) {
    row.getCell(decision).value = isSame(row.getCell(left).text) ? "相同" : "不同";
  }
  const sorted = rows.map(({ values }) => values).toReversed();
  for (const [at, row] of rows.entries()) {
    row.values = at < 40 ? (sorted[at] ?? []) : [];
    row.hidden = at > 5 && at < 20;
  }
}

test("fifty pairs decided in Excel, sorted, filtered and some deleted, stay decided", async () => {
  const file = join(project.context.projectDir, "pairs.xlsx");
  writeFileSync(file, (await writeReviewFile("zh", project.context)).content);
  await edit(file, decideInExcel);
  const applied = await applyReviewFile(file, "王敏", project.context);
  expect(applied).toMatchObject({ decided: 40, undecided: 0, findings: [], left: 10 });
  await dedupe();
  const decisions = project.inWorkspace((workspace) => listDecisions(workspace, "customer"));
  const same = decisions.filter((each) => each.same).map(({ left, right }) => `${left} ${right}`);
  expect(decisions.every(({ left, same: said }) => said === isSame(left))).toBe(true);
  expect(joined().toSorted()).toEqual(same.toSorted());
  expect(waiting()).toBe(10);
});

test("revoking one decision un-merges its records and nothing else", async () => {
  const before = clusters();
  const session = openReview(project.context, "王敏");
  for (let asked = session.next(); asked !== undefined; asked = session.next()) {
    session.decide(isSame(asked.pair.left));
  }
  await dedupe();
  const [taken] = project.inWorkspace((workspace) =>
    listDecisions(workspace, "customer").filter(({ same }) => same),
  );
  revokeDecision(taken?.id ?? 0, "王敏", project.context);
  await dedupe();
  const unmerged = `${taken?.left} ${taken?.right}`;
  expect(joined().toSorted()).toEqual(expected.filter((each) => each !== unmerged).toSorted());
  expect(waiting()).toBe(1);
  const decisions = project.inWorkspace((workspace) => listDecisions(workspace, "customer"));
  for (const { id } of decisions) revokeDecision(id, "王敏", project.context);
  await dedupe();
  expect(clusters()).toEqual(before);
  expect(waiting()).toBe(pairs);
});
