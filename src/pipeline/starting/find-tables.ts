import { existsSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe, GoldpanError } from "../../errors.ts";
import { expandPaths } from "../../importers/expand-paths.ts";
import { openSource } from "../../importers/open-source.ts";
import { exportDate } from "../../mapping/export-name.ts";
import type { MappingDraft } from "../../mapping/mapping-draft.ts";
import type { Model } from "../../model/entity.ts";
import type { UnreadFile } from "../../model/inventory.ts";
import type { SourceTable } from "../../model/source.ts";
import { guessEntityOf } from "../inventory/column-roles.ts";
import { draftTable } from "./draft-table.ts";

/** A table that wants a mapping, with the draft of one. */
export interface FoundTable {
  /** From the project folder, with slashes. */
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string | null;
  /** Other sheets of the file hold data too. */
  readonly isOneOfMany: boolean;
  readonly columns: readonly string[];
  readonly exportedAt: string | undefined;
  readonly draft: MappingDraft;
}

export interface FoundTables {
  readonly tables: readonly FoundTable[];
  readonly unread: readonly UnreadFile[];
}

/** Where to look: a folder, from the project folder. */
export interface Search {
  readonly dir: string;
  readonly folder: string;
}

const usualFolders = ["exports", "data", "数据", "导出"];

/** The folder that was named, else one that is usually called so, else the project folder itself. */
export function searchFolder(dir: string, named: string | undefined): string {
  if (named !== undefined) {
    const kind = statSync(resolve(dir, named), { throwIfNoEntry: false });
    if (kind === undefined) throw new GoldpanError("IMPORT_FILE_MISSING", { file: named });
    return relative(dir, resolve(dir, named)) || ".";
  }
  return usualFolders.find((each) => existsSync(join(dir, each))) ?? ".";
}

/** Files that no export is: what a project itself consists of. */
const notExports =
  /(?:^|\/)(?:\.[^/]+|node_modules|mappings|stores|dist|demo-out)\/|(?:^|\/)(?:\.[^/]*|goldpan\.yaml|[^/]+\.(?:ya?ml|md|plan|db|db-wal|db-shm|log|lock)|readme[^/]*|license[^/]*|jenkinsfile|package(?:-lock)?\.json)$/i;

/** Beside exports in the project folder itself stand Makefile and the like. */
const hasEnding = /\.[^./]+$/;

/** Every file of a folder that may be an export, in the order of their names. */
export function candidateFiles({ dir, folder }: Search): string[] {
  const place = resolve(dir, folder);
  if (!existsSync(place)) return [];
  try {
    const { files } = expandPaths([place], dir);
    const named = files.map((file) => relative(dir, file).replaceAll("\\", "/"));
    const isHere = folder === ".";
    return named.filter((file) => !notExports.test(file) && !(isHere && !hasEnding.test(file)));
  } catch (error) {
    if (error instanceof GoldpanError && error.code === "IMPORT_FOLDER_EMPTY") return [];
    throw error;
  }
}

/** The tables of the files with a draft each; files that cannot be read are listed with the reason. */
export async function findTables(
  files: readonly string[],
  dir: string,
  model: Model,
): Promise<FoundTables> {
  const tables: FoundTable[] = [];
  const unread: UnreadFile[] = [];
  for (const file of files) {
    try {
      tables.push(...(await tablesOf(file, dir, model)));
    } catch (error) {
      if (!(error instanceof GoldpanError)) throw error;
      const { code, details } = error;
      const named = { ...details, file };
      unread.push({
        path: file,
        code,
        en: describe(code, named, "en"),
        zh: describe(code, named, "zh"),
      });
    }
  }
  return { tables, unread };
}

async function tablesOf(file: string, dir: string, model: Model): Promise<FoundTable[]> {
  const source = await openSource(join(dir, file));
  try {
    const found: FoundTable[] = [];
    for (const table of source.tables) {
      const draft = await draftTable(table, file, model);
      if (!isKnown(draft, table.columns, model)) continue;
      found.push({
        file,
        sha256: source.file.sha256,
        sheet: table.sheet,
        isOneOfMany: source.tables.length > 1,
        columns: table.columns,
        exportedAt: exportDate(table.preamble, file),
        draft,
      });
    }
    if (found.length === 0) throw nothingKnown(file, source.tables);
    return found;
  } finally {
    await source.close();
  }
}

function isKnown(draft: MappingDraft, columns: readonly string[], model: Model): boolean {
  const confidence = guessEntityOf(draft, columns, model)?.confidence ?? "low";
  return confidence !== "low" || draft.likeness !== undefined;
}

const shownColumns = 5;

function nothingKnown(file: string, tables: readonly SourceTable[]): GoldpanError {
  const columns = tables.flatMap((table) => table.columns);
  const more = columns.length > shownColumns ? ", ..." : "";
  const named = columns.slice(0, shownColumns).join(", ");
  return new GoldpanError("MAPPING_NOTHING_KNOWN", { file, columns: named + more });
}
