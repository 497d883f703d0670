import { GoldpanError } from "../../errors.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Throws USAGE_WRONG_ENDING where a workbook for a person to answer in would be called something else; `-` is stdout. */
export function assertWorkbook(file: string, command: string): void {
  if (file === "-" || file.toLowerCase().endsWith(".xlsx")) return;
  throw new GoldpanError("USAGE_WRONG_ENDING", { command, file, endings: ".xlsx" });
}

/** Throws DEDUPE_ANSWERS_IN_FILE where a new workbook would replace answers, unless `--yes` allows it. */
export async function assertNoAnswers(
  file: string,
  { yes = false }: Terminal,
  countAnswers: () => Promise<number>,
): Promise<void> {
  const answers = yes ? 0 : await countAnswers();
  if (answers > 0) throw new GoldpanError("DEDUPE_ANSWERS_IN_FILE", { file, answers });
}
