import Database from "better-sqlite3";
import { closeSync, openSync, rmSync } from "node:fs";
import { entityNames, type EntityName } from "../model/entity.ts";
import type { DeferredRow } from "./deferred-rows.ts";
import type { Workspace } from "./open-workspace.ts";
import type { ReferenceKey } from "./reference-keys.ts";

/** Where a worker leaves what it made of a range of rows: a file that the workspace takes over. */
export interface Staging {
  /** Takes what `writeNormalizedRows` writes. */
  readonly workspace: Pick<Workspace, "database">;
  addDeferred(row: DeferredRow): void;
  addReferenceKey(entity: EntityName, record: string, key: ReferenceKey): void;
  /** A buffer of the packed part `part` of an entity. */
  addPart(entity: EntityName, part: number, name: string, content: Uint8Array): void;
  close(): void;
}

/** The tables of the workspace that a worker fills. */
const filled = [
  ...entityNames.map((entity) => `record_${entity}`),
  "finding",
  "rejected_row",
  "further_source_row",
];

/** A staging file with the tables of the workspace; one that is there is replaced. */
export function createStaging(path: string, { reader }: Pick<Workspace, "reader">): Staging {
  rmSync(path, { force: true });
  closeSync(openSync(path, "w", 0o600));
  const database = new Database(path);
  // Nobody else reads the file before it is closed, and one that is cut off is thrown away.
  database.pragma("journal_mode = MEMORY");
  database.pragma("synchronous = OFF");
  for (const table of filled) database.exec(definitionOf(table, reader));
  database.exec(`
    CREATE TABLE deferred_row (entity TEXT NOT NULL, id TEXT NOT NULL,
      source_row INTEGER NOT NULL, source INTEGER NOT NULL, place INTEGER NOT NULL);
    CREATE TABLE reference_key (entity TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
      record TEXT NOT NULL, detail TEXT NOT NULL);
    CREATE TABLE packed_part (entity TEXT NOT NULL, part INTEGER NOT NULL, name TEXT NOT NULL,
      content BLOB NOT NULL, PRIMARY KEY (entity, part, name));
    BEGIN`);
  const deferred = database.prepare("INSERT INTO deferred_row VALUES (?, ?, ?, ?, ?)");
  const key = database.prepare("INSERT INTO reference_key VALUES (?, ?, ?, ?, ?)");
  const part = database.prepare("INSERT INTO packed_part VALUES (?, ?, ?, ?)");
  return {
    workspace: { database },
    addDeferred: ({ entity, id, sourceRow, source, place }) =>
      void deferred.run(entity, id, sourceRow, source, place),
    addReferenceKey: (entity, record, { kind, key: text, detail }) =>
      void key.run(entity, kind, text, record, detail),
    addPart: (entity, number, name, content) =>
      void part.run(entity, number, name, asBuffer(content)),
    close: () => (database.exec("COMMIT"), database.close()),
  };
}

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

function definitionOf(table: string, reader: Workspace["reader"]): string {
  return String(
    reader
      .prepare("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?")
      .pluck()
      .get(table),
  );
}

/** SQLite attaches so many files to a connection, and lets none go within a transaction. */
export const mostStagings = 9;

/**
 * Takes over what stands in a staging file, the `number`-th of this transaction; call inside
 * `inTransaction`, at most `mostStagings` times.
 */
export function takeStaging({ database }: Workspace, path: string, number: number): void {
  const staging = `staging_${number}`;
  database.prepare(`ATTACH ? AS ${staging}`).run(path);
  for (const entity of entityNames) {
    database.exec(`INSERT INTO main.record_${entity} SELECT * FROM ${staging}.record_${entity}`);
  }
  const findings = "step, code, severity, entity, record, field, value, detail";
  database.exec(`
    INSERT INTO main.finding (${findings}) SELECT ${findings} FROM ${staging}.finding ORDER BY id;
    INSERT INTO main.rejected_row SELECT * FROM ${staging}.rejected_row;
    INSERT INTO temp.deferred_row SELECT * FROM ${staging}.deferred_row;
    INSERT OR IGNORE INTO temp.reference_key (entity, kind, key, record, detail)
      SELECT entity, kind, key, record, detail FROM ${staging}.reference_key`);
}

/** Lets the files go that a transaction took over; call after it. */
export function releaseStagings({ database }: Workspace): void {
  const attached = database.pragma("database_list");
  // The rows of the pragma: seq, name, file.
  for (const { name } of attached as readonly { readonly name: string }[]) {
    if (name.startsWith("staging_")) database.exec(`DETACH ${name}`);
  }
}

/** The packed parts of a staging file. */
export interface StagedParts {
  readonly count: (entity: EntityName) => number;
  readonly read: (entity: EntityName, part: number, name: string) => Uint8Array;
  close(): void;
}

/** Opens a staging file for its packed parts; whoever opens it closes it. */
export function openStagedParts(path: string): StagedParts {
  const database = new Database(path, { readonly: true });
  const count = database
    .prepare<[string], number>("SELECT count(DISTINCT part) FROM packed_part WHERE entity = ?")
    .pluck();
  const select = database
    .prepare<[string, number, string], Buffer>(
      "SELECT content FROM packed_part WHERE entity = ? AND part = ? AND name = ?",
    )
    .pluck();
  return {
    count: (entity) => count.get(entity) ?? 0,
    read: (entity, part, name) => {
      const found = select.get(entity, part, name);
      if (found === undefined) throw new Error(`Packed part without the buffer ${name}`);
      return new Uint8Array(found);
    },
    close: () => database.close(),
  };
}
