import type { Language } from "../../errors.ts";
import type { EntityName } from "../../model/entity.ts";
import { labelOfEntity } from "../../report/label-of.ts";
import { formatPerMille } from "../../report/format-number.ts";
import { reasonWords } from "../../report/match-words.ts";
import type { ReviewPair } from "../../report/review-pair-text.ts";
import { say } from "../../report/words.ts";
import { xlsxOfTables, type WorkbookTable } from "../../report/xlsx.ts";
import { listDecisionLog } from "../../workspace/decisions.ts";
import { openWorkspace } from "../../workspace/open-workspace.ts";
import type { RunContext } from "../run-context.ts";
import { createPairDescriber, reviewFields } from "./describe-pair.ts";
import {
  checkText,
  decisionWords,
  pairSum,
  reviewHeadings,
  sideHeading,
  valueCells,
  valuesSum,
} from "./review-columns.ts";
import { listReviewQueue, reviewedEntities } from "./review-queue.ts";

/** A workbook for people who decide in Excel, and how many pairs are in it. */
export interface ReviewFile {
  readonly content: Uint8Array;
  readonly pairs: number;
}

/**
 * The pairs that wait as a workbook: a sheet an entity, a row a pair, the column 判定 with a list to
 * choose from, and a note on how to fill it in. Rows may be sorted, filtered and deleted.
 */
export async function writeReviewFile(
  language: Language,
  { workspacePath, startedAt, model }: RunContext,
): Promise<ReviewFile> {
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    const queue = listReviewQueue(workspace);
    const describe = createPairDescriber(workspace, model);
    const lastDecision = listDecisionLog(workspace).at(-1)?.id ?? 0;
    const sheets = reviewedEntities.flatMap((entity) => {
      const pairs = queue.filter((each) => each.entity === entity).map(describe);
      const sheet = { entity, pairs, fields: reviewFields(entity, model), lastDecision };
      return pairs.length === 0 ? [] : [reviewSheet(sheet, language)];
    });
    const content = await xlsxOfTables([...sheets, noteSheet(language)]);
    return { content, pairs: queue.length };
  } finally {
    workspace.close();
  }
}

/** How to fill it in, on a sheet of its own, so that it is in nobody's way. */
function noteSheet(language: Language): WorkbookTable {
  const lines = ["reviewNoteFill", "reviewNoteRows", "reviewNoteCheck", "reviewNoteBack"] as const;
  return {
    name: say("reviewNote", language),
    columns: [say("reviewNote", language)],
    rows: lines.map((line) => [say(line, language)]),
  };
}

interface Sheet {
  readonly entity: EntityName;
  readonly pairs: readonly ReviewPair[];
  readonly fields: ReturnType<typeof reviewFields>;
  readonly lastDecision: number;
}

function reviewSheet(
  { entity, pairs, fields, lastDecision }: Sheet,
  language: Language,
): WorkbookTable {
  const filled = fields.filter(({ name }) =>
    pairs.some((pair) => pair.fields.some(({ field }) => field === name)),
  );
  const { decision, number, weight, likelihood, reason, left, right, check } = reviewHeadings;
  const sides = filled.flatMap((field) => [
    sideHeading(field, "left", language),
    sideHeading(field, "right", language),
  ]);
  return {
    name: labelOfEntity(entity, language),
    columns: [
      ...[decision, number, weight, likelihood, reason].map((each) => each[language]),
      ...sides,
      ...[left, right, check].map((each) => each[language]),
    ],
    rows: pairs.map((pair, at) => [
      "",
      String(at + 1),
      (pair.weightMilliBits / 1000).toFixed(1),
      pair.probabilityPerMille === undefined ? "" : formatPerMille(pair.probabilityPerMille),
      reasonWords(pair.reason, language),
      ...valueCells(pair, filled),
      pair.left,
      pair.right,
      checkText({
        pair: pairSum(entity, pair.left, pair.right),
        values: valuesSum(valueCells(pair, fields)),
        lastDecision,
      }),
    ]),
    choices: { [decision[language]]: Object.values(decisionWords).map((each) => each[language]) },
    hidden: [check[language]],
  };
}
