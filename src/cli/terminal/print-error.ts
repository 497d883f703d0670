import {
  describe,
  GoldpanError,
  hintOf,
  type Language,
  type Place,
  type Problem,
} from "../../errors.ts";

/** An error as a person reads it: what could not be done, where, each mistake, the way out. */
export function errorText(error: unknown, language: Language): string {
  if (!(error instanceof GoldpanError)) return bugText(error, language);
  const { code, details, problems } = error;
  const listed = problems.map((problem) => problemText(problem, language)).join("\n");
  const hint = hintOf(code, details, language);
  return [
    `error: ${describe(code, details, language)}\n`,
    placeText(error.place),
    listed === "" ? "" : `\n${listed}`,
    hint === "" ? "" : `\nhint: ${hint}\n`,
  ].join("");
}

function placeText({ file, sheet, row, column }: Place): string {
  const parts = [
    file === undefined ? "" : `file: ${file}`,
    sheet === undefined ? "" : `sheet: ${sheet}`,
    row === undefined ? "" : `row: ${row}`,
    column === undefined ? "" : `column: ${column}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `  ${parts.join("   ")}\n`;
}

function problemText({ code, details, place, excerpt }: Problem, language: Language): string {
  const where = [place?.file, place?.row, place?.column]
    .filter((part) => part !== undefined)
    .join(":");
  const line = excerpt === undefined ? "" : `     ${place?.row ?? ""} | ${excerpt}\n`;
  return `  ${where}  ${code}\n${line}        | ${describe(code, details, language)}\n`;
}

function bugText(error: unknown, language: Language): string {
  const cause = error instanceof Error ? error.message : String(error);
  return language === "zh"
    ? `error: 淘金遇到程序错误并停止 (INTERNAL)\n  原因: ${cause}\n`
    : `error: goldpan hit a bug and stopped (INTERNAL)\n  Cause: ${cause}\n`;
}
