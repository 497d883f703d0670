import { byteAt, intAt, unitAt } from "../element-at.ts";
import { sharedBytes } from "../growing-array.ts";
import type { PackedColumn } from "../packed-records.ts";
import type { TextPool } from "../text-pool.ts";
import { raisedBy } from "./rarity.ts";

/** Where the rarities of the letters of brands stand among those of a table. */
export const brandLetterName = "brand.letters";

/** A brand in more records than this is not rare. */
const mostRare = 6;

/**
 * The rarity of each brand. A table never makes a value rarer than one of its records; the letters of
 * a rare brand tell whether it is one that nobody else would choose, and count half.
 */
export function brandRarities(
  { text, counts }: PackedColumn,
  plain: Uint8Array,
  letters: Uint8Array,
): Uint8Array {
  const raised = sharedBytes(plain.length);
  for (let brand = 0; brand < plain.length; brand += 1) {
    const rarity = byteAt(plain, brand);
    const isRare = intAt(counts, brand) <= mostRare;
    raised[brand] = isRare ? raisedBy(rarity, lettersOf(text, brand, letters)) : rarity;
  }
  return raised;
}

function lettersOf({ offsets, units }: TextPool, brand: number, letters: Uint8Array): number {
  const end = intAt(offsets, brand + 1);
  let sum = 0;
  for (let at = intAt(offsets, brand); at < end; at += 1) sum += byteAt(letters, unitAt(units, at));
  return sum;
}
