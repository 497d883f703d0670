import { GoldpanError } from "../errors.ts";
import type { EntityName } from "../model/entity.ts";
import type { JournalEntry, JournalRun } from "../stores/journal.ts";
import type { Store } from "../stores/store.ts";
import { AppliedRows, type AppliedCounts } from "./applied-rows.ts";
import { applyBatches } from "./apply-batches.ts";
import type { ApplyProgress, ApplyQuestion } from "./apply-question.ts";
import { nextRunId } from "./next-run-id.ts";
import { preflight } from "./preflight.ts";
import { withLock } from "./with-lock.ts";

export interface ApplyResult {
  /** The run that has the plan in its journal, an earlier one when there was nothing to do; "" when there is none. */
  readonly run: string;
  /** In the order of loading. */
  readonly written: readonly (AppliedCounts & { readonly entity: EntityName })[];
  /** The plan was applied before: nothing was written. */
  readonly isRepeated: boolean;
  /** Operations that are in the journal, of all that write. */
  readonly progress: ApplyProgress;
}

/**
 * Executes exactly the operations of a plan, some thousand a transaction, each with its line of the
 * journal in that transaction. Applying a plan again writes nothing. Throws LOAD_STALE_PLAN or
 * LOAD_OTHER_TARGET before the first write, LOAD_HALF_DONE when an earlier run was interrupted and
 * `resume` is not asked for, STORE_LOCKED, and the faults of the store.
 */
export async function applyLoad(question: ApplyQuestion): Promise<ApplyResult> {
  const { plan, store, resume = false } = question;
  const runs = await store.runs();
  if (plan.writes === 0 && !resume) {
    refuseHalfDone(runs, undefined, question);
    return nothingDone(question, "", false);
  }
  if (runs.length === 0) {
    // A plan that is refused leaves no journal in a store that has none.
    await begin(question);
    await store.prepareJournal();
  }
  return await withLock(store, question.startedAt, async () => {
    const begun = await begin(question);
    if (begun.same?.state === "done") return nothingDone(question, begun.same.id, true);
    return await applyLocked(question, begun);
  });
}

/** An earlier run of the same plan, and whether others have written since it was made. */
interface Begun {
  readonly same: JournalRun | undefined;
  readonly isChanged: boolean;
}

async function begin(question: ApplyQuestion): Promise<Begun> {
  const { plan, store, resume = false } = question;
  const runs = await store.runs();
  const same = runs.findLast(
    ({ kind, planHash, state }) =>
      kind === "load" && planHash === plan.hash && state !== "rolled-back",
  );
  if (same?.state === "done") return { same, isChanged: false };
  refuseHalfDone(runs, same, question);
  if (same !== undefined) return { same, isChanged: true };
  if (resume) throw new GoldpanError("LOAD_NOTHING_TO_RESUME", { store: store.name });
  return { same, isChanged: await isTargetChanged(question) };
}

function nothingDone(question: ApplyQuestion, run: string, isRepeated: boolean): ApplyResult {
  const total = question.plan.writes;
  const written = new AppliedRows().byEntity(question.plan.manifest.tables);
  return { run, written, isRepeated, progress: { done: total, total } };
}

/** What was begun has to be ended first. */
function refuseHalfDone(
  runs: readonly JournalRun[],
  same: JournalRun | undefined,
  { store, resume = false }: ApplyQuestion,
): void {
  const interrupted = runs.find(({ state }) => state === "running");
  if (interrupted === undefined) return;
  if (interrupted.kind === "rollback") {
    const details = { store: store.name, run: interrupted.undoes ?? "" };
    throw new GoldpanError("LOAD_ROLLBACK_HALF_DONE", details);
  }
  if (interrupted.id !== same?.id || !resume)
    throw new GoldpanError("LOAD_HALF_DONE", { store: store.name, run: interrupted.id });
}

/**
 * Have other runs written to the store since the plan was made? Throws when it is another store,
 * or when its tables are no longer what they were.
 */
async function isTargetChanged({ plan, store, createFor }: ApplyQuestion): Promise<boolean> {
  const { target, tables } = plan.manifest;
  const watched = createFor === null ? tables.map(({ table }) => table) : [];
  const { lineage, schema, serial } = await store.fingerprint(watched);
  const planned = plan.metadata.lineage;
  if (planned !== "new" && planned !== lineage)
    throw new GoldpanError("LOAD_OTHER_TARGET", { store: store.name });
  if (schema !== target.schema) throw new GoldpanError("LOAD_STALE_TABLES", { store: store.name });
  return serial !== target.serial;
}

async function applyLocked(question: ApplyQuestion, begun: Begun): Promise<ApplyResult> {
  const { plan, store, createFor } = question;
  const { same, isChanged } = begun;
  const last = same === undefined ? undefined : await lastEntry(store, same.id);
  if (createFor !== null) await store.createTables(createFor);
  const afterSeq = last?.seq ?? 0;
  const comparedAt = await compare(question, afterSeq, isChanged);
  const run = same?.id ?? (await addRun(question));
  const tables = new Map(plan.manifest.tables.map((table) => [table.entity, table]));
  const batch = last?.batch ?? 0;
  const place = { run, batch, tables, looksAtInserts: isChanged, comparedAt };
  const { rows, progress } = await applyBatches(question, place, afterSeq);
  if (progress.done === progress.total) await assertJournalled(question, run);
  return { run, written: rows.byEntity(plan.manifest.tables), isRepeated: false, progress };
}

/**
 * Compares the rows with the plan before anything is written, and returns the mark that the store
 * had then; null when rows that changed are to be left out one by one.
 */
async function compare(
  { plan, store, onStale }: ApplyQuestion,
  afterSeq: number,
  looksAtInserts: boolean,
): Promise<string | null> {
  if (onStale === "skip") return null;
  const mark = await store.changeMark();
  await preflight({ plan, store, afterSeq, looksAtInserts });
  return mark;
}

async function lastEntry(store: Store, run: string): Promise<JournalEntry | undefined> {
  const page = { order: "descending", beyond: Number.MAX_SAFE_INTEGER, limit: 1 } as const;
  const [last] = await store.readEntries(run, page);
  return last;
}

async function addRun({ plan, store, day, startedAt }: ApplyQuestion): Promise<string> {
  const { tables, counts } = plan.manifest;
  const rowsBefore: Record<string, number> = {};
  for (const { table } of tables) rowsBefore[table] = await store.countRows(table);
  const columns = await columnsOf(store);
  const id = nextRunId(day, await store.runs());
  const planned = plan.writes;
  const run = { id, kind: "load", undoes: null, planHash: plan.hash, startedAt } as const;
  const about = { state: "running", tables, planned, counts, rowsBefore, columns } as const;
  await store.transaction(async (write) => write.addRun({ ...run, ...about }));
  return id;
}

async function columnsOf(store: Store): Promise<JournalRun["columns"]> {
  const tables = await store.tables();
  return Object.fromEntries(
    tables.map(({ name, columns }) => [name, columns.map((column) => column.name)]),
  );
}

/** `contracts.md` 5: every operation is in the journal, counted there and not in memory. */
async function assertJournalled({ plan, store }: ApplyQuestion, run: string): Promise<void> {
  const counts = await store.countEntries(run);
  const journalled = counts.reduce((sum, each) => sum + each.count, 0);
  if (journalled !== plan.writes)
    throw new Error(`${plan.writes} operations, ${journalled} in the journal of ${run}`);
}
