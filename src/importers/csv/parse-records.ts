import { parse } from "csv-parse/sync";
import type { Finding } from "../../model/finding.ts";
import type { TextRecord } from "./records-of-text.ts";

export interface ParsedRecord {
  readonly cells: readonly string[];
  readonly text: string;
  readonly broken?: Finding;
}

/**
 * Records to cells. Text without quotes is cut at its delimiters; the rest goes through csv-parse,
 * all together, or one by one when that does not give one row for each record. A record with
 * broken quotes is read without quoting and marked as broken.
 */
export function parseRecords(records: readonly TextRecord[], delimiter: string): ParsedRecord[] {
  const quoted = parseQuoted(records.filter(hasQuote), delimiter)[Symbol.iterator]();
  return records.map((record) => {
    const parsed = hasQuote(record) ? quoted.next().value : undefined;
    return parsed ?? { cells: record.text.split(delimiter).map(cleanCell), text: record.text };
  });
}

function hasQuote({ text }: TextRecord): boolean {
  return text.includes('"');
}

function parseQuoted(records: readonly TextRecord[], delimiter: string): ParsedRecord[] {
  if (records.some(({ brokenQuotes }) => brokenQuotes))
    return records.map((record) => parseRecord(record, delimiter));
  const together = tryParse(records.map(({ text }) => text).join("\n"), delimiter, true);
  if (together?.length !== records.length)
    return records.map((record) => parseRecord(record, delimiter));
  return together.map((cells, at) => ({
    cells: cells.map(cleanCell),
    text: records[at]?.text ?? "",
  }));
}

function parseRecord({ text, brokenQuotes }: TextRecord, delimiter: string): ParsedRecord {
  const quoted = brokenQuotes ? undefined : onlyRow(tryParse(text, delimiter, true));
  if (quoted !== undefined) return { cells: quoted.map(cleanCell), text };
  const plain = onlyRow(tryParse(text, delimiter, false));
  const finding = { code: "I102", severity: "error", detail: "quotes do not close" } as const;
  // Quotes inside one line are letters like others; over several lines nobody knows what they mean.
  const isCertain = plain !== undefined && !brokenQuotes;
  const cells = (plain ?? [text]).map(cleanCell);
  return isCertain ? { cells, text } : { cells, text, broken: finding };
}

/** One record is one row: an empty line is a row of one empty cell, several rows are a misreading. */
function onlyRow(rows: readonly string[][] | undefined): string[] | undefined {
  if (rows?.length === 0) return [""];
  return rows?.length === 1 ? rows[0] : undefined;
}

function tryParse(text: string, delimiter: string, quote: boolean): string[][] | undefined {
  try {
    return parse(quote ? withoutGuards(text, delimiter) : text, {
      delimiter,
      quote: quote ? '"' : false,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ["\r\n", "\n", "\r"],
    });
  } catch {
    return undefined;
  }
}

/** `="0755",="1"` -> `"0755","1"`: Excel's guard is a quoted cell for csv-parse only without its `=`. */
function withoutGuards(text: string, delimiter: string): string {
  if (!text.includes('="')) return text;
  return text.replaceAll(/(^|.)="/gm, (whole, before: string) =>
    before === "" || before === delimiter ? `${before}"` : whole,
  );
}

/**
 * What Excel and front ends put around a value to keep it text.
 * `="13800138000"` -> `13800138000`; `'0755` -> `0755`; a TAB at the end goes
 */
function cleanCell(cell: string): string {
  const text = cell.endsWith("\t") ? cell.replace(/\t+$/, "") : cell;
  if (text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1);
  return /^'[\d+]/.test(text) ? text.slice(1) : text;
}
