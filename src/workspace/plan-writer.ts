import Database from "better-sqlite3";
import { createHash, type Hash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { GoldpanError } from "../errors.ts";
import type { PlanManifest, PlanOperation } from "../model/plan.ts";
import { isPlan, type PlanMetadata, type PlanReject } from "./plan-file.ts";
import { cellsOf, isWrite, planApplicationId, planSchema } from "./plan-schema.ts";
import { workspaceFailure } from "./workspace-failure.ts";

/** A plan that is being written. It is a plan only after `finish`. */
export interface PlanWriter {
  add(operation: PlanOperation): void;
  reject(reject: PlanReject): void;
  /** Writes the manifest and what two equal plans may differ in, and gives the file its name. */
  finish(manifest: PlanManifest, metadata: PlanMetadata): void;
  /** Closes and removes what was written; an older plan of that name stays. */
  abandon(): void;
}

/**
 * Begins a plan file with mode 0600. It takes the place of an older plan of that name when it is
 * finished. Throws WORKSPACE_PLAN_EXISTS when the file is something else, WORKSPACE_DISK_FULL and
 * the like.
 */
export function writePlanFile(path: string): PlanWriter {
  if (existsSync(path) && !isPlan(path))
    throw new GoldpanError("WORKSPACE_PLAN_EXISTS", { file: path });
  const partial = `${path}.${process.pid}.partial`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    rmSync(partial, { force: true });
    const database = new Database(partial);
    chmodSync(partial, 0o600);
    // An unfinished plan is thrown away, so it needs no journal.
    database.pragma("journal_mode = OFF");
    database.pragma("synchronous = OFF");
    database.pragma(`application_id = ${planApplicationId}`);
    database.exec(`${planSchema}; BEGIN`);
    return new SqlitePlanWriter(database, path, partial);
  } catch (error) {
    rmSync(partial, { force: true });
    throw notPossible(error, path);
  }
}

class SqlitePlanWriter implements PlanWriter {
  readonly #database: Database.Database;
  readonly #path: string;
  readonly #partial: string;
  readonly #removePartial: () => void;
  readonly #hash: Hash = createHash("sha256");
  #writes = 0;
  readonly #addOperation: Database.Statement;
  readonly #addReject: Database.Statement;

  constructor(database: Database.Database, path: string, partial: string) {
    this.#database = database;
    this.#path = path;
    this.#partial = partial;
    this.#removePartial = () => rmSync(partial, { force: true });
    // An interrupted process takes the half-written plan away as it leaves.
    process.once("exit", this.#removePartial);
    this.#addOperation = database.prepare(
      "INSERT INTO operation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    this.#addReject = database.prepare("INSERT INTO reject VALUES (?, ?, ?, ?)");
  }

  add(operation: PlanOperation): void {
    const cells = cellsOf(operation);
    this.#hash.update(cells.join("\u001F"));
    if (isWrite(operation)) this.#writes += 1;
    this.#guard(() => this.#addOperation.run(...cells));
  }

  reject({ entity, goldenId, field, reason }: PlanReject): void {
    this.#hash.update([entity, goldenId, field, reason].join("\u001F"));
    this.#guard(() => this.#addReject.run(entity, goldenId, field, reason));
  }

  finish(manifest: PlanManifest, { lineage, store, sourceHashes }: PlanMetadata): void {
    const content = JSON.stringify(manifest);
    const hash = this.#hash.update(content).digest("hex");
    this.#guard(() => {
      this.#database.prepare("INSERT INTO manifest VALUES (?, ?)").run(manifest.format, content);
      const add = this.#database.prepare("INSERT INTO metadata VALUES (?, ?)");
      add.run("lineage", lineage);
      add.run("store", store);
      add.run("source_hashes", JSON.stringify(sourceHashes));
      add.run("hash", hash);
      add.run("writes", String(this.#writes));
      this.#database.exec("COMMIT");
      this.#database.close();
      renameSync(this.#partial, this.#path);
      this.#end();
    });
  }

  abandon(): void {
    this.#database.close();
    this.#removePartial();
    this.#end();
  }

  #end(): void {
    process.off("exit", this.#removePartial);
  }

  #guard(write: () => void): void {
    try {
      write();
    } catch (error) {
      throw notPossible(error, this.#path);
    }
  }
}

/** A fault of disk or folder as WORKSPACE_...; a bug comes back as it is. */
function notPossible(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (!/^E[A-Z]+$/.test(code)) return workspaceFailure(error, file);
  return new GoldpanError("WORKSPACE_CANNOT_OPEN", { file }, { cause: error });
}
