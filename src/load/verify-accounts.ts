import type { EntityName } from "../model/entity.ts";
import { planOperationKinds, type PlanCounts } from "../model/plan.ts";
import type { EntryCount, JournalRun } from "../stores/journal.ts";
import type { Store } from "../stores/store.ts";
import type { VerifyCheck } from "./verify-check.ts";

type EntityCounts = PlanCounts & { readonly golden: number };

/**
 * The law of `contracts.md` 5 against the store: golden records and operations as planned,
 * operations in the journal, and rows of each table counted by the store itself.
 */
export async function checkAccounts(
  store: Store,
  run: JournalRun,
  runs: readonly JournalRun[],
): Promise<readonly VerifyCheck[]> {
  const entries = await store.countEntries(run.id);
  const since = await entriesSince(store, run, runs);
  const checks: VerifyCheck[] = [];
  for (const { entity, table } of run.tables) {
    const counts = run.counts[entity];
    if (counts === undefined || counts.golden === 0) continue;
    const before = run.rowsBefore[table] ?? 0;
    const rows = before + countOf(since, table, "insert") - countOf(since, table, "delete");
    checks.push(
      check(entity, "golden records", counts.golden, operationsOf(counts)),
      check(entity, "inserts", counts.insert, journalled(entries, entity, "insert")),
      check(entity, "updates", counts.update, journalled(entries, entity, "update")),
      check(entity, "rows in the store", rows, await store.countRows(table)),
    );
  }
  return checks;
}

function check(entity: EntityName, name: string, expected: number, actual: number): VerifyCheck {
  return { level: "V0", entity, name, detail: "", expected, actual, passed: expected === actual };
}

function operationsOf(counts: EntityCounts): number {
  return planOperationKinds.reduce((sum, kind) => sum + counts[kind], 0);
}

/** What this run and those after it did to the tables. */
async function entriesSince(
  store: Store,
  { serial }: JournalRun,
  runs: readonly JournalRun[],
): Promise<readonly EntryCount[]> {
  const counts: EntryCount[] = [];
  for (const run of runs)
    if (run.serial >= serial) counts.push(...(await store.countEntries(run.id)));
  return counts;
}

function countOf(entries: readonly EntryCount[], table: string, kind: EntryCount["kind"]): number {
  return entries
    .filter((each) => each.table === table && each.kind === kind && each.state === "done")
    .reduce((sum, { count }) => sum + count, 0);
}

/** Operations that were written or left out as stale or refused: each is accounted for. */
function journalled(
  entries: readonly EntryCount[],
  entity: EntityName,
  kind: EntryCount["kind"],
): number {
  return entries
    .filter((each) => each.entity === entity && each.kind === kind)
    .reduce((sum, { count }) => sum + count, 0);
}
