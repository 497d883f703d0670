/**
 * What goldpan keeps in a store. `_goldpan_meta` holds the lineage id and the names of the tables
 * that goldpan created. The id of an operation is made of the serial of its run and its number, so
 * that a load only ever appends and a part of a run is one range.
 */
export const journalSchema = `
  CREATE TABLE IF NOT EXISTS _goldpan_meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS _goldpan_run (
    serial INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    undoes TEXT,
    plan_hash TEXT NOT NULL,
    started_at TEXT NOT NULL,
    state TEXT NOT NULL,
    planned INTEGER NOT NULL,
    about TEXT NOT NULL,
    chain TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS _goldpan_op (
    id INTEGER PRIMARY KEY,
    run TEXT NOT NULL,
    seq INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    entity TEXT NOT NULL,
    table_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    pk,
    golden TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    before_hash TEXT NOT NULL,
    after_hash TEXT NOT NULL,
    sources TEXT NOT NULL,
    links TEXT NOT NULL,
    moved TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS _goldpan_xref (
    system TEXT NOT NULL,
    source_key TEXT NOT NULL,
    entity TEXT NOT NULL,
    pk NOT NULL,
    PRIMARY KEY (system, source_key, entity)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS _goldpan_lock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    pid INTEGER NOT NULL,
    host TEXT NOT NULL,
    since TEXT NOT NULL,
    beat INTEGER NOT NULL
  );
`;

/** `operationId(2, 7)` -> the id of operation 7 of the second run */
export function operationId(serial: number, seq: number): number {
  return serial * 2 ** 32 + seq;
}
