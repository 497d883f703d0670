import { doubled, withRoomFor } from "./growing-array.ts";
import { hashedTexts } from "./hashed-texts.ts";
import { hashText, type HashedTexts } from "./text-batch.ts";
import { poolSize, type TextPool } from "./text-pool.ts";

/**
 * Gives each distinct text a small integer, in order of first appearance; "" is 0.
 * An open-addressing table over typed arrays: a `Map` ends at 16.7 M entries, and this one
 * hands its text over to workers without a copy.
 */
export class Dictionary {
  /** Id and hash side by side, so that a slot is looked at with one access to memory. */
  #table = new Int32Array(2048);
  #offsets = new Int32Array(512);
  #units = new Uint16Array(4096);
  #size = 1;
  #found = new Int32Array(256);

  /** A dictionary of the texts of another one, under the same ids, with room for so many more. */
  static of(pool: TextPool, more: number): Dictionary {
    const { offsets, units } = pool;
    const dictionary = new Dictionary();
    const size = poolSize(pool);
    dictionary.#reserve(size + more);
    dictionary.#offsets = new Int32Array(offsets.length + more);
    dictionary.#offsets.set(offsets);
    dictionary.#units = withRoomFor(units, units.length);
    for (const { first, hashes, count } of hashedTexts(pool)) {
      enterAll(dictionary.#table, first, hashes.subarray(0, count));
    }
    dictionary.#size = size;
    return dictionary;
  }

  /** How many texts it holds, "" included. */
  get size(): number {
    return this.#size;
  }

  /** The id of a text, a new one at first sight: `idOf("宏远")` -> 1, again `idOf("宏远")` -> 1 */
  idOf(text: string): number {
    if (text === "") return 0;
    const hash = hashText(text);
    const id = this.#lookUp(text, hash);
    return id === 0 ? this.#append(text, hash) : id;
  }

  /** The id of a text that is there, 0 for any other. */
  find(text: string): number {
    return text === "" ? 0 : this.#lookUp(text, hashText(text));
  }

  #lookUp(text: string, hash: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const id = table[slot] ?? 0;
      if (id === 0 || (table[slot + 1] === hash && this.#isAt(id, text))) return id;
    }
  }

  /**
   * The ids of the texts of a batch, as `idOf` gives them one after the other; good until the next
   * call. All of them are looked for before the first one is compared: memory answers many questions
   * at a time, and slowly.
   */
  idsOfBatch({ count, hashes, starts, units }: HashedTexts): Int32Array {
    if (this.#found.length < count) this.#found = new Int32Array(count * 2);
    const found = this.#found;
    this.#lookForAll(hashes, count, found);
    for (let at = 0; at < count; at += 1) {
      const from = starts[at] ?? 0;
      const to = starts[at + 1] ?? 0;
      const id = found[at] ?? 0;
      if (from === to) found[at] = 0;
      else if (id === 0 || !this.#holds(id, units, from, to)) {
        found[at] = this.#idOfUnits(units, from, to, hashes[at] ?? 0);
      }
    }
    return found;
  }

  /** For each hash the id at its first place in the table, 0 where another hash stands there. */
  #lookForAll(hashes: Int32Array, count: number, found: Int32Array): void {
    const table = this.#table;
    const mask = table.length - 1;
    for (let at = 0; at < count; at += 1) {
      const hash = hashes[at] ?? 0;
      const slot = (hash << 1) & mask;
      found[at] = table[slot + 1] === hash ? (table[slot] ?? 0) : 0;
    }
  }

  /** The ids of every text of another dictionary, by its id there; what is new here is added. */
  idsOf(pool: TextPool): Int32Array {
    const ids = new Int32Array(poolSize(pool));
    this.#reserve(ids.length);
    for (const texts of hashedTexts(pool)) {
      ids.set(this.idsOfBatch(texts).subarray(0, texts.count), texts.first);
    }
    return ids;
  }

  /** The id of every text of another pool that is there, 0 for any other, by its id in the pool. */
  findAll(pool: TextPool): Int32Array {
    const ids = new Int32Array(poolSize(pool));
    for (const { first, count, hashes, starts, units } of hashedTexts(pool)) {
      for (let at = 0; at < count; at += 1) {
        const to = starts[at + 1] ?? 0;
        ids[first + at] = this.#findUnits(units, starts[at] ?? 0, to, hashes[at] ?? 0);
      }
    }
    return ids;
  }

  /** Makes room for so many texts at once, which are likely new. */
  #reserve(texts: number): void {
    let slots = this.#table.length;
    while ((this.#size + texts) * 4 > slots) slots *= 2;
    if (slots > this.#table.length) this.#table = enlarged(this.#table, slots);
  }

  /** As `idOf` of a text that is not empty, without making a string of it. */
  #idOfUnits(units: Uint16Array, from: number, to: number, hash: number): number {
    const id = this.#findUnits(units, from, to, hash);
    return id === 0 ? this.#appendUnits(units, from, to, hash) : id;
  }

  /** As `find` of a text that is not empty. */
  #findUnits(units: Uint16Array, from: number, to: number, hash: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const id = table[slot] ?? 0;
      if (id === 0) return 0;
      if (table[slot + 1] === hash && this.#holds(id, units, from, to)) return id;
    }
  }

  /** The texts so far, as they are now. */
  texts(): TextPool {
    const offsets = this.#offsets.subarray(0, this.#size + 1);
    return { offsets, units: this.#units.subarray(0, offsets.at(-1) ?? 0) };
  }

  /** Every text by id, in shared memory; the dictionary is empty after, and its memory free. */
  finish(): TextPool {
    const pool = shared(this.texts());
    this.#table = new Int32Array(2048);
    this.#offsets = new Int32Array(512);
    this.#units = new Uint16Array(0);
    this.#size = 1;
    return pool;
  }

  #append(text: string, hash: number): number {
    this.#makeRoom(text.length);
    const start = this.#offsets[this.#size] ?? 0;
    for (let at = 0; at < text.length; at += 1) this.#units[start + at] = text.charCodeAt(at);
    return this.#close(start + text.length, hash);
  }

  #appendUnits(units: Uint16Array, from: number, to: number, hash: number): number {
    this.#makeRoom(to - from);
    const start = this.#offsets[this.#size] ?? 0;
    for (let at = from; at < to; at += 1) this.#units[start + at - from] = units[at] ?? 0;
    return this.#close(start + to - from, hash);
  }

  /** Gives the text that ends here its id. */
  #close(end: number, hash: number): number {
    const id = this.#size;
    this.#offsets[id + 1] = end;
    enter(this.#table, id, hash);
    this.#size += 1;
    return id;
  }

  #makeRoom(textLength: number): void {
    const size = this.#size;
    const used = this.#offsets[size] ?? 0;
    if (used + textLength > this.#units.length) {
      this.#units = withRoomFor(this.#units, used + textLength);
    }
    if (size + 2 > this.#offsets.length) this.#offsets = doubled(this.#offsets);
    if (size * 4 > this.#table.length) this.#table = enlarged(this.#table, this.#table.length * 2);
  }

  #holds(id: number, units: Uint16Array, from: number, to: number): boolean {
    const start = this.#offsets[id] ?? 0;
    if ((this.#offsets[id + 1] ?? 0) - start !== to - from) return false;
    for (let at = from; at < to; at += 1) {
      if (this.#units[start + at - from] !== units[at]) return false;
    }
    return true;
  }

  #isAt(id: number, text: string): boolean {
    const start = this.#offsets[id] ?? 0;
    if ((this.#offsets[id + 1] ?? 0) - start !== text.length) return false;
    for (let at = 0; at < text.length; at += 1) {
      if (this.#units[start + at] !== text.charCodeAt(at)) return false;
    }
    return true;
  }
}

function enter(table: Int32Array, id: number, hash: number): void {
  const mask = table.length - 1;
  let slot = (hash << 1) & mask;
  while (table[slot] !== 0) slot = (slot + 2) & mask;
  table[slot] = id;
  table[slot + 1] = hash;
}

/** The same for texts whose ids follow each other. */
function enterAll(table: Int32Array, first: number, hashes: Int32Array): void {
  for (let at = 0; at < hashes.length; at += 1) enter(table, first + at, hashes[at] ?? 0);
}

function enlarged(table: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  for (let slot = 0; slot < table.length; slot += 2) {
    const id = table[slot] ?? 0;
    if (id !== 0) enter(larger, id, table[slot + 1] ?? 0);
  }
  return larger;
}

function shared({ offsets, units }: TextPool): TextPool {
  const pool = {
    offsets: new Int32Array(new SharedArrayBuffer(offsets.length * 4)),
    units: new Uint16Array(new SharedArrayBuffer(units.length * 2)),
  };
  pool.offsets.set(offsets);
  pool.units.set(units);
  return pool;
}
