import { GoldpanError } from "../errors.ts";
import type { PlanTable } from "../model/plan.ts";
import type { Store } from "../stores/store.ts";
import type { PlanFile, PlannedRow } from "../workspace/plan-file.ts";
import { goldenKey } from "./golden-source.ts";
import { inBatches } from "./in-batches.ts";
import { hashRow } from "./row-hash.ts";

/** What to look at before the first write. */
export interface PreflightQuestion {
  readonly plan: PlanFile;
  readonly store: Store;
  readonly afterSeq: number;
  /** Other runs have written since: rows to insert may be there by now. */
  readonly looksAtInserts: boolean;
}

/**
 * Compares every row that the plan changes with what it was planned against. Throws
 * LOAD_STALE_PLAN with the number of rows that differ, before anything is written.
 */
export async function preflight(question: PreflightQuestion): Promise<void> {
  const { plan, store, afterSeq, looksAtInserts } = question;
  const stale = new StaleRows();
  for (const batch of inBatches(plan.rows("update", afterSeq)))
    stale.add(await staleUpdates(batch, question));
  if (looksAtInserts) {
    for (const batch of inBatches(plan.rows("insert", afterSeq)))
      stale.add(await staleInserts(batch, store));
  }
  const { count, first } = stale;
  if (first === undefined) return;
  const row = `\`${first.table}\` ${first.key ?? first.goldenId}`;
  throw new GoldpanError("LOAD_STALE_PLAN", { store: store.name, count, row });
}

class StaleRows {
  count = 0;
  first: PlannedRow | undefined;

  add(rows: readonly PlannedRow[]): void {
    this.count += rows.length;
    this.first ??= rows[0];
  }
}

async function staleUpdates(
  batch: readonly PlannedRow[],
  { plan, store }: PreflightQuestion,
): Promise<PlannedRow[]> {
  const stale: PlannedRow[] = [];
  for (const table of plan.manifest.tables) {
    const planned = batch.filter((row) => row.entity === table.entity);
    if (planned.length > 0) stale.push(...(await staleRows(planned, table, store)));
  }
  return stale;
}

async function staleRows(
  planned: readonly PlannedRow[],
  table: PlanTable,
  store: Store,
): Promise<PlannedRow[]> {
  const keys = planned.map(({ key }) => key);
  const rows = await store.readRows(table, table.columns, keys);
  return planned.filter(({ beforeHash }, at) => {
    const row = rows[at];
    return row === undefined || hashRow(row, table.columns) !== beforeHash;
  });
}

async function staleInserts(batch: readonly PlannedRow[], store: Store): Promise<PlannedRow[]> {
  const stale: PlannedRow[] = [];
  for (const entity of new Set(batch.map((row) => row.entity))) {
    const planned = batch.filter((row) => row.entity === entity);
    const keys = planned.map(({ goldenId }) => goldenKey(goldenId));
    const found = await store.findXrefs(entity, keys);
    stale.push(...planned.filter((_, at) => (found[at] ?? null) !== null));
  }
  return stale;
}
