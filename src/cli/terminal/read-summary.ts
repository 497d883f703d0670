import type { Language } from "../../errors.ts";
import type { QuarantinedRow, RowCounts } from "../../model/source.ts";
import { count, say } from "./messages.ts";

interface ReadResult {
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
export function readSummary(result: ReadResult, language: Language): string {
  const { counts, quarantined, otherSheets } = result;
  const left = quarantined.length - shownRows;
  const sheets = otherSheets.join(", ");
  return [
    ...quarantined.slice(0, shownRows).map((row) => quarantinedLine(row, language)),
    left > 0 ? `${say(language, "moreRows", { count: number(left) })}\n` : "",
    sheets === "" ? "" : `${say(language, "sheetsNotRead", { sheets })}\n`,
    `${equation(counts, language)}\n`,
  ].join("");
}

function quarantinedLine({ row, finding, text }: QuarantinedRow, language: Language): string {
  const detail = finding.detail ?? "";
  return `  ${say(language, "row")} ${row}  ${finding.code}  ${detail}  ${text.slice(0, 60)}\n`;
}

function equation({ read, data, quarantined, nonData }: RowCounts, language: Language): string {
  const kinds = Object.entries(nonData).filter(([, amount]) => amount > 0);
  const named = kinds.map(([kind, amount]) => `${number(amount)} ${kind}`).join(", ");
  const parts = [
    `${number(data)} ${say(language, "tableRows")}`,
    `${number(quarantined)} ${say(language, "quarantined")}`,
    `${number(read - data - quarantined)} ${say(language, "notData")}`,
  ];
  const left = `${count(language, read, "readRows")} = ${parts.join(" + ")}`;
  return named === "" ? left : `${left} (${named})`;
}
