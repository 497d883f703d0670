import Database from "better-sqlite3";
import { closeSync, openSync, rmSync } from "node:fs";
import type { EntityName } from "../model/entity.ts";

/** A file where a thread leaves the parts of packed tables, for those who merge them. */
export interface PartFile {
  /** A buffer of the packed part `part` of an entity. */
  add(entity: EntityName, part: number, name: string, content: Uint8Array): void;
  close(): void;
}

/** An empty file of parts; one that is there is replaced. */
export function createPartFile(path: string): PartFile {
  rmSync(path, { force: true });
  closeSync(openSync(path, "w", 0o600));
  const database = new Database(path);
  // Its buffers are long: the fewer pages, the less there is to link up.
  database.pragma("page_size = 65536");
  // Nobody else reads the file before it is closed, and one that is cut off is thrown away.
  database.pragma("journal_mode = MEMORY");
  database.pragma("synchronous = OFF");
  database.exec(`
    CREATE TABLE packed_part (entity TEXT NOT NULL, part INTEGER NOT NULL, name TEXT NOT NULL,
      content BLOB NOT NULL, PRIMARY KEY (entity, part, name));
    BEGIN`);
  const insert = database.prepare("INSERT INTO packed_part VALUES (?, ?, ?, ?)");
  return {
    add: (entity, part, name, { buffer, byteOffset, byteLength }) =>
      void insert.run(entity, part, name, Buffer.from(buffer, byteOffset, byteLength)),
    close: () => (database.exec("COMMIT"), database.close()),
  };
}

/** The packed parts of a file. */
export interface StoredParts {
  readonly count: (entity: EntityName) => number;
  readonly read: (entity: EntityName, part: number, name: string) => Uint8Array;
  close(): void;
}

/** Opens a file for its packed parts; whoever opens it closes it. */
export function openPartFile(path: string): StoredParts {
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
