import type { Language } from "../errors.ts";
import type { Severity } from "../model/finding.ts";
import type { QuarantinedRow, RowCounts } from "../model/source.ts";
import { equation } from "./conservation.ts";
import { findingDetail, noteText, type NoteForPeople } from "./finding-detail.ts";
import { fitText, onOneLine } from "./fit-text.ts";
import { formatCount } from "./format-number.ts";
import { maskValue } from "./mask.ts";
import { defaultWidth, type ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** What was guessed, left out or mended while a table was read. */
interface ImportNote extends NoteForPeople {
  readonly severity: Severity;
}

/** The first rows that were set aside are shown, of each table. */
const shownRows = 20;

/** What an import did with one table. */
export interface ImportLine {
  readonly path: string;
  readonly sheet: string | null;
  readonly format: string;
  readonly encoding: string | null;
  readonly status: "imported" | "unchanged";
  readonly counts: RowCounts | null;
  readonly quarantined: readonly QuarantinedRow[];
  readonly otherSheets: readonly string[];
  readonly notes?: readonly ImportNote[];
  readonly messagesLeftOut?: readonly string[];
  readonly privateLeftOut?: readonly string[];
  readonly identitiesMasked?: readonly string[];
  readonly replacedRows?: number;
}

/** The tables that were imported, every quarantined row with its text, and the law of `contracts.md` 5. */
export function importSummary(lines: readonly ImportLine[], style: ReportStyle): string {
  const word = (key: Parameters<typeof say>[0]): string => say(key, style.language);
  const columns = [
    { title: word("source"), align: "left", cut: "start" },
    { title: word("sheet"), align: "left" },
    { title: word("format"), align: "left", priority: 1 },
    { title: word("rows"), align: "right" },
    { title: word("quarantinedColumn"), align: "right" },
    { title: word("notDataColumn"), align: "right", priority: 2 },
  ] as const;
  const rows = lines.map((line) => tableRow(line, word("unchanged")));
  const notes = lines.map((line) => notesOf(line, style)).join("");
  return `${textTable(columns, rows, style)}${notes}\n${importLaw(lines, style)}`;
}

function tableRow(
  { path, sheet, format, encoding, counts, status }: ImportLine,
  unchanged: string,
): string[] {
  const kind = encoding === null ? format : `${format} ${encoding}`;
  const place = [path, sheet ?? "", kind];
  if (counts === null) return [...place, status === "unchanged" ? unchanged : "", "", ""];
  const numbers = [counts.data, counts.quarantined, notData(counts)];
  return [...place, ...numbers.map(formatCount)];
}

const notData = (counts: RowCounts): number => counts.read - counts.data - counts.quarantined;

function notesOf(line: ImportLine, style: ReportStyle): string {
  const { path, quarantined, otherSheets, counts, replacedRows = 0 } = line;
  const { language, width = defaultWidth, showValues = false } = style;
  const left = (counts?.quarantined ?? 0) - shownRows;
  const rows = quarantined.slice(0, shownRows).map(({ row, finding, text }) => {
    const shown = onOneLine(showValues ? text : maskValue(undefined, text));
    const place = `${path} ${say("row", language)} ${row}`;
    const reason = findingDetail(finding.detail ?? "", language);
    return fitText(`  ${place}  ${finding.code}  ${reason}  ${shown}`, width);
  });
  const sheets = say("sheetsNotRead", language, { sheets: otherSheets.join(", ") });
  const lines = [
    ...warningLines(line, language),
    ...rows,
    ...(left > 0 ? [`  ${path}  ${say("more", language, { count: left })}`] : []),
    ...(otherSheets.length > 0 ? [`  ${path}  ${sheets}`] : []),
    ...hiddenLines(line, language),
    ...(replacedRows > 0
      ? [`  ${path}  ${say("rowsReplaced", language, { count: replacedRows })}`]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** Of what was told while reading, the parts that somebody should act on. */
function warningLines({ path, notes = [] }: ImportLine, language: Language): string[] {
  return notes
    .filter(({ severity }) => severity !== "info")
    .map((note) => `  ${path}  ${noteText(note, language)}`);
}

function hiddenLines(line: ImportLine, language: ReportStyle["language"]): string[] {
  const { path, messagesLeftOut = [], privateLeftOut = [], identitiesMasked = [] } = line;
  const note = (
    key: "messagesLeftOut" | "privateLeftOut" | "identitiesMasked",
    columns: readonly string[],
  ): string[] =>
    columns.length === 0
      ? []
      : [`  ${path}  ${say(key, language, { columns: columns.join(", ") })}`];
  return [
    ...note("messagesLeftOut", messagesLeftOut),
    ...note("privateLeftOut", privateLeftOut),
    ...note("identitiesMasked", identitiesMasked),
  ];
}

/** The law of `contracts.md` 5 over all tables that were imported now. */
export function importLaw(
  lines: readonly Pick<ImportLine, "counts">[],
  style: ReportStyle,
): string {
  const counted = lines.flatMap(({ counts }) => (counts === null ? [] : [counts]));
  const sum = (part: (counts: RowCounts) => number): number =>
    counted.reduce((total, each) => total + part(each), 0);
  const nonDataKinds = sum(({ nonData }) =>
    Object.values(nonData).reduce((total, count) => total + count, 0),
  );
  return equation(
    [sum((each) => each.read), "rowsRead"],
    [
      [sum((each) => each.data), "sourceRows"],
      [sum((each) => each.quarantined), "quarantined"],
      [nonDataKinds, "notData"],
    ],
    style,
  );
}
