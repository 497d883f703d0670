import type { EntityName } from "../model/entity.ts";
import { loadReason } from "../model/load-reason.ts";
import type { PlanTable, StoreRow } from "../model/plan.ts";
import type { JournalEntry, JournalRun } from "../stores/journal.ts";
import type { StoreTransaction } from "../stores/store.ts";
import type { IncomingReference } from "./references-to.ts";
import type { ConflictPolicy } from "./undo-entry.ts";
import { blockedEntry, undoGroup, type Undone, type UndoPlace } from "./undo-group.ts";

/** What the operations of a batch need besides themselves. */
export interface UndoBatchPlace {
  readonly run: string;
  readonly batch: number;
  readonly tables: ReadonlyMap<EntityName, PlanTable>;
  readonly columns: JournalRun["columns"];
  readonly references: ReadonlyMap<EntityName, readonly IncomingReference[]>;
  readonly policy: ConflictPolicy;
  readonly where: (row: StoreRow, table: PlanTable) => boolean;
}

/**
 * Takes back a batch inside a transaction. When the store refuses a value, say a number that
 * another row has by now, the batch is halved until that row stands alone; it stays as it is.
 */
export async function undoBatch(
  batch: readonly JournalEntry[],
  place: UndoBatchPlace,
  write: StoreTransaction,
): Promise<readonly Undone[]> {
  const undone: Undone[] = [];
  const refusal = await write.attempt(async () => {
    for (const group of groupsOf(batch))
      undone.push(...(await undoGroup(group, placeOf(group, place), write)));
  });
  if (refusal === null) return undone;
  const [only, second] = batch;
  if (only !== undefined && second === undefined) {
    const reason = loadReason("L109", refusal.reason);
    await write.addEntries([blockedEntry(only, placeOf(batch, place), reason)]);
    return [{ entry: only, state: "blocked", kept: [{ column: "", loaded: null, now: null }] }];
  }
  const middle = batch.length >> 1;
  const left = await undoBatch(batch.slice(0, middle), place, write);
  return [...left, ...(await undoBatch(batch.slice(middle), place, write))];
}

function placeOf(group: readonly JournalEntry[], place: UndoBatchPlace): UndoPlace {
  const entity = group[0]?.entity;
  const table = entity === undefined ? undefined : place.tables.get(entity);
  if (table === undefined) throw new Error(`the run does not describe ${entity}`);
  const { run, batch, policy } = place;
  const columns = place.columns[table.table] ?? [];
  const references = place.references.get(table.entity) ?? [];
  const where = (row: StoreRow): boolean => place.where(row, table);
  return { run, batch, policy, table, columns, references, where };
}

/** Neighbours of one entity. */
function* groupsOf(batch: readonly JournalEntry[]): Generator<readonly JournalEntry[]> {
  let group: JournalEntry[] = [];
  for (const entry of batch) {
    if (group.length > 0 && group[0]?.entity !== entry.entity) {
      yield group;
      group = [];
    }
    group.push(entry);
  }
  if (group.length > 0) yield group;
}
