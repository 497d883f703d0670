import { relative, resolve } from "node:path";
import { GoldpanError } from "../errors.ts";
import { expandPaths } from "../importers/expand-paths.ts";
import { namedColumns } from "../mapping/column-layout.ts";
import { compileMapping, type CompiledMapping } from "../mapping/compile-mapping.ts";
import { mappingHash } from "../mapping/mapping-hash.ts";
import type { SourceMapping } from "../mapping/source-mapping.ts";
import type {
  OpenedSource,
  QuarantinedRow,
  ReadOptions,
  RowCounts,
  SourceFile,
  SourceTable,
} from "../model/source.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import {
  hasSource,
  inTransaction,
  readAgain,
  replaceOtherContents,
  startRun,
  writeSource,
  type StoredSource,
} from "../workspace/source-files.ts";
import { chooseTables } from "./choose-tables.ts";
import { sheetColumn, withSheetColumn } from "./join-sheets.ts";
import { loadProjectMappings, mappingsOf, type ProjectMapping } from "./project-mappings.ts";
import { openPart, type FirstParts } from "./part-of-export.ts";
import { keepFirst, readNotes, type ReadNote } from "./read-notes.ts";
import { maskIdentities } from "./mask-identities.ts";
import { leftOutColumns, PrivateCells, type LeftOutColumns } from "./private-cells.ts";
import type { RunContext } from "./run-context.ts";

export interface ImportQuestion {
  /** Files, folders or globs; the project's `sources` when empty. */
  readonly paths: readonly string[];
  /** Take mappings that nobody has reviewed. */
  readonly acceptSuggested: boolean;
  /** The contents of these files stand in the place of earlier ones. */
  readonly replace?: boolean;
}

export interface ImportedFile {
  readonly path: string;
  readonly sheet: string | null;
  readonly format: string;
  readonly encoding: string | null;
  readonly system: string;
  /** "unchanged": the same content was imported before; nothing was written. */
  readonly status: "imported" | "unchanged";
  readonly counts: RowCounts | null;
  /** Rows of earlier contents of the file that are no longer read. */
  readonly replacedRows: number;
  /** The first thousand of them; the workspace has them all. */
  readonly quarantined: readonly QuarantinedRow[];
  readonly notes: readonly ReadNote[];
  readonly otherSheets: readonly string[];
  /** Columns with the text of messages, which no field asks for: not kept. */
  readonly messagesLeftOut: readonly string[];
  /** Columns of persons' private lives and of pictures, which no field asks for: not kept. */
  readonly privateLeftOut: readonly string[];
  /** Columns in which identity numbers of persons were masked. */
  readonly identitiesMasked: readonly string[];
}

/** Of a content that was imported before. */
const nothingNew = {
  status: "unchanged",
  counts: null,
  quarantined: [],
  messagesLeftOut: [],
  privateLeftOut: [],
  identitiesMasked: [],
} as const;

export interface ImportResult {
  readonly files: readonly ImportedFile[];
  readonly skipped: readonly string[];
}

/**
 * Files to source rows, once each: a file is known by its content, so a second import changes
 * nothing. Every file's mapping is checked before the first row is written; each file is one
 * transaction. Throws when a file has no mapping, cannot be read, or does not fit its mapping.
 */
export async function importSources(
  question: ImportQuestion,
  context: RunContext,
): Promise<ImportResult> {
  const patterns = question.paths.length > 0 ? question.paths : context.settings.sources;
  const cwd = question.paths.length > 0 ? process.cwd() : context.projectDir;
  const { files, skipped } = expandPaths(patterns, cwd);
  const mappings = loadProjectMappings(context);
  const jobs = files.map((each): Job => {
    const file = resolve(cwd, each);
    return { file, mappings: mappingsOf(file, mappings, context.projectDir) };
  });
  refuseSuggested(jobs, question);
  const workspace = openWorkspace(context.workspacePath, context.startedAt);
  try {
    const run = startRun(workspace, "import", context.startedAt);
    const replaces = question.replace === true;
    const bench: Bench = { workspace, context, run, replaces, firstParts: new Map() };
    const imported: ImportedFile[] = [];
    for (const [done, job] of jobs.entries()) {
      context.emit({ step: "import", done, total: jobs.length });
      imported.push(...(await importFile(job, bench)));
    }
    return { files: imported, skipped };
  } finally {
    workspace.close();
  }
}

interface Job {
  readonly file: string;
  readonly mappings: readonly ProjectMapping[];
}

function refuseSuggested(jobs: readonly Job[], { acceptSuggested }: ImportQuestion): void {
  const suggested = jobs
    .flatMap(({ mappings }) => mappings)
    .find(({ mapping }) => mapping.suggested);
  if (suggested === undefined || acceptSuggested) return;
  throw new GoldpanError("MAPPING_IS_SUGGESTED", { file: suggested.path });
}

interface Bench {
  readonly workspace: Workspace;
  readonly context: RunContext;
  readonly run: number;
  readonly replaces: boolean;
  readonly firstParts: FirstParts;
}

/** Every table of a file that a mapping means, in the order of the mappings and then of the sheets. */
async function importFile(job: Job, bench: Bench): Promise<ImportedFile[]> {
  const imported: ImportedFile[] = [];
  for (const each of job.mappings) {
    const source = await openPart(job.file, readOptionsOf(each), bench.firstParts);
    try {
      const { tables, others } = chooseTables(source.tables, each, job);
      for (const sheet of tables) {
        const table = namesSheet(each.mapping, sheet) ? withSheetColumn(sheet) : sheet;
        const about = { source, table, mapping: each.mapping };
        const otherSheets = imported.length === 0 ? others : [];
        imported.push({ ...(await importTable(about, bench)), otherSheets });
      }
    } finally {
      await source.close();
    }
  }
  return imported;
}

/** Does the mapping read the name of the sheet, where no column of the table has that heading? */
function namesSheet(mapping: SourceMapping, { columns }: SourceTable): boolean {
  return !columns.includes(sheetColumn) && namedColumns(mapping).includes(sheetColumn);
}

function readOptionsOf({ mapping: { source } }: ProjectMapping): ReadOptions {
  const [first, second] = source.sheet ?? [];
  const isOne = first !== undefined && second === undefined && !first.includes("*");
  return {
    // A sheet that is named is read even when it is hidden.
    sheet: isOne ? first : undefined,
    headerRow: source.header === "auto" ? undefined : source.header,
  };
}

interface TableOfFile {
  readonly source: OpenedSource;
  readonly table: SourceTable;
  readonly mapping: SourceMapping;
}

async function importTable(
  { source, table, mapping }: TableOfFile,
  bench: Bench,
): Promise<Omit<ImportedFile, "otherSheets">> {
  // Fails before the first row is written when a column is missing or nobody decided about one.
  const { usedColumns } = compileFor(source.file, table, mapping, bench);
  const stored = describeSource(source.file, table, mapping, bench);
  const about = {
    path: stored.file.path,
    sheet: table.sheet,
    format: source.file.format,
    encoding: source.file.encoding,
    system: stored.system,
  };
  if (hasSource(bench.workspace, source.file.sha256, table.sheet, stored.mapping)) {
    const replacedRows = await inTransaction(bench.workspace, () => {
      readAgain(bench.workspace, stored);
      return Promise.resolve(replaceEarlier(stored, bench));
    });
    const notes = readNotes(source, table);
    return { ...about, ...nothingNew, replacedRows, notes };
  }
  const leftOut = leftOutColumns(table.columns, usedColumns);
  const { identities, ...kept } = await storeRows(table, leftOut, stored, bench);
  const nameOf = (at: number): string => table.columns[at] ?? "";
  return {
    ...about,
    ...kept,
    status: "imported",
    notes: readNotes(source, table),
    counts: table.counts(),
    messagesLeftOut: leftOut.messages.map(nameOf),
    privateLeftOut: leftOut.privates.map(nameOf),
    identitiesMasked: identities.map(nameOf),
  };
}

/** Which table it is that a mapping does not fit is for the person who wrote it to know. */
function compileFor(
  file: SourceFile,
  { sheet, columns }: SourceTable,
  mapping: SourceMapping,
  { context }: Bench,
): CompiledMapping {
  try {
    return compileMapping(mapping, columns, context.model);
  } catch (error) {
    if (!(error instanceof GoldpanError)) throw error;
    const place = { file: relative(context.projectDir, file.path), sheet: sheet ?? undefined };
    throw new GoldpanError(error.code, error.details, { place, cause: error });
  }
}

function describeSource(
  file: SourceFile,
  table: SourceTable,
  mapping: SourceMapping,
  { context, run }: Bench,
): StoredSource {
  const { sheet, columns, headerRow } = table;
  const preamble = table.preamble.map((text) => maskIdentities(text));
  return {
    file: { ...file, path: relative(context.projectDir, file.path) },
    sheet,
    columns,
    headerRow,
    preamble,
    mapping: mappingHash(mapping),
    system: mapping.source.system,
    exportedAt: mapping.source.exported_at ?? "",
    run,
  };
}

interface StoredTable {
  readonly quarantined: readonly QuarantinedRow[];
  /** Columns whose identity numbers were masked. */
  readonly identities: readonly number[];
  readonly replacedRows: number;
}

function replaceEarlier(stored: StoredSource, { workspace, replaces }: Bench): number {
  return replaces ? replaceOtherContents(workspace, stored) : 0;
}

/** The rows of one table in one transaction, without what is private. */
async function storeRows(
  table: SourceTable,
  leftOut: LeftOutColumns,
  stored: StoredSource,
  bench: Bench,
): Promise<StoredTable> {
  const { workspace } = bench;
  const quarantined: QuarantinedRow[] = [];
  const hidden = new PrivateCells(table.columns, leftOut);
  const replacedRows = await inTransaction(workspace, async () => {
    const writer = writeSource(workspace, stored);
    for await (const batch of table.batches()) {
      const kept = hidden.hide(batch);
      keepFirst(quarantined, kept.quarantined);
      writer.add(kept, kept.identities);
    }
    writer.finish(table.counts());
    return replaceEarlier(stored, bench);
  });
  return { quarantined, identities: hidden.maskedColumns, replacedRows };
}
