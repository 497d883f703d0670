import { drawSample, type SampledPair } from "../../dedupe/draw-sample.ts";
import type { Language } from "../../errors.ts";
import { labelOfEntity } from "../../report/label-of.ts";
import { say } from "../../report/words.ts";
import { xlsxOfTables, type WorkbookTable } from "../../report/xlsx.ts";
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

/** What the program needs to weigh what is left of the rows. */
const hidden = ["stands_for", "stratum", "stratum_pairs"];

function kindOf({ name, pairs }: SampledPair["stratum"]): string[] {
  return [name, String(pairs)];
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
    const rows = sample.map(({ pair, standsFor, stratum }): string[] => {
      const shown = describe({ entity: "customer", pair });
      return [
        "",
        ...valueCells(shown, fields),
        pair.left,
        pair.right,
        standsFor.toFixed(6),
        ...kindOf(stratum),
      ];
    });
    const sheet = sampleSheet(rows, fields, language);
    return { content: await xlsxOfTables([sheet, noteSheet(language)]), pairs: sample.length };
  } finally {
    workspace.close();
  }
}

function sampleSheet(
  rows: readonly string[][],
  fields: ReturnType<typeof reviewFields>,
  language: Language,
): WorkbookTable {
  const sides = fields.flatMap((field) => [
    sideHeading(field, "left", language),
    sideHeading(field, "right", language),
  ]);
  const { same, different } = decisionWords;
  return {
    name: labelOfEntity("customer", language),
    columns: ["same", ...sides, "left", "right", ...hidden],
    rows,
    choices: { same: [same[language], different[language]] },
    hidden,
  };
}

function noteSheet(language: Language): WorkbookTable {
  const columns = [say("sampleNote", language)];
  return { name: say("reviewNote", language), columns, rows: [] };
}
