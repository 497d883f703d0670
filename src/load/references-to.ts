import type { EntityName } from "../model/entity.ts";
import type { PlanTable } from "../model/plan.ts";
import type { Reference, StoreTable } from "../stores/store.ts";

/** A way in which rows may point to a row of a table: by the value of one of its columns. */
export interface IncomingReference extends Reference {
  /** The column that is pointed to, mostly the primary key. */
  readonly target: string;
}

/**
 * Everything through which rows of the store may point to rows of `table`: foreign keys of any
 * table, and columns of loaded tables that mean its entity with or without a foreign key.
 */
export function referencesTo(
  table: PlanTable,
  storeTables: readonly StoreTable[],
  loaded: readonly PlanTable[],
): IncomingReference[] {
  const known = new Set(storeTables.map(({ name }) => name));
  const meant = loaded
    .filter((each) => known.has(each.table))
    .flatMap((each) => meantReferences(each, table));
  const declared = storeTables.flatMap((each) => declaredReferences(each, table));
  const own = new Set(meant.map(({ table: name, column }) => `${name} ${column}`));
  return [...meant, ...declared.filter((each) => !own.has(`${each.table} ${each.column}`))];
}

function meantReferences(from: PlanTable, { entity, primaryKey }: PlanTable): IncomingReference[] {
  return Object.entries(from.references)
    .filter(([, target]: [string, EntityName]) => target === entity)
    .map(([column]) => ({
      table: from.table,
      primaryKey: from.primaryKey,
      column,
      isList: from.lists.includes(column),
      target: primaryKey,
    }));
}

function declaredReferences(
  { name, primaryKey, columns }: StoreTable,
  { table, primaryKey: key }: PlanTable,
): IncomingReference[] {
  return columns.flatMap((column) => {
    const { pointsTo } = column;
    if (pointsTo?.table !== table) return [];
    const target = pointsTo.column === "" ? key : pointsTo.column;
    const from = { table: name, primaryKey: primaryKey ?? "rowid", column: column.name };
    return [{ ...from, isList: false, target }];
  });
}
