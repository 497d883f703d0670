import { extname, resolve } from "node:path";
import { describe, GoldpanError } from "../errors.ts";
import { expandPaths } from "../importers/expand-paths.ts";
import type { Model } from "../model/entity.ts";
import {
  personalClasses,
  type Inventory,
  type InventoryFile,
  type InventoryTable,
  type PersonalData,
  type UnreadFile,
} from "../model/inventory.ts";
import type { OpenedSource, ReadOptions, SourceFile, SourceTable } from "../model/source.ts";
import { maskInventory } from "../report/mask-inventory.ts";
import { advise } from "./inventory/advise.ts";
import { keysOf, overlapsOf, presenceOf } from "./inventory/compare-tables.ts";
import { presenceIn, unionCount } from "./inventory/distinct-sketch.ts";
import { profileTable, type ProfiledTable } from "./inventory/profile-table.ts";
import { joinSheets } from "./join-sheets.ts";
import { openPart, type FirstParts } from "./part-of-export.ts";
import type { ProgressEvent } from "./run-context.ts";

export interface InspectQuestion {
  /** Files, folders or globs. */
  readonly paths: readonly string[];
  /** Where relative paths start. */
  readonly cwd: string;
  readonly read: ReadOptions;
  /** Examples in full; masked unless told. */
  readonly showValues: boolean;
}

interface Findings {
  readonly files: InventoryFile[];
  readonly unread: UnreadFile[];
  readonly tables: ProfiledTable[];
  readonly firstParts: FirstParts;
}

/**
 * 数据盘点: what files really are, what is in them, what they have in common. Reads each file once
 * and changes nothing; a file that cannot be read is listed with its reason and stops no other.
 * Throws IMPORT_FILE_MISSING when a path names nothing.
 */
export async function inspectSources(
  question: InspectQuestion,
  model: Model,
  emit: (event: ProgressEvent) => void,
): Promise<Inventory> {
  const { files, skipped } = expandPaths(question.paths, question.cwd);
  const found: Findings = { files: [], unread: [], tables: [], firstParts: new Map() };
  for (const path of files) {
    const tell = (rows: number): void => emit({ step: `inspect ${path}`, done: rows });
    await inspectFile(path, question, { model, found, tell });
  }
  const inventory = assemble(found, skipped);
  return question.showValues ? inventory : maskInventory(inventory, model);
}

interface Bench {
  readonly model: Model;
  readonly found: Findings;
  readonly tell: (rows: number) => void;
}

async function inspectFile(
  path: string,
  { cwd, read }: InspectQuestion,
  { model, found, tell }: Bench,
): Promise<void> {
  let source: OpenedSource | undefined;
  try {
    source = await openPart(resolve(cwd, path), read, found.firstParts);
    const file = { ...source.file, path };
    const tables: ProfiledTable[] = [];
    for (const table of tablesAsked(source.tables, read))
      tables.push(await profileTable(table, file, model, tell));
    found.tables.push(...tables);
    found.files.push(describeFile(file, source));
  } catch (error) {
    found.unread.push(unreadFile(path, error, cwd));
  } finally {
    await source?.close();
  }
}

/** Sheets that a pattern means are one table where their headings are the same, as for the filters. */
function tablesAsked(tables: readonly SourceTable[], { sheet }: ReadOptions): SourceTable[] {
  if (sheet?.includes("*") !== true) return [...tables];
  const joined = joinSheets(tables);
  if (joined === undefined) return [];
  const others = tables.filter((table) => joined.others.includes(table.sheet ?? ""));
  return [joined.table, ...tablesAsked(others, { sheet })];
}

/** A bug of ours, and options that cannot be meant, are no matter of one file. */
function unreadFile(path: string, error: unknown, cwd: string): UnreadFile {
  if (!(error instanceof GoldpanError) || error.code.startsWith("USAGE_")) throw error;
  const { code, details } = error;
  const named = { ...details, ...(details["file"] === resolve(cwd, path) && { file: path }) };
  return { path, code, en: describe(code, named, "en"), zh: describe(code, named, "zh") };
}

/** What the ending of a name promises; other endings promise nothing. */
const formatsOfEnding: Readonly<Record<string, readonly string[]>> = {
  ".csv": ["csv"],
  ".txt": ["csv"],
  ".tsv": ["csv"],
  ".xlsx": ["xlsx"],
  ".xlsm": ["xlsx"],
  ".xls": ["xls"],
  ".xlsb": ["xlsb"],
  ".ods": ["ods"],
};

function describeFile(file: SourceFile, source: OpenedSource): InventoryFile {
  const { path, bytes, sha256, format, encoding } = file;
  const promised = formatsOfEnding[extname(path).toLowerCase()];
  return {
    path,
    bytes,
    sha256,
    format,
    encoding,
    misnamed: promised !== undefined && !promised.includes(format),
    tables: source.tables.length,
    findings: [...source.findings, ...source.tables.flatMap(({ findings }) => findings)],
  };
}

function assemble({ files, unread, tables }: Findings, skipped: readonly string[]): Inventory {
  const overlaps = overlapsOf(tables);
  const presence = presenceOf(tables);
  const described = tables.map((each, at): InventoryTable => {
    const advice = advise(each, tables.slice(0, at), overlaps);
    return { ...each.table, keys: keysOf(each, presence), advice };
  });
  return {
    files,
    unread,
    skipped,
    tables: described,
    overlaps,
    personal: personalOver(described),
    totals: totalsOf(described, presence),
  };
}

function personalOver(tables: readonly InventoryTable[]): PersonalData[] {
  return personalClasses.flatMap((name) => {
    const columns = tables.flatMap((table) =>
      table.columns.flatMap(({ heading, personal }) => {
        const cells = personal[name] ?? 0;
        return cells > 0 ? [{ table: table.name, heading, cells }] : [];
      }),
    );
    const cells = columns.reduce((sum, each) => sum + each.cells, 0);
    return cells > 0 ? [{ class: name, cells, columns }] : [];
  });
}

function totalsOf(
  tables: readonly InventoryTable[],
  presence: ReturnType<typeof presenceOf>,
): Inventory["totals"] {
  return {
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    columns: tables.reduce((sum, { columns }) => sum + columns.length, 0),
    companies: unionCount(presence.get("company") ?? presenceIn([])),
    phones: unionCount(presence.get("phone") ?? presenceIn([])),
  };
}
