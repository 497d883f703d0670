import { parse } from "csv-parse/sync";
import type { Finding } from "../../model/finding.ts";
import type { TextRecord } from "./records-of-text.ts";

export interface ParsedRecord {
  readonly cells: readonly string[];
  readonly broken?: { readonly text: string; readonly finding: Finding };
}

/**
 * Records to cells through csv-parse; a batch that it refuses is read record by record, and a
 * record whose quotes are broken once more without quoting, with a finding.
 */
export function parseRecords(records: readonly TextRecord[], delimiter: string): ParsedRecord[] {
  if (!records.some(({ brokenQuotes }) => brokenQuotes)) {
    const together = tryParse(records.map(({ text }) => text).join("\n"), delimiter, true);
    if (together?.length === records.length)
      return together.map((cells) => ({ cells: cells.map(cleanCell) }));
  }
  return records.map((record) => parseRecord(record, delimiter));
}

function parseRecord({ text, brokenQuotes }: TextRecord, delimiter: string): ParsedRecord {
  const [cells = [""]] =
    (brokenQuotes ? undefined : tryParse(text, delimiter, true)) ??
    tryParse(text, delimiter, false) ??
    [];
  const quoted = /(^|[,;\t|])\s*"/.test(text);
  if (!brokenQuotes || !quoted) return { cells: cells.map(cleanCell) };
  return {
    cells,
    broken: { text, finding: { code: "I102", severity: "error", detail: "quotes do not close" } },
  };
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
function cleanCell(cell: string): string {
  const text = cell.endsWith("\t") ? cell.replace(/\t+$/, "") : cell;
  if (text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1);
  return /^'[\d+]/.test(text) ? text.slice(1) : text;
}
