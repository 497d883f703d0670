import { byteAt, intAt, unitAt } from "../element-at.ts";
import { sharedBytes } from "../growing-array.ts";
import type { PackedColumn } from "../packed-records.ts";
import type { TextPool } from "../text-pool.ts";
import { Dictionary } from "../dictionary.ts";
import { raisedBy } from "./rarity.ts";

/** Where the rarities of the letters of brands stand among those of a table. */
export const brandLetterName = "brand.letters";

/** A brand in more records than this is not rare. */
const mostRare = 6;

/** What the rarity of brands is told from. */
export interface BrandEvidence {
  readonly brand: PackedColumn;
  readonly words: PackedColumn;
  /** By how far brands and trade words narrow the table down, and the letters of brands. */
  readonly plain: Uint8Array;
  readonly wordRarities: Uint8Array;
  readonly letters: Uint8Array;
}

/**
 * The rarity of each brand. A table never makes a value rarer than one of its records; the letters of
 * a rare brand tell whether it is one that nobody else would choose, and count half. A brand that is a
 * trade word (化工, what is left of 深圳华宸化工 without its brand) is as common as the word.
 */
export function brandRarities(evidence: BrandEvidence): Uint8Array {
  const { text, counts } = evidence.brand;
  const { plain, letters } = evidence;
  const wordOf = tradeWords(evidence);
  const raised = sharedBytes(plain.length);
  for (let brand = 0; brand < plain.length; brand += 1) {
    const rarity = byteAt(plain, brand);
    const word = byteAt(evidence.wordRarities, intAt(wordOf, brand));
    const isRare = intAt(counts, brand) <= mostRare;
    if (wordOf[brand] !== 0 && word < rarity) raised[brand] = word;
    else raised[brand] = isRare ? raisedBy(rarity, lettersOf(text, brand, letters)) : rarity;
  }
  return raised;
}

/** The trade word that each brand is, 0 for a brand of its own. */
function tradeWords({ brand, words }: BrandEvidence): Int32Array {
  const { counts, text } = words;
  const found = Dictionary.of(text, 0).findAll(brand.text);
  return found.map((id) => (intAt(counts, id) > 0 ? id : 0));
}

function lettersOf({ offsets, units }: TextPool, brand: number, letters: Uint8Array): number {
  const end = intAt(offsets, brand + 1);
  let sum = 0;
  for (let at = intAt(offsets, brand); at < end; at += 1) sum += byteAt(letters, unitAt(units, at));
  return sum;
}
