import { intAt } from "../element-at.ts";
import { slotOf, type ComparedTable } from "../compared-table.ts";
import { mix } from "../mix.ts";
import { cityOf, isProvince, provinceOf } from "../region.ts";
import { deletionKeys, letterKeys } from "./deletion-keys.ts";
import {
  addKey,
  combinedKeys,
  valueReader,
  type KeyFamily,
  type KeyPart,
  type PairGate,
  type ValueReader,
} from "./key-family.ts";
import { rareBigrams } from "./rare-bigrams.ts";
import type { Recall } from "./recall.ts";

/** Keys of companies (knowledge/matching.md E3), strongest first. */
export function customerKeys(table: ComparedTable, recall: Recall): KeyFamily[] {
  const key = (name: string, parts: readonly KeyPart[], cap: number): KeyFamily =>
    combinedKeys(table, name, parts, { cap });
  return [
    key("uscc", ["uscc"], 400),
    key("registration", ["registration"], 400),
    key("tax", ["tax"], 400),
    combinedKeys(table, "name", [bothNames(table)], {
      cap: 120,
      refineBy: cellReader(table, "region"),
    }),
    key("phone", ["phones"], 60),
    key("email", ["emails"], 60),
    key("domain", ["domains"], 20),
    ...brandKeys(table),
    ...mistypedKeys(table, recall),
  ];
}

/** Brands by sound, so that 华宸 meets 华晨: an equal brand sounds equal. */
function brandKeys(table: ComparedTable): KeyFamily[] {
  const sound = soundReader(table);
  const city = cityReader(table);
  const refineBy = cellReader(table, "brand");
  return [
    combinedKeys(table, "brand+city", [sound, city], { cap: 200, refineBy }),
    combinedKeys(table, "brand+industry", [sound, "industries"], { cap: 200, refineBy }),
    combinedKeys(table, "brand+contact", [sound, "contacts"], { cap: 100 }),
    combinedKeys(table, "brand", [sound], {
      cap: 60,
      isWeak: true,
      gate: unknownPlaceGate(table),
    }),
    combinedKeys(table, "spelling", ["sounds"], {
      cap: 60,
      isWeak: true,
      gate: latinGate(table),
    }),
  ];
}

function mistypedKeys(table: ComparedTable, recall: Recall): KeyFamily[] {
  const city = cityReader(table);
  const weak = (name: string, parts: readonly KeyPart[], cap: number): KeyFamily =>
    combinedKeys(table, name, parts, { cap, isWeak: true });
  const nearly = (name: string, parts: readonly KeyPart[], cap: number): KeyFamily =>
    combinedKeys(table, name, parts, { cap, isWeak: true, needsNames: true });
  const [count, cap] = recall === "high" ? [8, 300] : [5, 150];
  return [
    nearly("deletion+city", [deletionKeys(table, "brand"), city], 80),
    nearly("deletion+industry", [deletionKeys(table, "brand"), "industries"], 80),
    nearly("letter+city+industry", [letterKeys(table, "brand"), city, "industries"], 60),
    weak("contact+city", ["contacts", city], 30),
    weak("contact+industry", ["contacts", "industries"], 30),
    weak("door", ["door"], 30),
    combinedKeys(table, "bigram", [rareBigrams(table, "core", count)], {
      cap,
      isWeak: true,
      needsNames: true,
      needsLetters: true,
    }),
  ];
}

/** The name and every alias as one kind of key, so that a former name meets a name. */
function bothNames(table: ComparedTable): ValueReader {
  const name = valueReader(table, "name");
  const aliases = valueReader(table, "aliases");
  return (row, sink) => {
    name(row, sink);
    aliases(row, sink);
  };
}

function soundReader(table: ComparedTable): ValueReader {
  const { cells } = table;
  const brandSlot = slotOf(table, "brand");
  const pinyinSlot = slotOf(table, "brandPinyin");
  return (row, sink) => {
    const pinyin = intAt(cells, row + pinyinSlot);
    const brand = intAt(cells, row + brandSlot);
    if (pinyin !== 0) addKey(sink, mix(1, pinyin));
    else if (brand !== 0) addKey(sink, mix(2, brand));
  };
}

function cityReader(table: ComparedTable): ValueReader {
  const regionOf = cellReader(table, "region");
  return (row, sink) => {
    const region = regionOf(row);
    if (region !== 0) addKey(sink, cityOf(region));
  };
}

function cellReader({ cells, slots }: ComparedTable, column: string): (row: number) => number {
  const slot = slots[column] ?? 0;
  return (row) => intAt(cells, row + slot);
}

/**
 * A brand alone is worth a look where one of the two does not say where it sits, or one does not say
 * what it does: two that say both, and differently, were never met by the keys before.
 */
function unknownPlaceGate(table: ComparedTable): PairGate {
  const regionOf = cellReader(table, "region");
  const tradeOf = cellReader(table, "trade");
  return (left, right) => {
    const region = regionOf(left);
    const other = regionOf(right);
    const isOpen =
      region === 0 || other === 0 || isWithin(region, other) || isWithin(other, region);
    return isOpen && (tradeOf(left) === 0 || tradeOf(right) === 0 || region === 0 || other === 0);
  };
}

function isWithin(region: number, province: number): boolean {
  return isProvince(province) && provinceOf(region) === provinceOf(province);
}

/** Pinyin meets Chinese; two Chinese brands of one sound have met before. */
function latinGate(table: ComparedTable): PairGate {
  const pinyinOf = cellReader(table, "brandPinyin");
  return (left, right) => (pinyinOf(left) === 0) !== (pinyinOf(right) === 0);
}
