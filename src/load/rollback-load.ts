import { GoldpanError } from "../errors.ts";
import type { EntityName } from "../model/entity.ts";
import type { PlanTable, StoreRow } from "../model/plan.ts";
import type { EntryPage, JournalEntry, JournalRun } from "../stores/journal.ts";
import type { Store, StoreTable, StoreTransaction } from "../stores/store.ts";
import { nextRunId } from "./next-run-id.ts";
import { referencesTo } from "./references-to.ts";
import { RollbackSums, type KeptEdit, type RollbackCounts } from "./rollback-sums.ts";
import { pieceSize, transactionSize } from "./transaction-size.ts";
import { undoBatch, type UndoBatchPlace } from "./undo-batch.ts";
import { parseCondition } from "./where.ts";
import { withLock } from "./with-lock.ts";

export interface RollbackQuestion {
  readonly store: Store;
  /** The run to take back. */
  readonly run: string;
  readonly day: string;
  readonly startedAt: string;
  readonly onConflict: "keep" | "abort" | "force";
  /** Does everything and takes it back at the end. */
  readonly dryRun?: boolean | undefined;
  readonly entity?: EntityName | undefined;
  readonly batch?: number | undefined;
  /** `COLUMN=VALUE`: only rows that match as they stand. */
  readonly where?: string | undefined;
  readonly batchSize?: number | undefined;
  readonly onKept?: ((kept: KeptEdit) => void) | undefined;
  /** Told after each batch; false ends the rollback there, to be gone on with. */
  readonly onBatch?: ((done: number, total: number) => Promise<boolean>) | undefined;
}

export interface RollbackResult extends RollbackCounts {
  /** The run that took it back; "" for a dry run. */
  readonly run: string;
  readonly undoes: string;
  /** False when `onBatch` ended it. */
  readonly isFinished: boolean;
  readonly progress: { readonly done: number; readonly total: number };
}

/**
 * Takes back a load, last operation first, each with its line in the journal: a rollback is a run
 * itself. Per field three-way; later edits stay unless `force`. `abort` writes nothing when
 * anything would stay. Rows that others point to always stay. What an earlier rollback took back
 * is left alone. Throws LOAD_NO_SUCH_RUN, LOAD_NOT_A_LOAD, LOAD_LATER_RUN, LOAD_ROLLBACK_CONFLICT,
 * STORE_LOCKED, LOAD_WRONG_CONDITION.
 */
export async function rollbackLoad(question: RollbackQuestion): Promise<RollbackResult> {
  const { store, startedAt } = question;
  const undone = await findRun(question);
  await refuseLaterRuns(question, undone);
  const bench = await makeBench(question, undone);
  if (question.dryRun === true) return await rehearse(bench);
  const rollBack = question.onConflict === "abort" ? inOnePiece : inBatchesOf;
  return await withLock(store, startedAt, () => rollBack(bench));
}

async function findRun({ store, run }: RollbackQuestion): Promise<JournalRun> {
  const runs = await store.runs();
  const found = runs.find(({ id }) => id === run);
  if (found === undefined) {
    const known = runs.map(({ id }) => id).join(", ");
    throw new GoldpanError("LOAD_NO_SUCH_RUN", { store: store.name, run, runs: known || "none" });
  }
  if (found.kind !== "load") throw new GoldpanError("LOAD_NOT_A_LOAD", { run });
  return found;
}

async function refuseLaterRuns(
  { store, run }: RollbackQuestion,
  undone: JournalRun,
): Promise<void> {
  const later = await store.laterRuns(undone.id);
  const last = later.at(-1);
  if (last !== undefined) throw new GoldpanError("LOAD_LATER_RUN", { run, later: last });
}

interface Bench {
  readonly question: RollbackQuestion;
  readonly undone: JournalRun;
  readonly total: number;
  readonly place: Omit<UndoBatchPlace, "run" | "batch">;
}

async function makeBench(question: RollbackQuestion, undone: JournalRun): Promise<Bench> {
  const { store, onConflict } = question;
  const counts = await store.countEntries(undone.id);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const storeTables = await store.tables();
  const tables = new Map(undone.tables.map((table) => [table.entity, table]));
  const policy = onConflict === "force" ? "force" : "keep";
  const references = referencesByEntity(undone.tables, storeTables);
  const where = rowCondition(question);
  return {
    question,
    undone,
    total,
    place: { tables, references, policy, where, columns: undone.columns },
  };
}

function referencesByEntity(
  tables: readonly PlanTable[],
  storeTables: readonly StoreTable[],
): UndoBatchPlace["references"] {
  return new Map(tables.map((table) => [table.entity, referencesTo(table, storeTables, tables)]));
}

function rowCondition({ where }: RollbackQuestion): (row: StoreRow, table: PlanTable) => boolean {
  if (where === undefined) return () => true;
  const { entity, name, isEqual, value } = parseCondition(where);
  return (row, table) => {
    if (entity !== "" && entity !== table.entity) return false;
    if (!table.columns.includes(name)) return false;
    return (String(row[name] ?? "") === value) === isEqual;
  };
}

/** Every batch in its own transaction: an interrupted rollback is gone on with by another. */
async function inBatchesOf(bench: Bench): Promise<RollbackResult> {
  const { store } = bench.question;
  const run = await store.transaction((write) => addRun(bench, write));
  const sums = new RollbackSums(bench.question.onKept);
  const entries = pages(bench);
  for (let batch = 1, isOver = false; !isOver; batch += 1) {
    const place = { ...bench.place, run, batch };
    isOver = await store.transaction((write) => undoPages(entries, { bench, place, sums }, write));
    if (!(await tell(bench, sums))) return { ...resultOf(bench, sums, run), isFinished: false };
  }
  await store.transaction((write) => finish(bench, run, write));
  return resultOf(bench, sums, run);
}

interface UndoBatch {
  readonly bench: Bench;
  readonly place: UndoBatchPlace;
  readonly sums: RollbackSums;
}

/** Takes pages back until the batch is full; true when there are no more. */
async function undoPages(
  entries: AsyncIterator<readonly JournalEntry[]>,
  { bench, place, sums }: UndoBatch,
  write: StoreTransaction,
): Promise<boolean> {
  const { batchSize = transactionSize } = bench.question;
  for (let undone = 0; undone < batchSize;) {
    const next = await entries.next();
    if (next.done === true) return true;
    sums.add(await undoBatch(next.value, place, write));
    undone += next.value.length;
  }
  return false;
}

async function tell({ question, total }: Bench, { done }: RollbackSums): Promise<boolean> {
  return (await question.onBatch?.(done, total)) ?? true;
}

function resultOf({ undone, total }: Bench, sums: RollbackSums, run: string): RollbackResult {
  const progress = { done: sums.done, total };
  return { run, undoes: undone.id, isFinished: true, ...sums.counts, progress };
}

class Rehearsed extends Error {}

/** Everything in one transaction that is taken back at the end: what would happen, exactly. */
async function rehearse(bench: Bench): Promise<RollbackResult> {
  const sums = new RollbackSums(bench.question.onKept);
  try {
    await bench.question.store.transaction(async (write) => {
      await undoAll(bench, sums, write);
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  return resultOf(bench, sums, "");
}

/** All or nothing: a single kept value takes everything back. */
async function inOnePiece(bench: Bench): Promise<RollbackResult> {
  const sums = new RollbackSums(bench.question.onKept);
  const run = await bench.question.store.transaction(async (write) => {
    const id = await undoAll(bench, sums, write);
    const { keptValues: count } = sums.counts;
    if (count > 0)
      throw new GoldpanError("LOAD_ROLLBACK_CONFLICT", { run: bench.undone.id, count });
    return id;
  });
  return resultOf(bench, sums, run);
}

async function undoAll(bench: Bench, sums: RollbackSums, write: StoreTransaction): Promise<string> {
  const run = await addRun(bench, write);
  let batch = 0;
  for await (const entries of pages(bench)) {
    batch += 1;
    sums.add(await undoBatch(entries, { ...bench.place, run, batch }, write));
    await tell(bench, sums);
  }
  await finish(bench, run, write);
  return run;
}

async function addRun(
  { question, undone, total }: Bench,
  write: StoreTransaction,
): Promise<string> {
  const { store, day, startedAt } = question;
  const runs = await store.runs();
  // An interrupted rollback of the same run is ended: this one does the rest.
  for (const run of runs) {
    if (run.undoes === undone.id && run.state === "running")
      await write.setRunState(run.id, "done");
  }
  const rowsBefore: Record<string, number> = {};
  for (const { table } of undone.tables) rowsBefore[table] = await store.countRows(table);
  const { tables, columns } = undone;
  const id = nextRunId(day, runs);
  const about = { tables, columns, rowsBefore, counts: {}, planned: total, startedAt };
  await write.addRun({
    id,
    kind: "rollback",
    undoes: undone.id,
    planHash: "",
    state: "running",
    ...about,
  });
  return id;
}

async function finish(
  { question: { entity, batch, where }, undone }: Bench,
  run: string,
  write: StoreTransaction,
): Promise<void> {
  await write.setRunState(run, "done");
  const isWhole = entity === undefined && batch === undefined && where === undefined;
  if (isWhole) await write.setRunState(undone.id, "rolled-back");
}

/** The operations of the load that did something and were not taken back, last one first. */
async function* pages({ question, undone }: Bench): AsyncGenerator<readonly JournalEntry[]> {
  const { store, entity, batch, batchSize = transactionSize } = question;
  const limit = Math.min(pieceSize, batchSize);
  let beyond = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const page: EntryPage = { order: "descending", beyond, limit, entity, batch };
    const entries = await store.readEntries(undone.id, page);
    const last = entries.at(-1);
    if (last === undefined) return;
    beyond = last.seq;
    const first = entries[0]?.seq ?? last.seq;
    const before = await store.undoneEntries(undone.id, last.seq, first);
    yield entries.filter(({ seq, state }) => state === "done" && !before.has(seq));
  }
}
