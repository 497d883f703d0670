import type { Language } from "../errors.ts";
import type { QuarantinedRow, RowCounts } from "../model/source.ts";
import { formatCount } from "./format-number.ts";
import { textTable } from "./text-table.ts";

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
}

const words = {
  en: {
    columns: ["Source", "Sheet", "Format", "Rows", "Quarantined", "Not data"],
    unchanged: "unchanged",
    read: "rows read",
    source: "source rows",
    quarantined: "quarantined",
    other: "not data",
    row: "row",
    sheets: "sheets not read",
  },
  zh: {
    columns: ["来源", "工作表", "格式", "行数", "隔离", "非数据"],
    unchanged: "未变",
    read: "读取行",
    source: "源行",
    quarantined: "隔离",
    other: "非数据行",
    row: "行",
    sheets: "未读取的工作表",
  },
} as const;

/** The tables that were imported, every quarantined row with its text, and the law of `contracts.md` 5. */
export function importSummary(lines: readonly ImportLine[], language: Language): string {
  const text = words[language];
  const [source, ...rest] = text.columns;
  const columns = [
    { title: source, align: "left" } as const,
    ...rest.map((title, at) => ({ title, align: at < 2 ? "left" : "right" }) as const),
  ];
  const table = textTable(
    columns,
    lines.map((line) => tableRow(line, text.unchanged)),
  );
  return table + lines.map((line) => notes(line, language)).join("") + equation(lines, language);
}

function tableRow(
  { path, sheet, format, encoding, counts, status }: ImportLine,
  unchanged: string,
): string[] {
  const kind = encoding === null ? format : `${format} ${encoding}`;
  if (counts === null)
    return [path, sheet ?? "", kind, status === "unchanged" ? unchanged : "", "", ""];
  return [
    path,
    sheet ?? "",
    kind,
    formatCount(counts.data),
    formatCount(counts.quarantined),
    formatCount(nonData(counts)),
  ];
}

const nonData = (counts: RowCounts): number => counts.read - counts.data - counts.quarantined;

function notes({ path, quarantined, otherSheets }: ImportLine, language: Language): string {
  const text = words[language];
  const rows = quarantined.map(
    ({ row, finding, text: cells }) =>
      `  ${path} ${text.row} ${row}  ${finding.code}  ${finding.detail ?? ""}  ${cells.slice(0, 60)}\n`,
  );
  return (
    rows.join("") +
    (otherSheets.length > 0 ? `  ${path}  ${text.sheets}: ${otherSheets.join(", ")}\n` : "")
  );
}

function equation(lines: readonly ImportLine[], language: Language): string {
  const text = words[language];
  const counted = lines.flatMap(({ counts }) => (counts === null ? [] : [counts]));
  const sum = (part: (counts: RowCounts) => number): number =>
    counted.reduce((total, each) => total + part(each), 0);
  const [read, data, aside, other] = [
    sum((each) => each.read),
    sum((each) => each.data),
    sum((each) => each.quarantined),
    sum(nonData),
  ];
  if (read !== data + aside + other)
    throw new Error(`rows do not add up: ${read} = ${data} + ${aside} + ${other}`);
  return `\n${formatCount(read)} ${text.read} = ${formatCount(data)} ${text.source} + ${formatCount(aside)} ${text.quarantined} + ${formatCount(other)} ${text.other}\n`;
}
