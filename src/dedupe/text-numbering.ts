import { compareTexts } from "./sort-texts.ts";
import { poolSize, type TextPool } from "./text-pool.ts";

/**
 * Numbers texts anew, in the order in which they are asked for: asked by record, column by column,
 * their ids do not tell in which order the records came.
 */
export class TextNumbering {
  readonly #texts: TextPool;
  /** Old id -> new id; 0 for a text that nobody asked for. */
  readonly #newIds: Int32Array;
  readonly #order: Int32Array;
  #count = 0;

  constructor(texts: TextPool) {
    this.#texts = texts;
    this.#newIds = new Int32Array(poolSize(texts));
    this.#order = new Int32Array(poolSize(texts));
  }

  /** Old ids in the order of the new ones, which begin at 1. */
  get order(): Int32Array {
    return this.#order.subarray(0, this.#count);
  }

  /** The new id of a text. */
  idOf(old: number): number {
    const known = this.#newIds[old] ?? 0;
    return known !== 0 || old === 0 ? known : this.#number(old);
  }

  /**
   * Puts the new ids, ascending, in the place of those of a set, which lies between `from` and `to`;
   * several new texts get theirs in the order of the texts.
   */
  renumberSet(ids: Int32Array, from: number, to: number): void {
    this.#numberSet(ids, from, to);
    for (let at = from; at < to; at += 1) {
      const id = this.#newIds[ids[at] ?? 0] ?? 0;
      let place = at;
      for (; place > from && (ids[place - 1] ?? 0) > id; place -= 1)
        ids[place] = ids[place - 1] ?? 0;
      ids[place] = id;
    }
  }

  #numberSet(ids: Int32Array, from: number, to: number): void {
    const fresh: number[] = [];
    for (let at = from; at < to; at += 1) {
      const id = ids[at] ?? 0;
      if (this.#newIds[id] === 0) fresh.push(id);
    }
    if (fresh.length > 1) fresh.sort((left, right) => compareTexts(this.#texts, left, right));
    for (const id of fresh) this.#number(id);
  }

  #number(old: number): number {
    this.#order[this.#count] = old;
    this.#count += 1;
    this.#newIds[old] = this.#count;
    return this.#count;
  }
}
