import { GoldpanError } from "../errors.ts";
import type { Store, StoreTable } from "../stores/store.ts";
import type { TargetLayout, TargetTable } from "./target-layout.ts";

/**
 * Does the store have what the layout names? A store of our own may lack tables, they are created
 * by the load. Throws LOAD_TABLE_MISSING, LOAD_COLUMN_MISSING, LOAD_LOOKUP_MISSING,
 * LOAD_MATCH_UNMAPPED, and
 * STORE_TABLE_TAKEN where a table of that name is somebody else's. Returns the tables that are there.
 */
export async function checkLayout(
  store: Store,
  layout: TargetLayout,
): Promise<ReadonlyMap<string, StoreTable>> {
  const tables = new Map((await store.tables()).map((table) => [table.name, table]));
  if (layout.isOwn) {
    const taken = layout.tables.find(({ table }) => tables.get(table)?.isOwn === false);
    if (taken !== undefined)
      throw new GoldpanError("STORE_TABLE_TAKEN", { store: store.name, table: taken.table });
    return tables;
  }
  for (const target of layout.tables) {
    checkTable(store, target, tables.get(target.table));
    checkLookups(store, target, tables);
    checkLadder(target);
  }
  return tables;
}

function checkTable(store: Store, target: TargetTable, table: StoreTable | undefined): void {
  const { columns, constants, goldenColumn, volatile, primaryKey } = target;
  if (table === undefined || table.primaryKey !== primaryKey) {
    const details = { store: store.name, table: target.table, key: primaryKey };
    throw new GoldpanError("LOAD_TABLE_MISSING", details);
  }
  const known = new Set(table.columns.map(({ name }) => name));
  const named = [...Object.keys(columns), ...Object.keys(constants), ...volatile];
  const missing = [...named, ...(goldenColumn === null ? [] : [goldenColumn])]
    .filter((column) => !known.has(column))
    .map((column) => `\`${column}\``);
  if (missing.length === 0) return;
  const details = { store: store.name, table: target.table, columns: missing.join(", ") };
  throw new GoldpanError("LOAD_COLUMN_MISSING", details);
}

/** A key without a column would never find anything. */
function checkLadder({ entity, table, match, columns }: TargetTable): void {
  const mapped = new Set(Object.values(columns));
  const field = match.flat().find((each) => !mapped.has(each));
  if (field !== undefined) throw new GoldpanError("LOAD_MATCH_UNMAPPED", { entity, table, field });
}

function checkLookups(
  store: Store,
  { lookups }: TargetTable,
  tables: ReadonlyMap<string, StoreTable>,
): void {
  for (const { table, key, on } of Object.values(lookups)) {
    const known = tables.get(table)?.columns.map(({ name }) => name) ?? [];
    const column = [key, on].find((each) => !known.includes(each));
    if (column !== undefined)
      throw new GoldpanError("LOAD_LOOKUP_MISSING", { store: store.name, table, column });
  }
}
