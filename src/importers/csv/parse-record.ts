import { parse, type Options } from "csv-parse/sync";
import type { Finding } from "../../model/finding.ts";

export interface ParsedRecord {
  readonly cells: readonly string[];
  readonly text: string;
  readonly broken?: Finding;
}

const quotesDoNotClose: Finding = {
  code: "I102",
  severity: "error",
  detail: "quotes do not close",
};

/**
 * One record to cells by csv-parse, for quotes where RFC 4180 has none: text behind a closing
 * quote, a second pair of quotes in one cell. When that does not give one row, the quotes are letters like
 * others; over several lines, or when they were never closed, nobody knows what they mean.
 */
export function parseRecord(text: string, delimiter: string, isBroken: boolean): ParsedRecord {
  const quoted = isBroken ? undefined : onlyRow(parseQuoted(text, delimiter));
  if (quoted !== undefined) return { cells: quoted.map(cleanCell), text };
  const plain = onlyRow(tryParse(text, { delimiter, quote: false }));
  const cells = (plain ?? [text]).map(cleanCell);
  return plain !== undefined && !isBroken
    ? { cells, text }
    : { cells, text, broken: quotesDoNotClose };
}

/** One record is one row: an empty line is a row of one empty cell, several rows are a misreading. */
function onlyRow(rows: readonly string[][] | undefined): string[] | undefined {
  if (rows?.length === 0) return [""];
  return rows?.length === 1 ? rows[0] : undefined;
}

/** MySQL and PHP write a quote inside quotes as `\"`; elsewhere a quote too many is a letter. */
function parseQuoted(text: string, delimiter: string): string[][] | undefined {
  const escaped = text.includes('\\"') ? tryParse(text, { delimiter, escape: "\\" }) : undefined;
  return escaped ?? tryParse(text, { delimiter, relax_quotes: true });
}

function tryParse(text: string, options: Options): string[][] | undefined {
  try {
    return parse(text, {
      ...options,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ["\r\n", "\n", "\r"],
    });
  } catch {
    return undefined;
  }
}

/**
 * What Excel and front ends put around a value to keep it text.
 * `="13800138000"` -> `13800138000`; `'0755` -> `0755`; TABs and zeros at the end go
 */
export function cleanCell(cell: string): string {
  const text = /[\t\0]$/.test(cell) ? cell.replace(/[\t\0]+$/, "") : cell;
  if (text.length > 2 && text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1);
  return /^'[\d+]/.test(text) ? text.slice(1) : text;
}
