import type { JournalRun } from "../stores/journal.ts";
import type { Store } from "../stores/store.ts";
import type { VerifyCheck } from "./verify-check.ts";

/** Rows of the loaded tables that point to a row that is not there. */
export async function checkRelations(store: Store, run: JournalRun): Promise<VerifyCheck[]> {
  const checks: VerifyCheck[] = [];
  for (const table of run.tables) {
    for (const [column, entity] of Object.entries(table.references)) {
      const target = run.tables.find((each) => each.entity === entity);
      if (target === undefined || table.lists.includes(column)) continue;
      const actual = await store.countOrphans({ ...table, column, isList: false }, target);
      const place = { level: "V4", entity: table.entity, name: "orphans", detail: column } as const;
      checks.push({ ...place, expected: 0, actual, passed: actual === 0 });
    }
  }
  return checks;
}
