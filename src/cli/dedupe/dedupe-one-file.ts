import type { FileQuestion, FileOutputs } from "../../pipeline/dedupe-file.ts";
import { assertNotInput } from "../terminal/assert-not-input.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { withInput } from "../terminal/input-file.ts";
import { withOutput } from "../terminal/output.ts";
import { printSummary } from "../terminal/print-summary.ts";
import { withProgress } from "../terminal/progress.ts";
import { readSummary } from "../terminal/read-summary.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { filterSettings } from "./filter-settings.ts";

/** `goldpan dedupe FILE`: what to read and where to write. */
export interface FileInput {
  readonly kind: "file";
  readonly question: FileQuestion;
  readonly outputs: Readonly<Record<keyof FileOutputs, string | undefined>>;
}

/** Clusters of one table as CSV, with pairs and golden rows where they are asked for. */
export async function dedupeOneFile(
  { question, outputs }: FileInput,
  terminal: Terminal,
): Promise<number> {
  const { dedupeFile } = await import("../../pipeline/dedupe-file.ts");
  const { dedupeSummary } = await import("../../report/dedupe-summary.ts");
  const context = filterSettings(terminal);
  assertNotInput(Object.values(outputs), [question.path, question.mapping]);
  const value = await withOutput(outputs.clusters ?? "-", terminal, (clusters) =>
    withOptional(outputs.pairs, terminal, (pairs) =>
      withOptional(outputs.golden, terminal, (golden) =>
        withInput(question.path, (path) =>
          withProgress(terminal, (emit) =>
            dedupeFile({ ...question, path }, { clusters, pairs, golden }, { ...context, emit }),
          ),
        ),
      ),
    ),
  );
  const text = (): string =>
    readSummary(value, terminal) +
    dedupeSummary(value.entities, reportStyle(terminal), terminal.verbose);
  const results = Object.values(outputs).includes("-") ? "-" : "";
  await printSummary({ thing: "dedupe", value, text, output: results }, terminal);
  return value.quarantined.length > 0 ? exitCodes.rejectedRows : exitCodes.done;
}

/** Every output appears only when all of them are whole. */
async function withOptional<Result>(
  path: string | undefined,
  terminal: Terminal,
  produce: (write: FileOutputs["pairs"]) => Promise<Result>,
): Promise<Result> {
  return path === undefined ? produce(undefined) : withOutput(path, terminal, produce);
}
