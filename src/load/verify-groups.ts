import type { PlanTable, StoreRow, StoreValue } from "../model/plan.ts";
import type { JournalEntry } from "../stores/journal.ts";
import type { VerifyCheck } from "./verify-check.ts";

interface Totals {
  readonly expected: Map<string, number>;
  readonly actual: Map<string, number>;
}

/** Counts and sums of the rows of one table by its columns to group by: as written, and as read. */
export class GroupTotals {
  readonly #table: PlanTable;
  /** By what is added up: `department` for rows, `amount / department` for a sum; then by group. */
  readonly #totals = new Map<string, Totals>();

  constructor(table: PlanTable) {
    this.#table = table;
  }

  /** Adds rows that a load wrote and the same rows as they are now. */
  add(entries: readonly JournalEntry[], rows: readonly (StoreRow | undefined)[]): void {
    const { groupBy, sums } = this.#table;
    for (const by of groupBy) {
      for (const sum of [undefined, ...sums]) {
        const totals = this.#of(sum === undefined ? by : `${sum} / ${by}`);
        for (const [at, entry] of entries.entries()) addRow(totals, [by, sum], entry, rows[at]);
      }
    }
  }

  #of(name: string): Totals {
    const known = this.#totals.get(name);
    if (known !== undefined) return known;
    const totals = { expected: new Map<string, number>(), actual: new Map<string, number>() };
    this.#totals.set(name, totals);
    return totals;
  }

  /** One check for each total: how many groups there are, and how many of them agree. */
  checks(): VerifyCheck[] {
    return [...this.#totals].map(([name, { expected, actual }]) => {
      const groups = new Set([...expected.keys(), ...actual.keys()]);
      const equal = [...groups].filter((group) => isNear(expected.get(group), actual.get(group)));
      return {
        level: "V1",
        entity: this.#table.entity,
        name: "equal groups",
        detail: name,
        expected: groups.size,
        actual: equal.length,
        passed: groups.size === equal.length,
      };
    });
  }
}

/** Adds a row once as it was written and once as it is; without a column to sum it counts one. */
function addRow(
  { expected, actual }: Totals,
  [by, sum]: readonly [string, string | undefined],
  entry: JournalEntry,
  row: StoreRow | undefined,
): void {
  const meant = sum === undefined ? 1 : amountOf(meantValue(entry, row, sum));
  addTo(expected, meantValue(entry, row, by), meant);
  if (row !== undefined) addTo(actual, row[by], sum === undefined ? 1 : amountOf(row[sum]));
}

/** What an update did not write is expected to be as it is. */
function meantValue(
  { kind, after }: JournalEntry,
  row: StoreRow | undefined,
  column: string,
): StoreValue | undefined {
  return kind === "insert" || column in after ? after[column] : row?.[column];
}

function addTo(totals: Map<string, number>, group: StoreValue | undefined, amount: number): void {
  const key = String(group ?? "");
  totals.set(key, (totals.get(key) ?? 0) + amount);
}

function amountOf(value: StoreValue | undefined): number {
  const amount = Number(value ?? 0);
  return Number.isFinite(amount) ? amount : 0;
}

/** Sums of decimals are floats: they agree to half a cent. */
function isNear(left = 0, right = 0): boolean {
  return Math.abs(left - right) < 0.005;
}
