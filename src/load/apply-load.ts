import { GoldpanError } from "../errors.ts";
import type { Model } from "../model/entity.ts";
import type { PlanOperation, PlanTable } from "../model/plan.ts";
import type { JournalRun, Store, StoreTransaction } from "../stores/store.ts";
import type { PlanFile } from "../workspace/plan-file.ts";
import { applyOperation, type ApplyOutcome } from "./apply-operation.ts";
import { preflight } from "./preflight.ts";
import { compareTarget, type TargetDifference } from "./target-fingerprint.ts";

export interface ApplyQuestion {
  readonly plan: PlanFile;
  readonly store: Store;
  /** Creates the tables of a store of our own; null for an existing store. */
  readonly createFor: Model | null;
  /** Name of the run; metadata, part of no result. */
  readonly run: string;
  readonly startedAt: string;
  /** Goes on after the last batch of a run that was interrupted. */
  readonly resume?: boolean | undefined;
  /** What to do about rows that changed since planning: stop before the first write, or leave them out. */
  readonly onStale?: "fail" | "skip" | undefined;
  readonly batchSize?: number | undefined;
  /** Told after each batch; false ends the run there, to be resumed. */
  readonly onBatch?: ((progress: ApplyProgress) => boolean | void) | undefined;
}

export interface ApplyProgress {
  readonly done: number;
  readonly total: number;
}

export interface ApplyResult {
  /** The run that has the plan in its journal: an earlier one when there was nothing to do. */
  readonly run: string;
  readonly inserted: number;
  readonly updated: number;
  /** Rows that changed since planning and were left out. */
  readonly stale: number;
  /** The plan was applied before: nothing was written. */
  readonly isRepeated: boolean;
  /** False when `onBatch` ended the run. */
  readonly isFinished: boolean;
}

/**
 * Executes exactly the operations of a plan, a thousand a transaction, each with its line of the
 * journal in that transaction. Applying a plan again writes nothing. Throws LOAD_STALE_PLAN or
 * LOAD_OTHER_TARGET before the first write, LOAD_HALF_DONE when an earlier run was interrupted and
 * `resume` is not asked for, STORE_LOCKED, and the faults of the store.
 */
export async function applyLoad(question: ApplyQuestion): Promise<ApplyResult> {
  const { plan, store } = question;
  const planHash = plan.hash();
  const runs = await store.runs();
  const same = runs.findLast((run) => run.planHash === planHash && run.state !== "rolled-back");
  if (same?.state === "done") return { ...nothing, run: same.id, isRepeated: true };
  const interrupted = runs.find((run) => run.kind === "load" && run.state === "running");
  const isOther = interrupted !== undefined && interrupted.id !== same?.id;
  if (interrupted !== undefined && (isOther || question.resume !== true)) {
    throw new GoldpanError("LOAD_HALF_DONE", { store: store.name, run: interrupted.id });
  }
  if (plan.countWrites() === 0) return { ...nothing, run: question.run };
  const difference = same === undefined ? await targetDifference(question) : "none";
  await store.prepareJournal();
  await store.lock(question.startedAt);
  try {
    return await applyLocked(question, { planHash, same, difference });
  } finally {
    await store.unlock();
  }
}

const nothing = { inserted: 0, updated: 0, stale: 0, isRepeated: false, isFinished: true };

/** Throws when the store is not the one that the plan was made against. */
async function targetDifference({
  plan,
  store,
  onStale,
}: ApplyQuestion): Promise<TargetDifference> {
  const difference = compareTarget(plan.manifest.targetFingerprint, await store.fingerprint());
  if (difference === "other store")
    throw new GoldpanError("LOAD_OTHER_TARGET", { store: store.name });
  if (difference === "schema" && onStale !== "skip") {
    const row = "its tables";
    throw new GoldpanError("LOAD_STALE_PLAN", { store: store.name, count: 1, row });
  }
  return difference;
}

interface Begun {
  readonly planHash: string;
  readonly same: JournalRun | undefined;
  readonly difference: TargetDifference;
}

async function applyLocked(question: ApplyQuestion, begun: Begun): Promise<ApplyResult> {
  const { plan, store, createFor } = question;
  const afterSeq = begun.same === undefined ? 0 : await lastSeq(store, begun.same.id);
  if (createFor !== null) await store.createTables(createFor);
  if (question.onStale !== "skip") {
    const looksAtInserts = begun.difference !== "none";
    await preflight({ plan, store, afterSeq, looksAtInserts });
  }
  const run = begun.same?.id ?? (await addRun(question, begun.planHash));
  const result = await applyBatches({ ...question, run }, afterSeq);
  if (result.isFinished) await store.transaction(async (write) => write.setRunState(run, "done"));
  return result;
}

async function addRun(question: ApplyQuestion, planHash: string): Promise<string> {
  const { plan, store, run, startedAt } = question;
  const { tables } = plan.manifest;
  const rowsBefore: Record<string, number> = {};
  for (const { table } of tables) rowsBefore[table] = await store.countRows(table);
  const planned = plan.countWrites();
  await store.transaction(async (write) =>
    write.addRun({
      id: run,
      kind: "load",
      undoes: null,
      planHash,
      startedAt,
      state: "running",
      tables,
      planned,
      rowsBefore,
    }),
  );
  return run;
}

async function lastSeq(store: Store, run: string): Promise<number> {
  const page = { order: "descending", beyond: Number.MAX_SAFE_INTEGER, limit: 1 } as const;
  const [last] = await store.readEntries(run, page);
  return last?.seq ?? 0;
}

async function applyBatches(question: ApplyQuestion, afterSeq: number): Promise<ApplyResult> {
  const { plan, store, run, batchSize = 1000, onBatch } = question;
  const tables = new Map(plan.manifest.tables.map((table) => [table.table, table]));
  const counts: Record<ApplyOutcome, number> = { inserted: 0, updated: 0, linked: 0, stale: 0 };
  const total = plan.countWrites();
  let done = 0;
  let isFinished = true;
  for (const batch of batches(plan.operations(afterSeq), batchSize)) {
    const place = { run, batch: batch[0]?.seq ?? 0 };
    const outcomes = await store.transaction((write) => applyBatch(batch, place, tables, write));
    for (const outcome of outcomes) counts[outcome] += 1;
    done += batch.length;
    if (onBatch?.({ done, total }) === false) {
      isFinished = false;
      break;
    }
  }
  const { inserted, updated, stale } = counts;
  return { run, inserted, updated, stale, isRepeated: false, isFinished };
}

async function applyBatch(
  batch: readonly PlanOperation[],
  { run, batch: number }: { readonly run: string; readonly batch: number },
  tables: ReadonlyMap<string, PlanTable>,
  write: StoreTransaction,
): Promise<ApplyOutcome[]> {
  const outcomes: ApplyOutcome[] = [];
  for (const operation of batch) {
    const table = tables.get(operation.table);
    if (table === undefined) throw new Error(`the plan does not describe ${operation.table}`);
    outcomes.push(await applyOperation(operation, { run, batch: number, table }, write));
  }
  return outcomes;
}

/** The operations that write, so many at a time. */
function* batches(
  operations: Iterable<PlanOperation>,
  size: number,
): Generator<readonly PlanOperation[]> {
  let batch: PlanOperation[] = [];
  for (const operation of operations) {
    if (!isWrite(operation)) continue;
    batch.push(operation);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** A row that stays as it is may still get source keys that were not tied to it. */
function isWrite({ kind, sources }: PlanOperation): boolean {
  return kind === "insert" || kind === "update" || (kind === "same" && sources.length > 0);
}
