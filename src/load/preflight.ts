import { GoldpanError } from "../errors.ts";
import type { PlanOperation, PlanTable } from "../model/plan.ts";
import type { Store } from "../stores/store.ts";
import type { PlanFile } from "../workspace/plan-file.ts";
import { goldenKey } from "./golden-source.ts";
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
  const tables = new Map(question.plan.manifest.tables.map((table) => [table.table, table]));
  let count = 0;
  let row = "";
  for (const operation of question.plan.operations(question.afterSeq)) {
    const table = tables.get(operation.table);
    if (table === undefined || !(await isStale(operation, table, question))) continue;
    count += 1;
    if (count === 1) row = `\`${operation.table}\` ${operation.key ?? operation.goldenId}`;
  }
  const store = question.store.name;
  if (count > 0) throw new GoldpanError("LOAD_STALE_PLAN", { store, count, row });
}

async function isStale(
  { kind, key, entity, goldenId, beforeHash }: PlanOperation,
  table: PlanTable,
  { store, looksAtInserts }: PreflightQuestion,
): Promise<boolean> {
  if (kind === "insert") {
    if (!looksAtInserts) return false;
    const [found = null] = await store.findXrefs(entity, [goldenKey(goldenId)]);
    return found !== null;
  }
  if (kind !== "update") return false;
  const rows = await store.readRows(table, table.columns, [key]);
  const row = rows.get(String(key));
  return row === undefined || hashRow(row, table.columns) !== beforeHash;
}
