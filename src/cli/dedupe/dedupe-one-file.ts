import { canonicalModel } from "../../model/canonical-model.ts";
import type { FileQuestion } from "../../pipeline/dedupe-file.ts";
import { csvRow } from "../../report/csv.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { writeOutput } from "../terminal/output.ts";
import { printSummary } from "../terminal/print-summary.ts";
import { withProgress } from "../terminal/progress.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** `goldpan dedupe FILE`: what to read and where to write. */
export interface FileInput {
  readonly kind: "file";
  readonly path: string;
  readonly question: FileQuestion;
  readonly outputs: {
    readonly clusters: string;
    readonly pairs: string | undefined;
    readonly golden: string | undefined;
  };
}

/** Clusters of one table as CSV, with pairs and golden rows where they are asked for. */
export async function dedupeOneFile(
  { path, question, outputs }: FileInput,
  terminal: Terminal,
): Promise<number> {
  const { dedupeFile } = await import("../../pipeline/dedupe-file.ts");
  const { dedupeSummary } = await import("../../report/dedupe-summary.ts");
  const result = await withProgress(terminal, (emit) =>
    dedupeFile(path, question, canonicalModel, emit),
  );
  const clusters = result.clusters.map(({ record, cluster }) => [record, cluster]);
  await writeOutput(outputs.clusters, terminal, csvOf(["record", "cluster"], clusters));
  if (outputs.pairs !== undefined) {
    const pairs = result.pairs.map((pair) => pairColumns.map((column) => pair[column]));
    await writeOutput(outputs.pairs, terminal, csvOf(pairColumns, pairs));
  }
  if (outputs.golden !== undefined) {
    await writeOutput(outputs.golden, terminal, csvOf(result.golden.columns, result.golden.rows));
  }
  const { summary: value } = result;
  const text = (): string => dedupeSummary([value], reportStyle(terminal));
  await printSummary({ thing: "dedupe", value, text, output: outputs.clusters }, terminal);
  return exitCodes.done;
}

const pairColumns = ["left", "right", "weight", "verdict", "reason"] as const;

function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const style = { excelSafe: false };
  return [columns, ...rows].map((row) => csvRow(row, style)).join("");
}
