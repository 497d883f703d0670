import { byteAt, intAt, unitAt } from "../element-at.ts";
import { sharedBytes } from "../growing-array.ts";
import type { PackedColumn } from "../packed-records.ts";
import { quarterBits } from "./rarity.ts";
import { poolSize, type TextPool } from "../text-pool.ts";

const letters = 1 << 16;
/** Units below this are Latin letters and digits. */
const latinEnd = 0x250;

/**
 * How much each letter (UTF-16 unit) tells among the texts of a column, in quarter bits: few records
 * hold 麓, many hold 科. Latin letters are counted among the texts that have some: in a table of Chinese
 * names an e is rare, and yet tells next to nothing of a name in Latin letters. What two texts have in
 * common is worth the sum over the letters they share.
 */
export function letterRarities({ text, counts }: PackedColumn): Uint8Array {
  const records = new Int32Array(letters);
  let [total, latin] = [0, 0];
  for (let id = 1; id < poolSize(text); id += 1) {
    const count = intAt(counts, id);
    total += count;
    if (hasLatin(text, id)) latin += count;
    addLetters(records, text, id, count);
  }
  const rarity = sharedBytes(letters);
  for (let letter = 0; letter < letters; letter += 1) {
    const all = quarterBits(letter < latinEnd ? latin : total);
    rarity[letter] = Math.max(0, all - quarterBits(intAt(records, letter)));
  }
  return rarity;
}

function hasLatin({ offsets, units }: TextPool, id: number): boolean {
  const end = intAt(offsets, id + 1);
  for (let at = intAt(offsets, id); at < end; at += 1)
    if (unitAt(units, at) < latinEnd) return true;
  return false;
}

/** Counts each letter of a text once for the text, however often it stands in it. */
function addLetters(
  records: Int32Array,
  { offsets, units }: TextPool,
  id: number,
  count: number,
): void {
  const start = intAt(offsets, id);
  const end = intAt(offsets, id + 1);
  for (let at = start; at < end; at += 1) {
    const letter = unitAt(units, at);
    if (!standsBefore(units, start, at, letter)) records[letter] = intAt(records, letter) + count;
  }
}

function standsBefore(units: Uint16Array, start: number, end: number, letter: number): boolean {
  for (let at = start; at < end; at += 1) if (units[at] === letter) return true;
  return false;
}

/** Quarter bits of the letters that two texts share, each as often as both hold it. */
export function sharedLetterRarity(
  pool: TextPool,
  left: number,
  right: number,
  rarity: Uint8Array,
): number {
  const { offsets, units } = pool;
  const end = intAt(offsets, left + 1);
  const otherStart = intAt(offsets, right);
  const otherEnd = intAt(offsets, right + 1);
  let used = 0;
  let sum = 0;
  for (let at = intAt(offsets, left); at < end; at += 1) {
    const letter = unitAt(units, at);
    for (let other = otherStart; other < otherEnd; other += 1) {
      const bit = 1 << (other - otherStart);
      if (units[other] !== letter || (used & bit) !== 0) continue;
      used |= bit;
      sum += byteAt(rarity, letter);
      break;
    }
  }
  return sum;
}
