import type Database from "better-sqlite3";
import { createHmac, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { GoldpanError } from "../errors.ts";
import type { Workspace } from "./open-workspace.ts";

const keyBytes = 32;

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

/** undefined when there is none yet. Throws WORKSPACE_CANNOT_OPEN when it cannot be read or is no key. */
function readKey(path: string): Buffer | undefined {
  try {
    const key = Buffer.from(readFileSync(path, "utf8").trim(), "hex");
    if (key.length === keyBytes) return key;
  } catch (cause) {
    const isMissing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    if (isMissing) return undefined;
    throw new GoldpanError("WORKSPACE_CANNOT_OPEN", { file: path }, { cause });
  }
  throw new GoldpanError("WORKSPACE_CANNOT_OPEN", { file: path });
}

function makeKey(path: string): Buffer {
  const key = randomBytes(keyBytes);
  writeFileSync(path, `${key.toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  return key;
}
