import type { Language } from "../../errors.ts";
import type { QuarantinedRow, RowCounts } from "../../model/source.ts";

export interface ReadResult {
  readonly counts: RowCounts;
  readonly quarantined: readonly QuarantinedRow[];
  readonly otherSheets: readonly string[];
}

const shownRows = 5;
const number = (value: number): string => value.toLocaleString("en-US");

/**
 * What became of every row of a file: the law of `contracts.md` 5 with its numbers, the rows that
 * were set aside with their text, and the sheets that were not read.
 */
export function readSummary(
  { counts, quarantined, otherSheets }: ReadResult,
  language: Language,
  verb: Readonly<Record<Language, string>>,
): string {
  const zh = language === "zh";
  const nonData = Object.entries(counts.nonData).filter(([, count]) => count > 0);
  const named = nonData.map(([kind, count]) => `${number(count)} ${kind}`).join(", ");
  const equation = [
    `${number(counts.read)} ${zh ? "行" : "rows read"} =`,
    `${number(counts.data)} ${zh ? "数据行" : "data"} +`,
    `${number(counts.quarantined)} ${zh ? "隔离" : "quarantined"} +`,
    `${number(counts.read - counts.data - counts.quarantined)} ${zh ? "非数据行" : "not data"}`,
    named === "" ? "" : `(${named})`,
  ].filter((part) => part !== "");
  const aside = quarantined
    .slice(0, shownRows)
    .map(
      ({ row, finding, text }) =>
        `  row ${row}  ${finding.code}  ${finding.detail ?? ""}  ${text.slice(0, 60)}\n`,
    );
  const more =
    quarantined.length > shownRows ? `  ... ${number(quarantined.length - shownRows)} more\n` : "";
  const sheets =
    otherSheets.length === 0
      ? ""
      : zh
        ? `未读取的工作表: ${otherSheets.join(", ")}; 用 \`--sheet\` 指定\n`
        : `Sheets not read: ${otherSheets.join(", ")}; name one with \`--sheet\`\n`;
  return `${aside.join("")}${more}${sheets}${verb[language]} ${equation.join(" ")}\n`;
}
