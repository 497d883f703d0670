import type { StoreRow, StoreValue } from "../../model/plan.ts";
import type { Reference, TableAddress } from "../store.ts";
import { quoteName } from "./sqlite-value.ts";
import type { Statements } from "./statements.ts";

/**
 * The rows with these keys in the same order; every column when none is named. One statement for
 * all keys: a call for each costs more than the row.
 */
export function readRows(
  statements: Statements,
  { table, primaryKey }: TableAddress,
  columns: readonly string[],
  keys: readonly StoreValue[],
): (StoreRow | undefined)[] {
  const rows: (StoreRow | undefined)[] = keys.map(() => undefined);
  const names =
    columns.length === 0 ? "found.*" : columns.map((name) => `found.${quoteName(name)}`);
  const found = statements.allByPlace(
    `SELECT wanted.key, ${String(names)} FROM json_each(?) wanted
     CROSS JOIN ${quoteName(table)} found ON found.${quoteName(primaryKey)} = wanted.value`,
    JSON.stringify(keys),
  );
  for (const { place, row } of found) rows[place] = row;
  return rows;
}

/**
 * Which of the values rows point to, other than the rows `except` of that table. Without an index
 * on the column that is one reading of the table for all values.
 */
export function findReferenced(
  statements: Statements,
  { table, column, primaryKey, isList }: Reference,
  values: readonly StoreValue[],
  except: readonly StoreValue[],
): StoreValue[] {
  const from = isList
    ? `${quoteName(table)} t, json_each(iif(json_valid(t.${quoteName(column)}), t.${quoteName(column)}, '[]')) each`
    : `${quoteName(table)} t`;
  const value = isList ? "each.value" : `t.${quoteName(column)}`;
  const others =
    except.length === 0
      ? ""
      : `AND t.${quoteName(primaryKey)} NOT IN (SELECT value FROM json_each(?))`;
  const sql = `SELECT DISTINCT ${value} AS value FROM ${from}
    WHERE ${value} IN (SELECT value FROM json_each(?)) ${others}`;
  const excepted = except.length === 0 ? [] : [JSON.stringify(except)];
  const rows = statements.all(sql, JSON.stringify(values), ...excepted);
  return rows.map((row) => row["value"] ?? null);
}

/** How many rows point to a row of `target` that is not there. */
export function countOrphans(
  statements: Statements,
  { table, column }: Reference,
  target: TableAddress,
): number {
  const value = `child.${quoteName(column)}`;
  const row = statements.get(
    `SELECT count(*) AS count FROM ${quoteName(table)} child WHERE ${value} IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM ${quoteName(target.table)} parent
       WHERE parent.${quoteName(target.primaryKey)} = ${value})`,
  );
  return Number(row?.["count"]);
}

/**
 * SQLite counts the writes of other connections as each one sees them. With triggers our own
 * writes may change other rows than those we mean, so there it tells nothing.
 */
export function changeMark(statements: Statements): string | null {
  const trigger = statements.get("SELECT 1 FROM sqlite_master WHERE type = 'trigger'");
  if (trigger !== undefined) return null;
  return String(statements.get("PRAGMA data_version")?.["data_version"]);
}
