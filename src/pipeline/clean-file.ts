import { GoldpanError } from "../errors.ts";
import type { Normalizer, NormalizerName, NormalizeOptions } from "../model/normalizer.ts";
import type { QuarantinedRow, ReadOptions, RowCounts, SourceTable } from "../model/source.ts";
import { countLabel } from "../normalize/column-vote.ts";
import { normalizers } from "../normalize/normalizers.ts";
import { csvRow } from "../report/csv.ts";
import { byCodePoint } from "../text/code-point.ts";
import { openTable } from "./open-table.ts";
import { keepFirst, readNotes, type ReadNote } from "./read-notes.ts";
import { TextOutput, type Write } from "./text-output.ts";

export interface CleanOptions {
  readonly sets: readonly { readonly column: string; readonly normalizer: NormalizerName }[];
  readonly addFindings: boolean;
  readonly keys: boolean;
  readonly repairs: "safe" | "none";
  readonly read: ReadOptions;
  readonly bom: boolean;
  readonly excelSafe: boolean;
}

export interface CleanResult {
  readonly counts: RowCounts;
  readonly changed: number;
  readonly findings: Readonly<Record<string, number>>;
  /** The first thousand of them; `counts` has them all. */
  readonly quarantined: readonly QuarantinedRow[];
  readonly otherSheets: readonly string[];
  readonly notes: readonly ReadNote[];
}

/** One column to clean: where it stands, by what, and what its whole column said. */
interface Cleaner {
  readonly index: number;
  readonly column: string;
  readonly normalizer: Normalizer;
  readonly context: unknown;
}

interface Tally {
  changed: number;
  readonly findings: Map<string, number>;
}

/**
 * The same rows as CSV with the named columns normalized. A value that cannot be read stays as it
 * was and gets a finding. Streams; a normalizer that looks at its column reads the file first.
 * Throws USAGE_UNKNOWN_COLUMN when a named column is not there.
 */
export async function cleanFile(
  path: string,
  options: CleanOptions,
  write: Write,
): Promise<CleanResult> {
  const cleaners = await prepareCleaners(path, options);
  const { source, table, otherSheets } = await openTable(path, options.read);
  try {
    const tally: Tally = { changed: 0, findings: new Map() };
    const output = new TextOutput(write);
    const quarantined: QuarantinedRow[] = [];
    await output.add(
      `${options.bom ? "\ufeff" : ""}${csvRow(heading(table.columns, options), options)}`,
    );
    for await (const batch of table.batches()) {
      keepFirst(quarantined, batch.quarantined);
      for (const { cells } of batch.rows) {
        await output.add(csvRow(cleanRow(cells, cleaners, options, tally), options));
      }
    }
    await output.flush();
    const findings = Object.fromEntries(
      [...tally.findings].toSorted(([a], [b]) => byCodePoint(a, b)),
    );
    const notes = readNotes(source, table);
    const { changed } = tally;
    return { counts: table.counts(), changed, findings, quarantined, otherSheets, notes };
  } finally {
    await source.close();
  }
}

function heading(columns: readonly string[], options: CleanOptions): string[] {
  const keys = options.keys ? options.sets.map(({ column }) => `${column}_key`) : [];
  return [...columns, ...keys, ...(options.addFindings ? ["_findings"] : [])];
}

function cleanRow(
  cells: readonly string[],
  cleaners: readonly Cleaner[],
  options: CleanOptions,
  tally: Tally,
): string[] {
  const row = [...cells];
  const keys: string[] = [];
  const codes: string[] = [];
  const normalizeOptions: NormalizeOptions = { repairs: options.repairs };
  for (const { index, column, normalizer, context } of cleaners) {
    const before = row[index] ?? "";
    const result = normalizer.normalize(before, context, normalizeOptions);
    row[index] = result.display;
    keys.push(result.key);
    if (result.display !== before) tally.changed += 1;
    for (const { code } of result.findings) {
      codes.push(`${column}:${code}`);
      tally.findings.set(code, (tally.findings.get(code) ?? 0) + 1);
    }
  }
  return [...row, ...(options.keys ? keys : []), ...(options.addFindings ? [codes.join(";")] : [])];
}

async function prepareCleaners(path: string, options: CleanOptions): Promise<Cleaner[]> {
  const { source, table } = await openTable(path, options.read);
  try {
    const found = options.sets.map(({ column, normalizer }) => ({
      column,
      index: indexOfColumn(table.columns, column, path),
      normalizer: normalizers[normalizer],
    }));
    const counts = await countLabels(table, found);
    return found.map((each, at) => ({
      ...each,
      context: each.normalizer.vote?.decide(counts[at] ?? new Map()) ?? each.normalizer.observe([]),
    }));
  } finally {
    await source.close();
  }
}

/** What the values of each column say of it, when one of them is asked. */
async function countLabels(
  table: SourceTable,
  columns: readonly Pick<Cleaner, "index" | "normalizer">[],
): Promise<Map<string, number>[]> {
  const all = columns.map(() => new Map<string, number>());
  const voting = columns.flatMap(({ index, normalizer: { vote } }, at) =>
    vote === undefined ? [] : [{ index, vote, counts: all[at] ?? new Map() }],
  );
  if (voting.length === 0) return all;
  for await (const { rows } of table.batches()) {
    for (const { index, vote, counts } of voting) {
      for (const { cells } of rows) countLabel(vote.labelOf(cells[index] ?? ""), counts);
    }
  }
  return all;
}

function indexOfColumn(columns: readonly string[], column: string, file: string): number {
  const index = columns.indexOf(column);
  if (index >= 0) return index;
  throw new GoldpanError("USAGE_UNKNOWN_COLUMN", { file, column, columns: columns.join(", ") });
}
