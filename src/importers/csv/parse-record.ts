import { parse } from "csv-parse/sync";
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
  const quoted = isBroken ? undefined : onlyRow(tryParse(text, delimiter, true));
  if (quoted !== undefined) return { cells: quoted.map(cleanCell), text };
  const plain = onlyRow(tryParse(text, delimiter, false));
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

function tryParse(text: string, delimiter: string, quote: boolean): string[][] | undefined {
  try {
    return parse(text, {
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

/**
 * What Excel and front ends put around a value to keep it text.
 * `="13800138000"` -> `13800138000`; `'0755` -> `0755`; a TAB at the end goes
 */
export function cleanCell(cell: string): string {
  const text = cell.endsWith("\t") ? cell.replace(/\t+$/, "") : cell;
  if (text.length > 2 && text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1);
  return /^'[\d+]/.test(text) ? text.slice(1) : text;
}
