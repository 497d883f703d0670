import { byteAt, intAt } from "../element-at.ts";
import { sharedBytes } from "../growing-array.ts";
import type { PackedColumn } from "../packed-records.ts";
import { raisedBy } from "./rarity.ts";

/** A value in more records than this is not rare. */
const mostRare = 6;

/** A worded field: its values, and the words of each record. */
export interface WordedField {
  readonly column: PackedColumn;
  readonly words: PackedColumn;
  readonly wordRarities: Uint8Array;
}

/**
 * The rarities of the values of a worded field: two strangers do not bear a name of three rare words,
 * however small the table is.
 */
export function tellingWords(plain: Uint8Array, field: WordedField): Uint8Array {
  const { offsets, values, counts } = field.column;
  const raised = sharedBytes(plain.length);
  raised.set(plain);
  for (let record = 0; record + 1 < offsets.length; record += 1) {
    const start = intAt(offsets, record);
    const id = intAt(values, start);
    // Only where the record holds one value are its words those of the value.
    if (intAt(offsets, record + 1) !== start + 1 || intAt(counts, id) > mostRare) continue;
    raised[id] = raisedBy(byteAt(plain, id), wordsOf(field, record));
  }
  return raised;
}

function wordsOf({ words, wordRarities }: WordedField, record: number): number {
  const end = intAt(words.offsets, record + 1);
  let sum = 0;
  for (let at = intAt(words.offsets, record); at < end; at += 1) {
    sum += byteAt(wordRarities, intAt(words.values, at));
  }
  return sum;
}
