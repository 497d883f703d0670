import type { StoreRow, StoreValue } from "../../model/plan.ts";
import type { StoreTable } from "../store.ts";
import { quoteName, quoteNames } from "./sqlite-value.ts";
import type { Statements } from "./statements.ts";

/** Inserts one row into a table and returns it whole. */
export type InsertRow = (values: StoreRow) => StoreRow;

/**
 * How rows get into a table. Where the store adds nothing but the number of the row, one statement
 * serves all rows and nothing is read back; else columns without value are left out, so that they
 * get their default, and the row is read as the store made it.
 */
export function rowInserter(
  statements: Statements,
  table: StoreTable,
  hasTriggers: boolean,
): InsertRow {
  const { name, primaryKey, columns } = table;
  const others = columns.filter((column) => column.name !== primaryKey);
  const key = columns.find((column) => column.name === primaryKey);
  // Only an INTEGER key is numbered by SQLite; any other gets its value from a DEFAULT.
  const isNumbered = key?.hasDefault === true && key.type.toUpperCase() === "INTEGER";
  const isPlain = isNumbered && !hasTriggers && !others.some((each) => each.hasDefault);
  if (!isPlain || primaryKey === null) return (values) => insertAndRead(statements, name, values);
  const names = columns.map((column) => column.name);
  const marks = names.map(() => "?").join(", ");
  const sql = `INSERT INTO ${quoteName(name)} (${quoteNames(names)}) VALUES (${marks})`;
  return (values) => {
    const cells = names.map((column): StoreValue => values[column] ?? null);
    return { ...values, [primaryKey]: statements.insert(sql, cells) };
  };
}

function insertAndRead(statements: Statements, table: string, values: StoreRow): StoreRow {
  const given = Object.keys(values).filter((column) => values[column] !== null);
  const marks = given.map(() => "?").join(", ");
  const filled = given.length === 0 ? "DEFAULT VALUES" : `(${quoteNames(given)}) VALUES (${marks})`;
  const sql = `INSERT INTO ${quoteName(table)} ${filled} RETURNING *`;
  const cells = given.map((column): StoreValue => values[column] ?? null);
  const row = Object.entries(statements.get(sql, ...cells) ?? {});
  return Object.fromEntries(row.filter(([, value]) => value !== null));
}
