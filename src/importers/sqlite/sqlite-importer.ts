import type BetterSqlite from "better-sqlite3";
import { GoldpanError } from "../../errors.ts";
import type { Finding } from "../../model/finding.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import type { RawRow, RawTable } from "../raw-row.ts";
import { wechatQuery } from "../wechat/database/queries.ts";
import { cellOfSqlite } from "./cell-of-sqlite.ts";

/**
 * SQLite databases, opened read-only: each table is a sheet. Address books of WeChat that their
 * owner has already opened are read by their persons; nothing here decrypts anything.
 */
export const sqliteImporter: Importer = {
  name: "sqlite",
  open: (file, { sheet }) => openDatabase(file, sheet),
};

/** A table, or what is read in its place. */
interface Selection {
  readonly sheet: string;
  readonly sql: string;
  readonly findings: readonly Finding[];
}

const batchRows = 500;

async function openDatabase({ path }: FileToRead, asked: string | undefined): Promise<RawSource> {
  const database = await connect(path);
  try {
    const selections = selectionsOf(database);
    const chosen = asked === undefined ? selections : selections.filter((s) => s.sheet === asked);
    if (asked !== undefined && chosen.length === 0) {
      const sheets = selections.map(({ sheet }) => sheet).join(", ");
      throw new GoldpanError("IMPORT_SHEET_MISSING", { file: path, sheet: asked, sheets });
    }
    return { tables: chosen.map((each) => tableOf(path, each)), encoding: null, findings: [] };
  } finally {
    database.close();
  }
}

/** The package is loaded for databases only: it is no small one. */
async function connect(path: string): Promise<BetterSqlite.Database> {
  try {
    const { default: Database } = await import("better-sqlite3");
    const database = new Database(path, { readonly: true, fileMustExist: true });
    database.pragma("schema_version");
    return database;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GoldpanError("IMPORT_DATABASE_UNREADABLE", { file: path, reason }, { cause });
  }
}

function selectionsOf(database: BetterSqlite.Database): Selection[] {
  const names = database
    .prepare<[], string>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all();
  const columnsOf = (table: string): string[] =>
    database.prepare<[string], string>("SELECT name FROM pragma_table_info(?)").pluck().all(table);
  return names.map((name): Selection => {
    const query = wechatQuery(name, columnsOf(name), names);
    if (query === undefined)
      return { sheet: name, sql: `SELECT * FROM ${quoted(name)}`, findings: [] };
    const others = Number(database.prepare(query.countOthers).pluck().get());
    const detail = `${others} rows`;
    const findings: Finding[] =
      others === 0 ? [] : [{ code: "I120", severity: "info", value: name, detail }];
    return { sheet: name, sql: query.persons, findings };
  });
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function tableOf(path: string, { sheet, sql, findings }: Selection): RawTable {
  return { sheet, rows: streamRows(path, sql), headerRow: 1, strictWidth: false, findings };
}

async function* streamRows(path: string, sql: string): AsyncGenerator<readonly RawRow[]> {
  const database = await connect(path);
  try {
    const select = database.prepare<[], unknown[]>(sql).raw().safeIntegers();
    let row = 1;
    let batch: RawRow[] = [{ row, cells: select.columns().map(({ name }) => name) }];
    for (const values of select.iterate()) {
      row += 1;
      batch.push({ row, cells: values.map(cellOfSqlite) });
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  } finally {
    database.close();
  }
}
