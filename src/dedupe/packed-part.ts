import type { RawColumn } from "./column-builder.ts";
import type { TextPool } from "./text-pool.ts";

/** Consecutive records of a table with dictionaries of their own, in shared memory. */
export interface PackedPart {
  readonly ids: TextPool;
  readonly columns: Readonly<Record<string, RawColumn>>;
  /** By the name of the dictionary; columns may share one. */
  readonly dictionaries: Readonly<Record<string, TextPool>>;
}
