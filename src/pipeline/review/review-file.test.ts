import ExcelJS from "exceljs";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { iterateClusters } from "../../workspace/clusters.ts";
import { listDecisionLog, listDecisions, revokeDecision } from "../../workspace/decisions.ts";
import { dedupeRecords } from "../dedupe-records.ts";
import { inventNormalized, inventProject, type InventedProject } from "../invented-project.ts";
import { applyReviewFile, type AppliedReview } from "./apply-review-file.ts";
import { countUntakenAnswers } from "./untaken-answers.ts";
import { writeReviewFile } from "./write-review-file.ts";

let project: InventedProject;
let file = "";
beforeEach(async () => {
  project = inventProject();
  file = join(project.context.projectDir, "pairs.xlsx");
  await project.store(
    ["宏远", "明达", "华宸"].flatMap((brand, at) => [
      inventNormalized("customer", `crm:${at}`, { legal_name: `上海${brand}贸易有限公司` }),
      inventNormalized("customer", `erp:${at}`, { legal_name: `北京${brand}物流有限公司` }),
    ]),
  );
  await dedupeRecords({ recall: "normal" }, project.context);
  await project.queue([0, 1, 2].map((at) => [`crm:${at}`, `erp:${at}`]));
  writeFileSync(file, (await writeReviewFile("zh", project.context)).content);
});
afterEach(() => project.remove());

type Sheet = ExcelJS.Worksheet;

/** What a person does to the file in Excel. */
async function edit(change: (sheet: Sheet, workbook: ExcelJS.Workbook) => void): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet("客户");
  if (sheet === undefined) throw new Error("no sheet of customers");
  change(sheet, workbook);
  await workbook.xlsx.writeFile(file);
}

const apply = (): Promise<AppliedReview> => applyReviewFile(file, "王敏", project.context);
const codesOf = ({ findings }: AppliedReview): string[] => findings.map(({ code }) => code);
const decided = (): string[] =>
  project.inWorkspace((workspace) =>
    listDecisions(workspace, "customer").map(({ left, right, same }) => `${left} ${right} ${same}`),
  );

function columnOf(sheet: Sheet, heading: string): number {
  const cells = sheet.getRow(1).values;
  return Array.isArray(cells) ? cells.indexOf(heading) : -1;
}

function put(sheet: Sheet, row: number, heading: string, text: string): void {
  sheet.getCell(row, columnOf(sheet, heading)).value = text;
}

describe("a review file", () => {
  test("offers the words of the column 判定 and shows both records", async () => {
    await edit((sheet) => {
      expect(sheet.rowCount).toBe(4);
      expect(sheet.getCell("A2").dataValidation.formulae).toEqual(['"相同,不同,跳过"']);
      const left = sheet.getCell(2, columnOf(sheet, "客户名称 (左)")).value;
      expect(left).toMatch(/^上海..贸易有限公司$/);
    });
  });

  test("is the same to the byte when nothing changed", async () => {
    const [first, second] = [
      await writeReviewFile("zh", project.context),
      await writeReviewFile("zh", project.context),
    ];
    expect(first.content).toEqual(second.content);
  });

  test("is taken over; what was left empty still waits", async () => {
    await edit((sheet) => {
      put(sheet, 2, "判定", "相同");
      put(sheet, 3, "判定", " Different ");
    });
    expect(await apply()).toEqual({
      decided: 2,
      unchanged: 0,
      undecided: 1,
      findings: [],
      left: 1,
    });
    expect(decided()).toHaveLength(2);
    expect(await apply()).toMatchObject({ decided: 0, unchanged: 2, left: 1 });
    await dedupeRecords({ recall: "normal" }, project.context);
    const together = project.inWorkspace((workspace) =>
      [...iterateClusters(workspace, "customer")].filter(({ members }) => members.length > 1),
    );
    expect(together).toHaveLength(1);
  });

  test("survives rows that are sorted and deleted, and columns that are inserted", async () => {
    await edit((sheet) => {
      const rows = [4, 3].map((row) => sheet.getRow(row).values);
      sheet.spliceRows(2, 3);
      sheet.addRows(rows);
      put(sheet, 2, "判定", "相同");
      put(sheet, 3, "判定", "不同");
      sheet.spliceColumns(1, 0, ["批注", "x", "y"]);
    });
    expect(await apply()).toMatchObject({ decided: 2, findings: [] });
    const pairs = decided().map((each) => each.split(" ").map((id) => id.split(":")[1]));
    for (const [left, right] of pairs) expect(left).toBe(right);
  });

  test.each([
    ["判定", "也许", "M101"],
    ["记录 (左)", "crm:9", "M102"],
    ["校验", "x", "M102"],
  ])("names a row where %s became %j with %s, and takes the others over", async (...change) => {
    const [heading, text, code] = change;
    await edit((sheet) => {
      put(sheet, 2, "判定", "相同");
      put(sheet, 3, "判定", "相同");
      put(sheet, 2, heading, text);
    });
    const result = await apply();
    expect(codesOf(result)).toEqual([code]);
    expect(result.findings[0]?.detail).toBe("2");
    expect(result.decided).toBe(1);
  });

  test("says that other cells were edited, and takes the decision over", async () => {
    await edit((sheet) => {
      put(sheet, 2, "判定", "相同");
      put(sheet, 2, "客户名称 (左)", "别的名字");
    });
    const result = await apply();
    expect([codesOf(result), result.decided]).toEqual([["M106"], 1]);
  });

  test("takes neither side of a contradiction, and a copied row once", async () => {
    await edit((sheet) => {
      put(sheet, 2, "判定", "相同");
      put(sheet, 3, "判定", "相同");
      sheet.addRow(sheet.getRow(2).values);
      sheet.addRow(sheet.getRow(3).values);
      put(sheet, 5, "判定", "不同");
    });
    const result = await apply();
    expect([codesOf(result), result.decided]).toEqual([["M104", "M104"], 1]);
  });

  test("does not outrank what was decided after it was written", async () => {
    await edit((sheet) => put(sheet, 2, "判定", "相同"));
    await apply();
    await edit((sheet) => put(sheet, 2, "判定", "不同"));
    const result = await apply();
    expect([codesOf(result), result.decided]).toEqual([["M105"], 0]);
  });

  test("does not bring back an answer that was revoked after it was written", async () => {
    await edit((sheet) => put(sheet, 2, "判定", "相同"));
    expect((await apply()).decided).toBe(1);
    const revoke = (id: number): boolean =>
      project.inWorkspace((workspace) => revokeDecision(workspace, id, { by: "李强", at: "" }));
    expect(revoke(1)).toBe(true);
    const again = await apply();
    expect([codesOf(again), again.decided]).toEqual([["M105"], 0]);
    await edit((sheet) => put(sheet, 2, "判定", "不同"));
    expect((await apply()).decided).toBe(1);
  });

  test("would lose answers until they are taken over", async () => {
    const count = (): Promise<number> => countUntakenAnswers(file, project.context);
    expect(await count()).toBe(0);
    await edit((sheet) => {
      put(sheet, 2, "判定", "相同");
      put(sheet, 3, "判定", "相通");
    });
    expect(await count()).toBe(2);
    await apply();
    expect(await count()).toBe(1);
    expect(await countUntakenAnswers(`${file}.csv`, project.context)).toBe(0);
  });

  test("names records that are gone", async () => {
    await edit((sheet) => put(sheet, 2, "判定", "相同"));
    await project.store([]);
    expect(codesOf(await apply())).toEqual(["M103"]);
  });

  test("is refused when it is another file, and nothing is decided", async () => {
    await edit((sheet) => sheet.spliceRows(1, 1));
    await expect(apply()).rejects.toMatchObject({ code: "DEDUPE_NOT_A_REVIEW" });
    expect(project.inWorkspace(listDecisionLog)).toEqual([]);
  });
});
