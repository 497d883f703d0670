import type { ReportFile } from "./report-option.ts";
import type { KeptEdit, RollbackResult } from "../report/rollback-text.ts";
import { hint, tell } from "./terminal/print-result.ts";
import { writeOutput } from "./terminal/output.ts";
import { reportStyle } from "./terminal/report-style.ts";
import type { Terminal } from "./terminal/terminal.ts";

export type RollbackReport = "md" | "csv" | "xlsx";

/** Writes what a rollback did and what stays: the plan of a rollback when it was a dry run. */
export async function writeRollbackReport(
  { kind, file }: ReportFile<RollbackReport>,
  result: RollbackResult,
  kept: readonly KeptEdit[],
  terminal: Terminal,
): Promise<void> {
  const report = await import("../report/rollback-report.ts");
  const style = reportStyle(terminal);
  if (kind === "md") {
    await writeOutput(file, terminal, report.rollbackMarkdown(result, kept, style));
  } else if (kind === "csv") {
    await writeOutput(file, terminal, report.rollbackCsv(kept, style));
  } else {
    await writeOutput(file, terminal, await report.rollbackWorkbook(kept, style));
  }
  if (!terminal.quiet) tell(hint("conflictsWritten", terminal, { file }), terminal);
}
