import type { Model } from "../model/entity.ts";
import type { Store } from "../stores/store.ts";
import type { PlanFile } from "../workspace/plan-file.ts";

export interface ApplyQuestion {
  readonly plan: PlanFile;
  readonly store: Store;
  /** Creates the tables of a store of our own; null for an existing store. */
  readonly createFor: Model | null;
  /** The day that names the run; metadata, part of no result. */
  readonly day: string;
  readonly startedAt: string;
  /** Goes on after the last batch of a run that was interrupted. */
  readonly resume?: boolean | undefined;
  /** What to do about rows that changed since planning: stop before the first write, or leave them out. */
  readonly onStale?: "fail" | "skip" | undefined;
  readonly batchSize?: number | undefined;
  /** Told after each batch; false ends the run there, to be resumed. */
  readonly onBatch?: ((progress: ApplyProgress) => Promise<boolean>) | undefined;
}

export interface ApplyProgress {
  readonly done: number;
  readonly total: number;
}
