import Database from "better-sqlite3";
import { existsSync } from "node:fs";
import { GoldpanError } from "../errors.ts";
import type { EntityName } from "../model/entity.ts";
import type { PlanManifest, PlanOperation, StoreValue } from "../model/plan.ts";
import { operationOf, planApplicationId, type OperationCells } from "./plan-schema.ts";

/** A value or a whole golden record that a plan leaves out though it was selected, and why. */
export interface PlanReject {
  readonly entity: EntityName;
  readonly goldenId: string;
  /** "" when the whole record is left out. */
  readonly field: string;
  readonly reason: string;
}

/** What has to be looked at in the store before the first write of a plan. */
export interface PlannedRow {
  readonly seq: number;
  readonly entity: EntityName;
  readonly table: string;
  readonly goldenId: string;
  /** null for a row that will be inserted. */
  readonly key: StoreValue;
  readonly beforeHash: string;
}

/** What two equal plans may differ in. */
export interface PlanMetadata {
  /** The store it was made against. */
  readonly lineage: string;
  /** What the user called it. */
  readonly store: string;
  /** SHA-256 of the source files, sorted: they change with the order of rows, the plan does not. */
  readonly sourceHashes: readonly string[];
}

/** A plan file opened for reading. Whoever opens it closes it. */
export interface PlanFile {
  readonly path: string;
  readonly manifest: PlanManifest;
  readonly metadata: PlanMetadata;
  /** What makes two plans the same plan: equal when the logical dumps are. */
  readonly hash: string;
  /** The operations with a larger `seq`, in order; with `writes` only those that write. */
  operations(which?: OperationRange): IterableIterator<PlanOperation>;
  /** The rows of updates, or of inserts, with a larger `seq`. */
  rows(kind: "insert" | "update", afterSeq: number): IterableIterator<PlannedRow>;
  rejects(): IterableIterator<PlanReject>;
  /** How many operations write to the store; one that only ties source keys to a row counts too. */
  readonly writes: number;
  /** How many of them have a larger `seq`. */
  countWrites(afterSeq: number): number;
  /** Two plans are equal when these lines are. */
  logicalDump(): IterableIterator<string>;
  close(): void;
}

export interface OperationRange {
  readonly afterSeq?: number;
  readonly writes?: boolean;
}

/** Opens a plan file. Throws WORKSPACE_NOT_A_PLAN for anything else, half-written plans included. */
export function openPlanFile(path: string): PlanFile {
  if (!existsSync(path) || !isPlan(path)) throw notAPlan(path);
  const database = new Database(path, { readonly: true });
  try {
    const manifest = readManifest(database);
    return planFile(path, database, { manifest, ...readMetadata(database) });
  } catch (cause) {
    database.close();
    throw notAPlan(path, cause);
  }
}

/** Is there a plan, whole or half-written, in this file? */
export function isPlan(path: string): boolean {
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { readonly: true });
    return Number(database.pragma("application_id", { simple: true })) === planApplicationId;
  } catch {
    return false;
  } finally {
    database?.close();
  }
}

function notAPlan(file: string, cause?: unknown): GoldpanError {
  return new GoldpanError("WORKSPACE_NOT_A_PLAN", { file }, { cause });
}

function planFile(
  path: string,
  database: Database.Database,
  about: Pick<PlanFile, "manifest" | "metadata" | "hash" | "writes">,
): PlanFile {
  return {
    path,
    ...about,
    operations: (which = {}) => iterateOperations(database, which),
    rows: (kind, afterSeq) => iterateRows(database, kind, afterSeq),
    rejects: () => iterateRejects(database),
    countWrites: (afterSeq) => countWrites(database, afterSeq),
    logicalDump: () => dumpPlan(database, about.manifest),
    close: () => database.close(),
  };
}

function readManifest(database: Database.Database): PlanManifest {
  const select = "SELECT content FROM manifest WHERE format = 'goldpan.plan/1'";
  const row = database.prepare<[], string>(select).pluck().get();
  if (row === undefined) throw new Error("no manifest");
  // Written by `finish`.
  return JSON.parse(row) as PlanManifest;
}

function readMetadata(database: Database.Database): Pick<PlanFile, "metadata" | "hash" | "writes"> {
  const value = database
    .prepare<[string], string>("SELECT value FROM metadata WHERE name = ?")
    .pluck();
  // Written by `finish`.
  const sourceHashes = JSON.parse(value.get("source_hashes") ?? "[]") as string[];
  const text = (name: string): string => value.get(name) ?? "";
  const metadata = { lineage: text("lineage"), store: text("store"), sourceHashes };
  return { metadata, hash: text("hash"), writes: Number(text("writes")) };
}

const writing = "(kind IN ('insert', 'update') OR links <> '[]')";

function* iterateOperations(
  database: Database.Database,
  { afterSeq = 0, writes = false }: OperationRange,
): Generator<PlanOperation> {
  const select = database
    .prepare<[number], OperationCells>(
      `SELECT * FROM operation WHERE seq > ? ${writes ? `AND ${writing}` : ""} ORDER BY seq`,
    )
    .raw()
    .safeIntegers();
  for (const cells of select.iterate(afterSeq)) yield operationOf(cells);
}

function* iterateRows(
  database: Database.Database,
  kind: "insert" | "update",
  afterSeq: number,
): Generator<PlannedRow> {
  const select = database
    .prepare<[string, number], PlannedRow>(
      `SELECT seq, entity, table_name AS "table", golden AS goldenId, pk AS key,
         before_hash AS beforeHash
       FROM operation WHERE kind = ? AND seq > ? ORDER BY seq`,
    )
    .iterate(kind, afterSeq);
  yield* select;
}

function iterateRejects(database: Database.Database): IterableIterator<PlanReject> {
  return database
    .prepare<[], PlanReject>(
      "SELECT entity, golden AS goldenId, field, reason FROM reject ORDER BY rowid",
    )
    .iterate();
}

function countWrites(database: Database.Database, afterSeq: number): number {
  const count = database.prepare(`SELECT count(*) FROM operation WHERE seq > ? AND ${writing}`);
  return Number(count.pluck().get(afterSeq));
}

function* dumpPlan(database: Database.Database, manifest: PlanManifest): Generator<string> {
  yield JSON.stringify(manifest);
  for (const operation of iterateOperations(database, {})) yield JSON.stringify(operation);
  for (const reject of iterateRejects(database)) yield JSON.stringify(reject);
}
