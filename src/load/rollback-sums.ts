import type { EntityName } from "../model/entity.ts";
import type { StoreValue } from "../model/plan.ts";
import type { JournalState } from "../stores/journal.ts";
import type { KeptValue } from "./undo-entry.ts";
import type { Undone } from "./undo-group.ts";

/** Something that stays as it is, and why. */
export interface KeptEdit extends KeptValue {
  readonly entity: EntityName;
  readonly table: string;
  readonly key: StoreValue;
  readonly why: "edited" | "referenced" | "deleted" | "refused";
}

export interface RollbackCounts {
  /** Operations of the load that were looked at. */
  readonly rows: number;
  readonly deleted: number;
  readonly restored: number;
  /** Rows of which something stays as it is now. */
  readonly keptRows: number;
  /** Values and rows that stay. */
  readonly keptValues: number;
}

const whyKept: Readonly<Partial<Record<JournalState, KeptEdit["why"]>>> = {
  kept_referenced: "referenced",
  missing: "deleted",
  blocked: "refused",
};

/** What a rollback did so far. */
export class RollbackSums {
  readonly #onKept: (kept: KeptEdit) => void;
  #done = 0;
  #counts = { rows: 0, deleted: 0, restored: 0, keptRows: 0, keptValues: 0 };

  constructor(onKept: ((kept: KeptEdit) => void) | undefined) {
    this.#onKept = onKept ?? (() => undefined);
  }

  /** Operations of the load that were looked at, those that did nothing to a row included. */
  get done(): number {
    return this.#done;
  }

  get counts(): RollbackCounts {
    return { ...this.#counts };
  }

  add(undone: readonly Undone[]): void {
    this.#done += undone.length;
    for (const each of undone) this.#count(each);
  }

  #count({ entry, state, kept }: Undone): void {
    const { entity, table, key, kind } = entry;
    const counts = this.#counts;
    if (kind !== "link") counts.rows += 1;
    if (state === "done" && kind === "insert") counts.deleted += 1;
    if (state === "done" && kind === "update") counts.restored += 1;
    if (kept.length === 0) return;
    counts.keptRows += 1;
    counts.keptValues += kept.length;
    const why = whyKept[state] ?? "edited";
    for (const each of kept) this.#onKept({ ...each, entity, table, key, why });
  }
}
