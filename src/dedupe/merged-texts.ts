import { Dictionary } from "./dictionary.ts";
import { emptyTextPool, poolSize, type TextPool } from "./text-pool.ts";

/** The texts of several parts under common ids; those of a single part are not looked at. */
export class MergedTexts {
  #first: TextPool | undefined;
  #dictionary: Dictionary | undefined;

  /** Adds the texts of a part; its ids in the order of its own, undefined where they are the same. */
  add(pool: TextPool): Int32Array | undefined {
    if (this.#first === undefined) {
      this.#first = pool;
      return undefined;
    }
    this.#dictionary ??= Dictionary.of(this.#first, poolSize(pool));
    return this.#dictionary.idsOf(pool);
  }

  finish(): TextPool {
    return this.#dictionary?.texts() ?? this.#first ?? emptyTextPool;
  }
}
