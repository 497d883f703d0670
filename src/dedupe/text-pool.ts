/** Texts by id in one buffer: text `id` is `units[offsets[id] .. offsets[id + 1])`. Id 0 is "". */
export interface TextPool {
  readonly offsets: Int32Array;
  readonly units: Uint16Array;
}

/** A pool without texts, for columns whose text nobody compares. */
export const emptyTextPool: TextPool = { offsets: new Int32Array(2), units: new Uint16Array(0) };

/** The text of an id: `textAt(pool, 0)` -> "" */
export function textAt(pool: TextPool, id: number): string {
  const end = pool.offsets[id + 1] ?? 0;
  let text = "";
  for (let at = pool.offsets[id] ?? 0; at < end; at += 1) {
    text += String.fromCharCode(pool.units[at] ?? 0);
  }
  return text;
}

/** How many texts the pool holds, the empty one included. */
export function poolSize(pool: TextPool): number {
  return pool.offsets.length - 1;
}

/** Length of a text in UTF-16 units. */
export function lengthAt(pool: TextPool, id: number): number {
  return (pool.offsets[id + 1] ?? 0) - (pool.offsets[id] ?? 0);
}
