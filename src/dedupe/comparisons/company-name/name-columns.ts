import { slotOf, type ComparedTable } from "../../compared-table.ts";
import { byteAt, intAt, unitAt } from "../../element-at.ts";
import { letterRarities } from "../../letter-rarity.ts";
import { columnOf } from "../../packed-records.ts";
import { raritySteps } from "../../rarity.ts";
import { createTextDistance, type TextDistance } from "../../text-distance.ts";
import type { TextPool } from "../../text-pool.ts";

/** What the comparison of names reads of a table. */
export interface NameColumns {
  readonly cells: Int32Array;
  readonly lists: Int32Array;
  readonly nameSlot: number;
  readonly aliasSlot: number;
  readonly brandSlot: number;
  readonly pinyinSlot: number;
  readonly coreSlot: number;
  readonly soundSlot: number;
  readonly fullSlot: number;
  readonly cutSlot: number;
  readonly startSlot: number;
  readonly nameRarities: Uint8Array;
  readonly brandRarities: Uint8Array;
  readonly pinyinRarities: Uint8Array;
  readonly coreRarities: Uint8Array;
  readonly soundRarities: Uint8Array;
  readonly letters: Uint8Array;
  readonly names: TextPool;
  readonly brands: TextPool;
  readonly cores: TextPool;
  readonly brandDistance: TextDistance;
  readonly nameDistance: TextDistance;
}

/** Binds the columns of names. */
export function bindNameColumns(table: ComparedTable): NameColumns {
  const { packed, cells, lists, rarities } = table;
  const none = new Uint8Array(0);
  const name = columnOf(packed, "name");
  const brand = columnOf(packed, "brand");
  const core = columnOf(packed, "core");
  const letters = letterRarities(brand);
  return {
    cells,
    lists,
    nameSlot: slotOf(table, "name"),
    aliasSlot: slotOf(table, "aliases"),
    brandSlot: slotOf(table, "brand"),
    pinyinSlot: slotOf(table, "brandPinyin"),
    coreSlot: slotOf(table, "core"),
    soundSlot: slotOf(table, "sounds"),
    fullSlot: slotOf(table, "isFullName"),
    cutSlot: slotOf(table, "isCut"),
    startSlot: slotOf(table, "brandStart"),
    nameRarities: rarities["name"] ?? none,
    brandRarities: brandRarities(table, letters),
    pinyinRarities: rarities["brandPinyin"] ?? none,
    coreRarities: rarities["core"] ?? none,
    soundRarities: rarities["sounds"] ?? none,
    letters,
    names: name.text,
    brands: brand.text,
    cores: core.text,
    brandDistance: createTextDistance(brand.text),
    nameDistance: createTextDistance(name.text),
  };
}

/** Quarter bits that letters may add to what the table says of a brand. */
const mostExtra = 12;

/** A brand in more records than this is not rare. */
const mostRare = 6;

/**
 * The rarity of each brand. A table never makes a value rarer than one of its records; the letters of
 * a rare brand tell whether it is one that nobody else would choose, and count half.
 */
function brandRarities({ packed, rarities }: ComparedTable, letters: Uint8Array): Uint8Array {
  const { text, counts } = columnOf(packed, "brand");
  const plain = rarities["brand"] ?? new Uint8Array(0);
  return plain.map((rarity, brand) => {
    if (intAt(counts, brand) > mostRare) return rarity;
    let sum = 0;
    for (let at = intAt(text.offsets, brand); at < intAt(text.offsets, brand + 1); at += 1) {
      sum += byteAt(letters, unitAt(text.units, at));
    }
    return Math.min(raritySteps - 1, rarity + Math.min(mostExtra, Math.max(0, sum - rarity) >> 1));
  });
}
