import type { EntityName } from "../model/entity.ts";
import type { Workspace } from "./open-workspace.ts";

/** Something a record can be named by: a code, a phone, a name. */
export interface ReferenceKey {
  readonly kind: string;
  readonly key: string;
  /** What two records must share to be one and the same for whoever looks them up. */
  readonly detail: string;
}

/** Records that a key names: the best one, and how many different ones there are by `detail`. */
export interface FoundReference {
  readonly record: string;
  readonly different: number;
}

/** Keys of records beside the workspace file; they live as long as the connection. */
export interface ReferenceKeys {
  add(entity: EntityName, record: string, key: ReferenceKey): void;
  /** A record of the same system comes first, then the smallest id; undefined when none has the key. */
  find(entity: EntityName, kind: string, key: string, system: string): FoundReference | undefined;
}

/** An empty list of keys. */
export function createReferenceKeys({ database }: Workspace): ReferenceKeys {
  database.exec(`DROP TABLE IF EXISTS temp.reference_key;
    CREATE TEMP TABLE reference_key (entity TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
      record TEXT NOT NULL, detail TEXT NOT NULL,
      PRIMARY KEY (entity, kind, key, record)) WITHOUT ROWID`);
  const insert = database.prepare(
    "INSERT OR IGNORE INTO temp.reference_key (entity, kind, key, record, detail) VALUES (?, ?, ?, ?, ?)",
  );
  const select = database.prepare<[Record<string, string>], FoundReference>(
    `SELECT record, (SELECT count(DISTINCT nullif(detail, '')) FROM temp.reference_key AS other
       WHERE other.entity = found.entity AND other.kind = found.kind AND other.key = found.key
     ) AS different
     FROM temp.reference_key AS found WHERE entity = @entity AND kind = @kind AND key = @key
     ORDER BY substr(record, 1, length(@system) + 1) <> @system || ':', record LIMIT 1`,
  );
  return {
    add: (entity, record, { kind, key, detail }) =>
      void insert.run(entity, kind, key, record, detail),
    find: (entity, kind, key, system) => select.get({ entity, kind, key, system }),
  };
}
