import { accumulate, release } from "../growing-array.ts";

/** (key, rank) entries of one family of keys; ranks ascend as they are added. */
export interface KeyEntries {
  readonly keys: Int32Array<ArrayBuffer>;
  readonly ranks: Int32Array<ArrayBuffer>;
}

const mostCoarseBits = 10;
const mostFineBits = 12;

/** Room for entries, twice. */
export interface EntryRoom {
  entries: KeyEntries;
  scratch: KeyEntries;
}

/** Room that grows when it is needed. */
export function createEntryRoom(): EntryRoom {
  return { entries: createEntries(0), scratch: createEntries(0) };
}

/** Makes room for so many entries at least, in both halves; what is there stays in the first one. */
export function growRoom(room: EntryRoom, length: number): void {
  if (length <= room.entries.keys.length) return;
  const { entries, scratch } = room;
  releaseEntries(scratch);
  room.entries = createEntries(length);
  room.entries.keys.set(entries.keys);
  room.entries.ranks.set(entries.ranks);
  releaseEntries(entries);
  room.scratch = createEntries(length);
}

/** Gives the memory of a room back. */
export function releaseEntryRoom({ entries, scratch }: EntryRoom): void {
  releaseEntries(entries);
  releaseEntries(scratch);
}

function releaseEntries({ keys, ranks }: KeyEntries): void {
  release(keys);
  release(ranks);
}

function createEntries(length: number): KeyEntries {
  return { keys: new Int32Array(length), ranks: new Int32Array(length) };
}

/**
 * Sorts the entries by key so that equal keys stand together with their ranks ascending: a radix
 * sort from the top in two steps that stay within the cache, then insertion for what is left. Keys
 * are hashes and spread evenly; uneven ones cost time and nothing else. `parted` is scratch of the same
 * length at least.
 */
export function sortEntries({ keys, ranks }: KeyEntries, parted: KeyEntries): void {
  const bits = 32 - Math.clz32(keys.length);
  const coarseBits = Math.min(mostCoarseBits, Math.max(1, bits - mostFineBits));
  const fineBits = Math.min(mostFineBits, Math.max(1, bits - coarseBits));
  const coarse = new Int32Array((1 << coarseBits) + 1);
  scatter({ keys, ranks }, parted, {
    from: 0,
    to: keys.length,
    shift: 32 - coarseBits,
    counts: coarse,
  });
  const fine = new Int32Array((1 << fineBits) + 1);
  for (let part = 0, from = 0; part < coarse.length - 1; part += 1) {
    // After scattering, a count stands where its digit ends.
    const to = coarse[part] ?? 0;
    const shift = 32 - coarseBits - fineBits;
    scatter(parted, { keys, ranks }, { from, to, shift, counts: fine });
    insertionSort({ keys, ranks }, from, to);
    from = to;
  }
}

interface Scatter {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
  readonly counts: Int32Array;
}

/** A stable counting sort of a range by the digit above `shift`. */
function scatter(source: KeyEntries, target: KeyEntries, range: Scatter): void {
  range.counts.fill(0);
  countDigits(source.keys, range);
  accumulate(range.counts);
  moveByDigit(source, target, range);
}

/** Counts stand one digit further on. */
function countDigits(keys: Int32Array, { from, to, shift, counts }: Scatter): void {
  const mask = counts.length - 2;
  for (let at = from; at < to; at += 1) {
    const digit = (((keys[at] ?? 0) >>> shift) & mask) + 1;
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
}

function moveByDigit(
  source: KeyEntries,
  target: KeyEntries,
  { from, to, shift, counts }: Scatter,
): void {
  const mask = counts.length - 2;
  for (let at = from; at < to; at += 1) {
    const key = source.keys[at] ?? 0;
    const digit = (key >>> shift) & mask;
    const place = from + (counts[digit] ?? 0);
    counts[digit] = (counts[digit] ?? 0) + 1;
    target.keys[place] = key;
    target.ranks[place] = source.ranks[at] ?? 0;
  }
}

/** Entries are nearly in order: only keys that agree in twenty-two bits still stand as they came. */
function insertionSort({ keys, ranks }: KeyEntries, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const key = keys[at] ?? 0;
    const rank = ranks[at] ?? 0;
    let place = at;
    while (place > from && (keys[place - 1] ?? 0) >>> 0 > key >>> 0) {
      keys[place] = keys[place - 1] ?? 0;
      ranks[place] = ranks[place - 1] ?? 0;
      place -= 1;
    }
    keys[place] = key;
    ranks[place] = rank;
  }
}
