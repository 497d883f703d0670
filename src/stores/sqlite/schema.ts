import { createHash, randomUUID } from "node:crypto";
import { GoldpanError } from "../../errors.ts";
import type { Entity, Model } from "../../model/entity.ts";
import type { StoreRow } from "../../model/plan.ts";
import type { StoreColumn, StoreFingerprint, StoreTable } from "../store.ts";
import { journalSchema } from "./journal-schema.ts";
import { columnSql, createIndexSql, createTableSql, entitiesOf } from "./own-schema.ts";
import { quoteName } from "./sqlite-value.ts";
import type { Statements } from "./statements.ts";

/** The tables of the CRM, sorted by name, without those of the journal and of SQLite. */
export function readTables(statements: Statements): StoreTable[] {
  const names = statements.all(
    `SELECT name FROM sqlite_master WHERE type = 'table'
     AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_goldpan\\_%' ESCAPE '\\'
     ORDER BY name`,
  );
  return names.map(({ name }) => readTable(statements, String(name)));
}

function readTable(statements: Statements, name: string): StoreTable {
  const columns = statements.all(`PRAGMA table_info(${quoteName(name)})`);
  const foreign = statements.all(`PRAGMA foreign_key_list(${quoteName(name)})`);
  const keys = columns.filter(({ pk }) => pk !== 0);
  const primaryKey = keys.length === 1 ? String(keys[0]?.["name"]) : null;
  const numbered = numberedColumn(statements, name, keys);
  const targets = new Map(foreign.map((each) => [String(each["from"]), targetOf(each)]));
  return {
    name,
    primaryKey,
    isOwn: isOwn(statements, name),
    columns: columns.map((column) => readColumn(column, numbered, targets)),
  };
}

/** The column that SQLite numbers by itself, "" where there is none. */
function numberedColumn(statements: Statements, table: string, keys: readonly StoreRow[]): string {
  const [key, second] = keys;
  const list = statements.get("SELECT wr FROM pragma_table_list WHERE name = ?", table);
  const isNumbered = second === undefined && list?.["wr"] === 0;
  const isInteger = String(key?.["type"]).toUpperCase() === "INTEGER";
  return isNumbered && isInteger ? String(key?.["name"]) : "";
}

function targetOf({ table, to }: StoreRow): NonNullable<StoreColumn["pointsTo"]> {
  // Without a column a foreign key means the primary key.
  return { table: String(table), column: to === null ? "" : String(to) };
}

function readColumn(
  column: StoreRow,
  numbered: string,
  targets: ReadonlyMap<string, NonNullable<StoreColumn["pointsTo"]>>,
): StoreColumn {
  const name = String(column["name"]);
  const hasDefault = column["dflt_value"] !== null || name === numbered;
  const mustHave = column["notnull"] === 1 || column["pk"] !== 0;
  return {
    name,
    type: String(column["type"]),
    isRequired: mustHave && !hasDefault,
    hasDefault,
    pointsTo: targets.get(name) ?? null,
  };
}

/** Is there a table of this name, of the journal or not? */
export function hasTable(statements: Statements, name: string): boolean {
  return (
    statements.get("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", name) !==
    undefined
  );
}

/** Creates the journal and, the first time, the lineage id of the store. */
export function createJournal(statements: Statements, execute: (sql: string) => void): void {
  execute(journalSchema);
  statements.run("INSERT OR IGNORE INTO _goldpan_meta VALUES ('lineage', ?)", [randomUUID()]);
}

/** Lineage, schema of the tables named and number of the last run: what a plan is made against. */
export function readFingerprint(
  statements: Statements,
  tables: readonly string[],
): StoreFingerprint {
  const known = readTables(statements).filter(({ name }) => tables.includes(name));
  const schema = createHash("sha256").update(JSON.stringify(known)).digest("hex");
  if (!hasTable(statements, "_goldpan_meta")) return { lineage: "new", schema, serial: 0 };
  const lineage = statements.get("SELECT value FROM _goldpan_meta WHERE name = 'lineage'");
  const serial = statements.get("SELECT max(serial) AS serial FROM _goldpan_run");
  return {
    lineage: String(lineage?.["value"] ?? "new"),
    schema,
    serial: Number(serial?.["serial"] ?? 0),
  };
}

/**
 * Creates the tables of the model. A table of that name which goldpan did not create is left
 * alone and refused with STORE_TABLE_TAKEN; one that it did create gets the columns it lacks.
 */
export function createOwnTables(
  store: string,
  statements: Statements,
  model: Model,
  execute: (sql: string) => void,
): void {
  const entities = entitiesOf(model);
  const taken = entities.find(({ name }) => hasTable(statements, name) && !isOwn(statements, name));
  if (taken !== undefined)
    throw new GoldpanError("STORE_TABLE_TAKEN", { store, table: taken.name });
  for (const entity of entities) {
    if (hasTable(statements, entity.name)) addColumns(statements, entity, execute);
    else createTable(statements, entity, execute);
    for (const sql of createIndexSql(entity)) execute(sql);
  }
}

function isOwn(statements: Statements, table: string): boolean {
  if (!hasTable(statements, "_goldpan_meta")) return false;
  const mark = statements.get("SELECT 1 FROM _goldpan_meta WHERE name = ?", `table:${table}`);
  return mark !== undefined;
}

function createTable(statements: Statements, entity: Entity, execute: (sql: string) => void): void {
  execute(createTableSql(entity));
  statements.run("INSERT INTO _goldpan_meta VALUES (?, 'own')", [`table:${entity.name}`]);
}

/** A project that gained custom fields: its own tables gain their columns. */
function addColumns(statements: Statements, entity: Entity, execute: (sql: string) => void): void {
  const known = new Set(readTable(statements, entity.name).columns.map(({ name }) => name));
  for (const field of entity.fields) {
    if (!known.has(field.name))
      execute(`ALTER TABLE ${quoteName(entity.name)} ADD COLUMN ${columnSql(field)}`);
  }
}
