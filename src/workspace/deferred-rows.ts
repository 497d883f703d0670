import type { EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";

/** A record of a source row whose turn comes later: its id stands in several rows, or it waits for others. */
export interface DeferredRow {
  readonly entity: EntityName;
  /** Id of the record without the number that tells equal ones apart. */
  readonly id: string;
  readonly sourceRow: number;
  /** Which source, by its place in the list of those that are read. */
  readonly source: number;
  /** Which of the records of the row, by its place. */
  readonly place: number;
}

/** A list beside the workspace file that lives as long as the connection. */
export interface DeferredRows {
  add(row: DeferredRow): void;
  /** Takes the rows of an entity out, those of one id together, ids in code point order. */
  take(entity: EntityName): Generator<readonly DeferredRow[]>;
}

const pageSize = 2000;

/** An empty list; an earlier one of the same connection is forgotten. */
export function createDeferredRows({ database }: Workspace): DeferredRows {
  database.exec(`DROP TABLE IF EXISTS temp.deferred_row;
    CREATE TEMP TABLE deferred_row (entity TEXT NOT NULL, id TEXT NOT NULL,
      source_row INTEGER NOT NULL, source INTEGER NOT NULL, place INTEGER NOT NULL)`);
  const insert = database.prepare("INSERT INTO temp.deferred_row VALUES (?, ?, ?, ?, ?)");
  return {
    add: ({ entity, id, sourceRow, source, place }) =>
      void insert.run(entity, id, sourceRow, source, place),
    take: (entity) => takeRows(database, entity),
  };
}

/** Read page by page, because the reader of the groups writes through the same connection. */
function* takeRows(
  database: Workspace["database"],
  entity: EntityName,
): Generator<readonly DeferredRow[]> {
  database.exec("DROP TABLE IF EXISTS temp.deferred_turn");
  database.exec(`CREATE TEMP TABLE deferred_turn AS
    SELECT entity, id, source_row AS sourceRow, source, place FROM temp.deferred_row
    WHERE entity = '${entity}' ORDER BY id, source_row, place`);
  database.prepare("DELETE FROM temp.deferred_row WHERE entity = ?").run(entity);
  const select = database.prepare<[number, number], DeferredRow & { readonly at: number }>(
    "SELECT rowid AS at, * FROM temp.deferred_turn WHERE rowid > ? ORDER BY rowid LIMIT ?",
  );
  let [group, last]: [DeferredRow[], number] = [[], 0];
  for (let page = select.all(last, pageSize); page.length > 0; page = select.all(last, pageSize)) {
    for (const { at, ...row } of page) {
      if (group[0] !== undefined && group[0].id !== row.id) {
        yield group;
        group = [];
      }
      group.push(row);
      last = at;
    }
  }
  if (group.length > 0) yield group;
}
