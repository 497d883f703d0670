import { inProject } from "../open-project.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { hint, printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** `goldpan dedupe` without a file. */
export interface ProjectInput {
  readonly kind: "project";
  readonly recall: "normal" | "high" | undefined;
  readonly workers: number | undefined;
  readonly refreeze: boolean;
}

/** Clusters and golden records of the project, with the certificate of the step. */
export async function dedupeProject(
  { recall, workers, refreeze }: ProjectInput,
  terminal: Terminal,
): Promise<number> {
  const { dedupeRecords } = await import("../../pipeline/dedupe-records.ts");
  const { dedupeSummary } = await import("../../report/dedupe-summary.ts");
  const result = await inProject(terminal, (context) =>
    dedupeRecords({ recall: recall ?? context.settings.dedupe.recall, workers, refreeze }, context),
  );
  const { entities } = result;
  const text = (): string => dedupeSummary(entities, reportStyle(terminal), terminal.verbose);
  const talk = [hint("nextScore", terminal)];
  await printResult({ thing: "dedupe", value: { entities }, text, talk }, terminal);
  return exitCodes.done;
}
