import { importRules } from "../importers/import-rules.ts";
import type { Finding, Severity } from "../model/finding.ts";
import type { OpenedSource, QuarantinedRow, SourceTable } from "../model/source.ts";

/** What a person should know of how a table was read, in both languages. */
export interface ReadNote {
  readonly code: string;
  readonly severity: Severity;
  /** The sheet, the encoding, the part that it is about. */
  readonly value: string;
  readonly detail: string;
  readonly en: string;
  readonly zh: string;
}

/** Guesses that were made, sheets and records that were left out, damage that was mended. */
export function readNotes(source: OpenedSource, { findings }: SourceTable): ReadNote[] {
  return [...source.findings, ...findings].map(noteOf);
}

function noteOf({ code, severity, value = "", detail = "" }: Finding): ReadNote {
  const rule = importRules.find((each) => each.code === code);
  return { code, severity, value, detail, en: rule?.en ?? "", zh: rule?.zh ?? "" };
}

/** A file may be nothing but broken rows: so many are kept to be shown, all of them are counted. */
const mostKept = 1000;

/** Appends rows that were set aside, the first thousand of a table. */
export function keepFirst(kept: QuarantinedRow[], more: readonly QuarantinedRow[]): void {
  for (const row of more) {
    if (kept.length >= mostKept) return;
    kept.push(row);
  }
}
