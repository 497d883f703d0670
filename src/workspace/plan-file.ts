import Database from "better-sqlite3";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, rmSync } from "node:fs";
import { GoldpanError } from "../errors.ts";
import type { EntityName } from "../model/entity.ts";
import type {
  PlanManifest,
  PlanOperation,
  PlanOperationKind,
  StoreRow,
  StoreValue,
} from "../model/plan.ts";
import { workspaceFailure } from "./workspace-failure.ts";

/** A value or a whole golden record that a plan leaves out, and why. */
export interface PlanReject {
  readonly entity: EntityName;
  readonly goldenId: string;
  /** "" when the whole record is left out. */
  readonly field: string;
  readonly reason: string;
}

/** A plan that is being written. It is a plan only after `finish`. */
export interface PlanWriter {
  add(operation: PlanOperation): void;
  reject(reject: PlanReject): void;
  /** Writes the manifest and closes the file. */
  finish(manifest: PlanManifest): void;
  /** Closes and removes the file. */
  abandon(): void;
}

/** A plan file opened for reading. Whoever opens it closes it. */
export interface PlanFile {
  readonly path: string;
  readonly manifest: PlanManifest;
  /** The operations with a larger `seq`, in order. */
  operations(afterSeq?: number): IterableIterator<PlanOperation>;
  rejects(): IterableIterator<PlanReject>;
  /** How many operations write to the store; one that only ties source keys to a row counts too. */
  countWrites(): number;
  /** Hash of the logical dump: what makes two plans the same plan. */
  hash(): string;
  /** Two plans are equal when these lines are. */
  logicalDump(): IterableIterator<string>;
  close(): void;
}

/** "plan" as SQLite's application id. */
const applicationId = 0x706c616e;

const schema = `
  CREATE TABLE manifest (format TEXT NOT NULL, content TEXT NOT NULL);
  CREATE TABLE operation (
    seq INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,
    table_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    golden TEXT NOT NULL,
    pk,
    before_hash TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    refs TEXT NOT NULL,
    sources TEXT NOT NULL,
    reason TEXT NOT NULL
  );
  CREATE TABLE reject (
    entity TEXT NOT NULL,
    golden TEXT NOT NULL,
    field TEXT NOT NULL,
    reason TEXT NOT NULL
  );
`;

interface OperationRow {
  readonly seq: number;
  readonly entity: EntityName;
  readonly table_name: string;
  readonly kind: PlanOperationKind;
  readonly golden: string;
  readonly pk: StoreValue;
  readonly before_hash: string;
  readonly before: string;
  readonly after: string;
  readonly refs: string;
  readonly sources: string;
  readonly reason: string;
}

/**
 * Begins a plan file with mode 0600, in place of an older plan of that name. Throws
 * WORKSPACE_PLAN_EXISTS when the file is something else, WORKSPACE_DISK_FULL and the like.
 */
export function writePlanFile(path: string): PlanWriter {
  if (existsSync(path) && !isPlan(path))
    throw new GoldpanError("WORKSPACE_PLAN_EXISTS", { file: path });
  try {
    rmSync(path, { force: true });
    const database = new Database(path);
    chmodSync(path, 0o600);
    // An unfinished plan is thrown away, so it needs no journal.
    database.pragma("journal_mode = OFF");
    database.pragma("synchronous = OFF");
    database.pragma(`application_id = ${applicationId}`);
    database.exec(`${schema}; BEGIN`);
    return planWriter(database, path);
  } catch (error) {
    throw workspaceFailure(error, path);
  }
}

function planWriter(database: Database.Database, path: string): PlanWriter {
  const addOperation = database.prepare(
    "INSERT INTO operation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const addReject = database.prepare("INSERT INTO reject VALUES (?, ?, ?, ?)");
  const guarded = <Input>(write: (input: Input) => void): ((input: Input) => void) => {
    return (input) => {
      try {
        write(input);
      } catch (error) {
        throw workspaceFailure(error, path);
      }
    };
  };
  return {
    add: guarded((operation: PlanOperation) => addOperation.run(...operationValues(operation))),
    reject: guarded(({ entity, goldenId, field, reason }: PlanReject) =>
      addReject.run(entity, goldenId, field, reason),
    ),
    finish: guarded((manifest: PlanManifest) => {
      const add = database.prepare("INSERT INTO manifest VALUES (?, ?)");
      add.run(manifest.format, JSON.stringify(manifest));
      database.exec("COMMIT");
      database.close();
    }),
    abandon: () => {
      database.close();
      rmSync(path, { force: true });
    },
  };
}

function operationValues(operation: PlanOperation): readonly unknown[] {
  const { seq, entity, table, kind, goldenId, key, beforeHash, reason } = operation;
  const { before, after, refs, sources } = operation;
  const texts = [before, after, refs, sources].map((each) => JSON.stringify(each));
  // The driver binds numbers as floats; a whole key must come back as it was.
  const pk = typeof key === "number" && Number.isInteger(key) ? BigInt(key) : key;
  return [seq, entity, table, kind, goldenId, pk, beforeHash, ...texts, reason];
}

/** Opens a plan file. Throws WORKSPACE_NOT_A_PLAN for anything else, half-written plans included. */
export function openPlanFile(path: string): PlanFile {
  if (!existsSync(path)) throw new GoldpanError("WORKSPACE_NOT_A_PLAN", { file: path });
  if (!isPlan(path)) throw new GoldpanError("WORKSPACE_NOT_A_PLAN", { file: path });
  const database = new Database(path, { readonly: true });
  const manifest = readManifest(database, path);
  return {
    path,
    manifest,
    operations: (afterSeq = 0) => iterateOperations(database, afterSeq),
    rejects: () => iterateRejects(database),
    countWrites: () => countWrites(database),
    hash: () => hashLines(dumpPlan(database, manifest)),
    logicalDump: () => dumpPlan(database, manifest),
    close: () => database.close(),
  };
}

function isPlan(path: string): boolean {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { readonly: true });
    return Number(database.pragma("application_id", { simple: true })) === applicationId;
  } catch {
    return false;
  } finally {
    database?.close();
  }
}

function readManifest(database: Database.Database, file: string): PlanManifest {
  try {
    const row = database
      .prepare<[], string>("SELECT content FROM manifest WHERE format = 'goldpan.plan/1'")
      .pluck()
      .get();
    // Written by `finish`.
    if (row !== undefined) return JSON.parse(row) as PlanManifest;
  } catch (cause) {
    database.close();
    throw new GoldpanError("WORKSPACE_NOT_A_PLAN", { file }, { cause });
  }
  database.close();
  throw new GoldpanError("WORKSPACE_NOT_A_PLAN", { file });
}

function* iterateOperations(
  database: Database.Database,
  afterSeq: number,
): Generator<PlanOperation> {
  const select = database.prepare<[number], OperationRow>(
    "SELECT * FROM operation WHERE seq > ? ORDER BY seq",
  );
  for (const row of select.iterate(afterSeq)) yield readOperation(row);
}

function readOperation(row: OperationRow): PlanOperation {
  return {
    seq: row.seq,
    entity: row.entity,
    table: row.table_name,
    kind: row.kind,
    goldenId: row.golden,
    key: row.pk,
    beforeHash: row.before_hash,
    // All four texts were written by `operationValues`.
    before: JSON.parse(row.before) as StoreRow,
    after: JSON.parse(row.after) as StoreRow,
    refs: JSON.parse(row.refs) as PlanOperation["refs"],
    sources: JSON.parse(row.sources) as string[],
    reason: row.reason,
  };
}

function iterateRejects(database: Database.Database): IterableIterator<PlanReject> {
  return database
    .prepare<[], PlanReject>(
      "SELECT entity, golden AS goldenId, field, reason FROM reject ORDER BY rowid",
    )
    .iterate();
}

function countWrites(database: Database.Database): number {
  const count = database.prepare(
    `SELECT count(*) FROM operation
     WHERE kind IN ('insert', 'update') OR kind = 'same' AND sources <> '[]'`,
  );
  return Number(count.pluck().get());
}

function* dumpPlan(database: Database.Database, manifest: PlanManifest): Generator<string> {
  yield JSON.stringify(manifest);
  for (const operation of iterateOperations(database, 0)) yield JSON.stringify(operation);
  for (const reject of iterateRejects(database)) yield JSON.stringify(reject);
}

function hashLines(lines: Iterable<string>): string {
  const hash = createHash("sha256");
  for (const line of lines) hash.update(line).update("\n");
  return hash.digest("hex");
}
