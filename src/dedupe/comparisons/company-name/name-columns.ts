import { brandLetterSlot, letterSlots, slotOf, type ComparedTable } from "../../compared-table.ts";
import { shapeSlot } from "../../name-shape.ts";
import { brandLetterName } from "../../rarities/brand-rarity.ts";
import { columnOf } from "../../packed-records.ts";
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
  readonly shapeSlot: number;
  readonly tradeSlot: number;
  readonly regionSlot: number;
  readonly formSlot: number;
  /** Slots of the letters of name and core, low half first. */
  readonly nameLetterSlot: number;
  readonly coreLetterSlot: number;
  readonly brandLetterSlot: number;
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
    shapeSlot: slotOf(table, shapeSlot),
    tradeSlot: slotOf(table, "trade"),
    regionSlot: slotOf(table, "nameRegion"),
    formSlot: slotOf(table, "form"),
    nameLetterSlot: slotOf(table, letterSlots("name").low),
    coreLetterSlot: slotOf(table, letterSlots("core").low),
    brandLetterSlot: slotOf(table, brandLetterSlot),
    nameRarities: rarities["name"] ?? none,
    brandRarities: rarities["brand"] ?? none,
    pinyinRarities: rarities["brandPinyin"] ?? none,
    coreRarities: rarities["core"] ?? none,
    soundRarities: rarities["sounds"] ?? none,
    letters: rarities[brandLetterName] ?? none,
    names: name.text,
    brands: brand.text,
    cores: core.text,
    brandDistance: createTextDistance(brand.text),
    nameDistance: createTextDistance(name.text),
  };
}
