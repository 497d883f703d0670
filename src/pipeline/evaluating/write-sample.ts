import { drawSample } from "../../dedupe/draw-sample.ts";
import type { Language } from "../../errors.ts";
import { labelOfEntity } from "../../report/label-of.ts";
import { say } from "../../report/words.ts";
import { xlsxOfTables } from "../../report/xlsx.ts";
import { iteratePairs } from "../../workspace/clusters.ts";
import { openWorkspace } from "../../workspace/open-workspace.ts";
import { createPairDescriber, reviewFields } from "../review/describe-pair.ts";
import { decisionWords, sideHeading, valueCells } from "../review/review-columns.ts";
import type { RunContext } from "../run-context.ts";

/** A workbook of pairs to label, and how many there are. */
export interface SampleFile {
  readonly content: Uint8Array;
  readonly pairs: number;
}

/**
 * A stratified sample of the compared pairs of customers, to be labelled by a person who does not
 * see what was decided: fill the column `same`, then `goldpan evaluate --labels FILE`. The same
 * workspace gives the same pairs.
 */
export async function writeSample(
  count: number,
  language: Language,
  { workspacePath, startedAt, model }: RunContext,
): Promise<SampleFile> {
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    const sample = drawSample(iteratePairs(workspace, "customer"), count);
    const fields = reviewFields("customer", model);
    const describe = createPairDescriber(workspace, model);
    const rows = sample.map(({ pair, standsFor }): string[] => {
      const shown = describe({ entity: "customer", pair });
      return ["", ...valueCells(shown, fields), pair.left, pair.right, standsFor.toFixed(6)];
    });
    const sides = fields.flatMap((field) => [
      sideHeading(field, "left", language),
      sideHeading(field, "right", language),
    ]);
    const { same, different } = decisionWords;
    const table = {
      name: labelOfEntity("customer", language),
      columns: ["same", ...sides, "left", "right", "stands_for"],
      rows,
      choices: { same: [same[language], different[language]] },
      hidden: ["stands_for"],
    };
    const note = {
      name: say("reviewNote", language),
      columns: [say("sampleNote", language)],
      rows: [],
    };
    return { content: await xlsxOfTables([table, note]), pairs: sample.length };
  } finally {
    workspace.close();
  }
}
