import type { EntityName } from "../model/entity.ts";
import { loadReason } from "../model/load-reason.ts";
import type { PlanOperation, PlanTable } from "../model/plan.ts";
import type { JournalEntry } from "../stores/journal.ts";
import type { StoreTransaction } from "../stores/store.ts";
import { applyGroup, rejectedEntry, type ApplyGroup } from "./apply-operations.ts";

/** What the operations of a batch need besides themselves. */
export interface BatchPlace {
  readonly run: string;
  readonly batch: number;
  readonly tables: ReadonlyMap<EntityName, PlanTable>;
  readonly looksAtInserts: boolean;
  readonly comparedAt: string | null;
}

/**
 * Applies a batch inside a transaction. When the store refuses a row, the batch is halved until
 * that row stands alone; it is journalled as `rejected` and the others are written.
 */
export async function applyBatch(
  batch: readonly PlanOperation[],
  place: BatchPlace,
  write: StoreTransaction,
): Promise<readonly JournalEntry[]> {
  const entries: JournalEntry[] = [];
  const refusal = await write.attempt(async () => {
    for (const group of groupsOf(batch)) {
      const table = tableOf(group, place);
      entries.push(...(await applyGroup(group, { ...place, table }, write)));
    }
  });
  if (refusal === null) return entries;
  const [only, second] = batch;
  if (only !== undefined && second === undefined) {
    const reason = loadReason("L109", refusal.reason);
    const rejected = rejectedEntry(only, { ...place, table: tableOf(batch, place) }, reason);
    await write.addEntries([rejected]);
    return [rejected];
  }
  const middle = batch.length >> 1;
  const left = await applyBatch(batch.slice(0, middle), place, write);
  return [...left, ...(await applyBatch(batch.slice(middle), place, write))];
}

function tableOf(group: ApplyGroup, { tables }: BatchPlace): PlanTable {
  const entity = group[0]?.entity;
  const table = entity === undefined ? undefined : tables.get(entity);
  if (table === undefined) throw new Error(`the plan does not describe ${entity}`);
  return table;
}

/**
 * The operations of a batch by entity and kind: new rows first, for only they are pointed to.
 * Neighbours in a plan are of any kind, and a group of one costs as much as one of a thousand.
 */
function* groupsOf(batch: readonly PlanOperation[]): Generator<ApplyGroup> {
  for (const entity of new Set(batch.map((operation) => operation.entity))) {
    const own = batch.filter((operation) => operation.entity === entity);
    yield* insertGroups(own.filter(({ kind }) => kind === "insert"));
    for (const kind of ["update", "same"] as const) {
      const group = own.filter((operation) => operation.kind === kind);
      if (group.length > 0) yield group;
    }
  }
}

/** New rows, cut before one that points into its own group: its parent has to have a key. */
function* insertGroups(inserts: readonly PlanOperation[]): Generator<ApplyGroup> {
  let group: PlanOperation[] = [];
  let inserted = new Set<string>();
  for (const operation of inserts) {
    if (pointsInto(operation, inserted)) {
      yield group;
      group = [];
      inserted = new Set();
    }
    group.push(operation);
    inserted.add(operation.goldenId);
  }
  if (group.length > 0) yield group;
}

function pointsInto({ refs }: PlanOperation, inserted: ReadonlySet<string>): boolean {
  for (const text of Object.values(refs)) {
    // Several ids are a JSON array of texts (`PlanOperation.refs`).
    const ids = text.startsWith("[") ? (JSON.parse(text) as string[]) : [text];
    if (ids.some((id) => inserted.has(id))) return true;
  }
  return false;
}
