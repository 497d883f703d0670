import type { ComparedTable } from "../../compared-table.ts";
import { byteAt, intAt } from "../../element-at.ts";
import { columnOf } from "../../packed-records.ts";
import { raritySteps } from "../../rarity.ts";

/** Quarter bits that words may add to what the table says of a value. */
const mostExtra = 12;
/** A value in more records than this is not rare. */
const mostRare = 6;

/**
 * A table with the rarities of a worded field raised: a table never makes a value rarer than one of
 * its records, but two strangers do not bear a name of three rare words. What the words tell beyond
 * the table counts half.
 */
export function withTellingWords(table: ComparedTable, name: string): ComparedTable {
  const words = table.packed.columns[`words.${name}`];
  if (words === undefined) return table;
  const column = `custom.${name}`;
  const { offsets, values, counts } = columnOf(table.packed, column);
  const wordRarities = table.rarities[`words.${name}`] ?? new Uint8Array(0);
  const raised = (table.rarities[column] ?? new Uint8Array(0)).slice();
  for (let record = 0; record < table.packed.size; record += 1) {
    const start = intAt(offsets, record);
    const id = intAt(values, start);
    // Only where the record holds one value are its words those of the value.
    if (intAt(offsets, record + 1) !== start + 1 || intAt(counts, id) > mostRare) continue;
    let sum = 0;
    for (let at = intAt(words.offsets, record); at < intAt(words.offsets, record + 1); at += 1) {
      sum += byteAt(wordRarities, intAt(words.values, at));
    }
    const rarity = table.rarities[column]?.[id] ?? 0;
    const extra = Math.min(mostExtra, Math.max(0, sum - rarity) >> 1);
    raised[id] = Math.min(raritySteps - 1, rarity + extra);
  }
  return { ...table, rarities: { ...table.rarities, [column]: raised } };
}
