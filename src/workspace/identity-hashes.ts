import type Database from "better-sqlite3";
import { createHmac, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Workspace } from "./open-workspace.ts";

/** An identity number of a person, and the cell that it stood in. */
export interface IdentityNumber {
  readonly row: number;
  /** Position of its column. */
  readonly at: number;
  readonly number: string;
}

/**
 * Keeps a keyed hash of each identity number (`contracts.md` 9): whoever knows the number and has the
 * key can tell which rows it stood in, to erase them, and nobody can guess it from the workspace. The key
 * lies beside the workspace, `identity.key`, and is made when the first number comes.
 */
export class IdentityHashes {
  private readonly path: string;
  private readonly insert: Database.Statement<[number | bigint, number, number, Buffer]>;
  private key: Buffer | undefined;

  constructor({ database, path }: Workspace) {
    this.path = join(dirname(path), "identity.key");
    this.insert = database.prepare(
      'INSERT INTO identity_hash (file, row, "column", hash) VALUES (?, ?, ?, ?)',
    );
  }

  add(file: number | bigint, { row, at, number }: IdentityNumber): void {
    this.key ??= readKey(this.path) ?? makeKey(this.path);
    this.insert.run(file, row, at, createHmac("sha256", this.key).update(number).digest());
  }
}

function readKey(path: string): Buffer | undefined {
  try {
    return Buffer.from(readFileSync(path, "utf8").trim(), "hex");
  } catch {
    return undefined;
  }
}

function makeKey(path: string): Buffer {
  const key = randomBytes(32);
  writeFileSync(path, `${key.toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  return key;
}
