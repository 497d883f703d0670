import type { Language } from "../../errors.ts";
import type { NonDataKind, QuarantinedRow, RowCounts } from "../../model/source.ts";
import { findingDetail, noteText, type NoteForPeople } from "../../report/finding-detail.ts";
import { fitText, onOneLine } from "../../report/fit-text.ts";
import { maskValue } from "../../report/mask.ts";
import { count, say } from "./messages.ts";
import type { Terminal } from "./terminal.ts";

interface ReadResult {
  readonly counts: RowCounts;
  readonly quarantined: readonly QuarantinedRow[];
  readonly otherSheets: readonly string[];
  /** What was guessed, left out or mended while reading. */
  readonly notes?: readonly NoteForPeople[];
}

type Reader = Pick<Terminal, "language" | "showValues" | "columns">;

const shownRows = 5;
const number = (value: number): string => value.toLocaleString("en-US");

/**
 * What became of every row of a file: the law of `contracts.md` 5 with its numbers, the rows that
 * were set aside with their text, and the sheets that were not read.
 */
export function readSummary(result: ReadResult, terminal: Reader): string {
  const { language } = terminal;
  const { counts, quarantined, otherSheets, notes = [] } = result;
  const left = counts.quarantined - shownRows;
  const sheets = otherSheets.join(", ");
  return [
    ...notes.map((note) => `  ${noteText(note, language)}\n`),
    ...quarantined.slice(0, shownRows).map((row) => quarantinedLine(row, terminal)),
    left > 0 ? `${say(language, "moreRows", { count: number(left) })}\n` : "",
    sheets === "" ? "" : `${say(language, "sheetsNotRead", { sheets })}\n`,
    `${equation(counts, language)}\n`,
  ].join("");
}

function quarantinedLine({ row, finding, text }: QuarantinedRow, terminal: Reader): string {
  const { code, detail = "" } = finding;
  const shown = onOneLine(terminal.showValues ? text : maskValue(undefined, text));
  const reason = findingDetail(detail, terminal.language);
  const line = `  ${say(terminal.language, "row")} ${row}  ${code}  ${reason}  ${shown}`;
  return `${fitText(line, terminal.columns)}\n`;
}

const kindWords = {
  title: "kindTitle",
  header: "kindHeader",
  footer: "kindFooter",
  sample: "kindSample",
  blank: "kindBlank",
} as const satisfies Readonly<Record<NonDataKind, string>>;

function equation({ read, data, quarantined, nonData }: RowCounts, language: Language): string {
  // The keys of the record are the kinds.
  const kinds = Object.keys(kindWords) as NonDataKind[];
  const named = kinds
    .filter((kind) => nonData[kind] > 0)
    .map((kind) => `${number(nonData[kind])} ${say(language, kindWords[kind])}`)
    .join(", ");
  const parts = [
    `${number(data)} ${say(language, "tableRows")}`,
    `${number(quarantined)} ${say(language, "quarantined")}`,
    `${number(read - data - quarantined)} ${say(language, "notData")}`,
  ];
  const left = `${count(language, read, "readRows")} = ${parts.join(" + ")}`;
  return named === "" ? left : `${left} (${named})`;
}
