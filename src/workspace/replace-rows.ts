import type { Workspace } from "./open-workspace.ts";
import { inTransaction } from "./transaction.ts";

/** Rows to write, as they come: a step may compute them in workers. */
export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>;

interface Replacement<Row> {
  /** Empties what is replaced; its parameters are `scope`. */
  readonly clear: string;
  readonly scope: readonly string[];
  readonly insert: string;
  readonly rows: Rows<Row>;
  readonly values: (row: Row) => readonly unknown[];
}

/** Replaces derived rows in one transaction; returns how many were written. */
export async function replaceRows<Row>(
  workspace: Workspace,
  { clear, scope, insert, rows, values }: Replacement<Row>,
): Promise<number> {
  return await inTransaction(workspace, async () => {
    workspace.database.prepare(clear).run(...scope);
    const add = workspace.database.prepare(insert);
    let count = 0;
    for await (const row of rows) {
      add.run(...values(row));
      count += 1;
    }
    return count;
  });
}
