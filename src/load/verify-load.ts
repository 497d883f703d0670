import { GoldpanError } from "../errors.ts";
import type { PlanTable } from "../model/plan.ts";
import type { JournalEntry, JournalRun } from "../stores/journal.ts";
import type { Store } from "../stores/store.ts";
import { verifyLevels, type VerifyCheck, type VerifyLevel } from "./verify-check.ts";
import { checkAccounts } from "./verify-accounts.ts";
import { checkRelations } from "./verify-relations.ts";
import { GroupTotals } from "./verify-groups.ts";
import { compareRows, type RowDifference } from "./verify-rows.ts";

export interface VerifyQuestion {
  readonly store: Store;
  /** The last load that was not rolled back where none is named. */
  readonly run?: string | undefined;
  /** This level and those before it. */
  readonly level: VerifyLevel;
  readonly onDifference: (difference: RowDifference) => void;
  readonly onProgress?: ((done: number, total: number) => Promise<void>) | undefined;
}

export interface VerifyResult {
  readonly run: string;
  readonly checks: readonly VerifyCheck[];
}

/**
 * Reads back what a load wrote and compares it with the journal. V0 counts operations and rows in
 * the store, V1 counts and sums by group, V3 compares every value of every row, V4 looks for
 * references that lead nowhere. Rows that later loads wrote to, and what was taken back, are those
 * runs' to prove. Throws LOAD_NO_SUCH_RUN, LOAD_NOT_A_LOAD, LOAD_ROLLED_BACK.
 */
export async function verifyLoad(question: VerifyQuestion): Promise<VerifyResult> {
  const { store, level } = question;
  const runs = await store.runs();
  const run = findRun(runs, question);
  const depth = verifyLevels.indexOf(level);
  const checks = [...(await checkAccounts(store, run, runs))];
  if (depth >= 1) checks.push(...(await checkRows(question, run, depth >= 2)));
  if (depth >= 3) checks.push(...(await checkRelations(store, run)));
  return { run: run.id, checks };
}

function findRun(runs: readonly JournalRun[], { store, run }: VerifyQuestion): JournalRun {
  const isLast = (each: JournalRun): boolean =>
    each.kind === "load" && each.state !== "rolled-back";
  const found = run === undefined ? runs.findLast(isLast) : runs.find(({ id }) => id === run);
  if (found === undefined) {
    const known = runs.map(({ id }) => id).join(", ") || "none";
    throw new GoldpanError("LOAD_NO_SUCH_RUN", { store: store.name, run: run ?? "", runs: known });
  }
  if (found.kind !== "load") throw new GoldpanError("LOAD_NOT_A_LOAD", { run: found.id });
  if (found.state === "rolled-back") throw new GoldpanError("LOAD_ROLLED_BACK", { run: found.id });
  return found;
}

const pageSize = 1000;

/** One reading of every row the load wrote: totals by group, and values if asked for. */
async function checkRows(
  { store, onDifference, onProgress }: VerifyQuestion,
  run: JournalRun,
  comparesValues: boolean,
): Promise<VerifyCheck[]> {
  const superseded = await store.supersededEntries(run.id);
  const totals = run.tables.map((table) => new TableChecks(table, run));
  let beyond = 0;
  for (;;) {
    const page = { order: "ascending", beyond, limit: pageSize } as const;
    const entries = await store.readEntries(run.id, page);
    const last = entries.at(-1);
    if (last === undefined) break;
    beyond = last.seq;
    const first = entries[0]?.seq ?? last.seq;
    const undone = await store.undoneEntries(run.id, first, last.seq);
    const counted = entries.filter(
      ({ seq, state, kind }) =>
        state === "done" && kind !== "link" && !superseded.has(seq) && !undone.has(seq),
    );
    for (const each of totals) await each.add(counted, store, onDifference);
    await onProgress?.(beyond, run.planned);
  }
  return totals.flatMap((each) => each.checks(comparesValues));
}

/** What the rows of one table add up to. */
class TableChecks {
  readonly #table: PlanTable;
  readonly #groups: GroupTotals;
  readonly #known: ReadonlySet<string>;
  #rows = 0;
  #equal = 0;

  constructor(table: PlanTable, { columns }: JournalRun) {
    this.#table = table;
    this.#known = new Set(columns[table.table]);
    this.#groups = new GroupTotals(table);
  }

  async add(
    entries: readonly JournalEntry[],
    store: Store,
    onDifference: (difference: RowDifference) => void,
  ): Promise<void> {
    const table = this.#table;
    const own = entries.filter((entry) => entry.entity === table.entity);
    if (own.length === 0) return;
    const rows = await store.readRows(
      table,
      [],
      own.map(({ key }) => key),
    );
    this.#groups.add(own, rows);
    const different = compareRows(own, rows, { table, known: this.#known });
    different.forEach(onDifference);
    this.#rows += own.length;
    this.#equal += own.length - new Set(different.map(({ seq }) => seq)).size;
  }

  checks(comparesValues: boolean): VerifyCheck[] {
    const { entity } = this.#table;
    const values: VerifyCheck = {
      level: "V3",
      entity,
      name: "equal rows",
      detail: "",
      expected: this.#rows,
      actual: this.#equal,
      passed: this.#rows === this.#equal,
    };
    return [...this.#groups.checks(), ...(comparesValues && this.#rows > 0 ? [values] : [])];
  }
}
