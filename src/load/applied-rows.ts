import type { EntityName } from "../model/entity.ts";
import type { PlanTable } from "../model/plan.ts";
import type { JournalEntry } from "../stores/journal.ts";

/** Rows of an entity by what was done to them in this call. */
export interface AppliedCounts {
  readonly inserted: number;
  readonly updated: number;
  /** Rows that stay as they are and got new source keys. */
  readonly linked: number;
  /** Rows that changed since planning and were left out. */
  readonly stale: number;
  /** Rows that the store refused. */
  readonly rejected: number;
}

/** Counts the rows that a load wrote. */
export class AppliedRows {
  /** `customer insert` -> how many. */
  readonly #counts = new Map<string, number>();

  add(entries: readonly JournalEntry[]): void {
    for (const { entity, kind, state } of entries) {
      const key = `${entity} ${state === "done" ? kind : state}`;
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }

  /** By entity, in the order of the tables. */
  byEntity(
    tables: readonly PlanTable[],
  ): readonly (AppliedCounts & { readonly entity: EntityName })[] {
    return tables.map(({ entity }) => {
      const of = (what: string): number => this.#counts.get(`${entity} ${what}`) ?? 0;
      return {
        entity,
        inserted: of("insert"),
        updated: of("update"),
        linked: of("link"),
        stale: of("stale"),
        rejected: of("rejected"),
      };
    });
  }
}
