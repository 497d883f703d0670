import { intAt } from "../element-at.ts";
import { slotOf, type ComparedTable } from "../compared-table.ts";
import { mix } from "../mix.ts";
import { cityOf, isProvince } from "../region.ts";
import { deletionKeys, letterKeys } from "./deletion-keys.ts";
import {
  cellReader,
  combinedKeys,
  valueReader,
  type AskedOptions,
  type KeyFamily,
  type KeyPart,
  type OneValue,
  type ValueReader,
} from "./key-family.ts";
import { rareBigrams } from "./rare-bigrams.ts";
import type { Recall } from "./recall.ts";

/** Keys of companies (knowledge/matching.md E3), strongest first. */
export function customerKeys(table: ComparedTable, recall: Recall): KeyFamily[] {
  const value = (name: string, column: string, cap: number): KeyFamily =>
    combinedKeys(table, name, [column], { cap, isValue: true });
  return [
    value("uscc", "uscc", 400),
    value("registration", "registration", 400),
    value("tax", "tax", 400),
    combinedKeys(table, "name", [bothNames(table)], {
      cap: 120,
      refineBy: cellReader(table, "region").valueOf,
    }),
    value("phone", "phones", 60),
    value("email", "emails", 60),
    value("domain", "domains", 20),
    ...brandKeys(table),
    ...mistypedKeys(table, recall),
  ];
}

/** Brands by sound, so that 华宸 meets 华晨: an equal brand sounds equal. */
function brandKeys(table: ComparedTable): KeyFamily[] {
  const sound = soundReader(table);
  const city = cityReader(table);
  const refineBy = cellReader(table, "brand").valueOf;
  return [
    combinedKeys(table, "brand+city", [sound, city], { cap: 200, refineBy }),
    combinedKeys(table, "brand+industry", [sound, "industries"], {
      cap: 200,
      refineBy,
      // Two names that tell two cities are two companies, however common the rest.
      isOpen: placelessTest(table, "nameRegion"),
      teachesKin: true,
    }),
    combinedKeys(table, "brand+contact", [sound, "contacts"], { cap: 100 }),
    combinedKeys(table, "brand", [sound], {
      cap: 30,
      isWeak: true,
      needsPlace: true,
      mostOwnLetters: 2,
      isOpen: untoldTest(table),
    }),
    combinedKeys(table, "spelling", ["sounds"], {
      cap: 40,
      isWeak: true,
      isOpen: latinTest(table),
      // Two Chinese brands of one sound have met before.
      isAcross: true,
    }),
  ];
}

/** Where both say their city it is in the key; beside them stand keys for pairs where one does not. */
function mistypedKeys(table: ComparedTable, recall: Recall): KeyFamily[] {
  const city = cityReader(table);
  const isOpen = placelessTest(table, "region");
  const weak = (name: string, parts: readonly KeyPart[], options: AskedOptions): KeyFamily =>
    combinedKeys(table, name, parts, { ...options, isWeak: true });
  const needsNames = true;
  const needsPlace = true;
  const elsewhere = { isOpen, needsPlace };
  const [count, cap] = recall === "high" ? [8, 60] : [5, 25];
  const mostPairsPerRow = recall === "high" ? undefined : 5;
  const deletions = deletionKeys(table, "brand");
  const letters = letterKeys(table, "brand");
  const bigrams = rareBigrams(table, "core", count);
  const needsLetters = true;
  return [
    weak("deletion+city", [deletions, city], { cap: 80, needsNames, mostPairsPerRow }),
    weak("deletion+industry", [deletions, "industries"], { cap: 80, needsNames, ...elsewhere }),
    weak("letter+city+industry", [letters, city, "industries"], {
      cap: 60,
      needsNames,
      mostOwnLetters: 1,
      mostPairsPerRow,
    }),
    weak("contact+city", ["contacts", city], { cap: 30 }),
    weak("contact+industry", ["contacts", "industries"], { cap: 30, ...elsewhere }),
    weak("door", ["door"], { cap: 30, needsPlace }),
    weak("bigram", [bigrams], { cap, needsNames, needsLetters, needsPlace }),
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

function soundReader(table: ComparedTable): OneValue {
  const { cells } = table;
  const brandSlot = slotOf(table, "brand");
  const pinyinSlot = slotOf(table, "brandPinyin");
  return {
    valueOf(row) {
      const pinyin = intAt(cells, row + pinyinSlot);
      if (pinyin !== 0) return mix(1, pinyin);
      const brand = intAt(cells, row + brandSlot);
      return brand === 0 ? 0 : mix(2, brand);
    },
  };
}

function cityReader(table: ComparedTable): OneValue {
  const { valueOf } = cellReader(table, "region");
  return { valueOf: (row) => cityOf(valueOf(row)) };
}

/** Rows that do not tell their city, or no more than its province. */
function placelessTest(table: ComparedTable, column: string): (row: number) => boolean {
  const { valueOf: regionOf } = cellReader(table, column);
  return (row) => {
    const region = regionOf(row);
    return region === 0 || isProvince(region);
  };
}

/**
 * A brand alone is worth a look where one of the two does not say where it sits or what it does: two
 * that say both were met by the keys before, or differ.
 */
function untoldTest(table: ComparedTable): (row: number) => boolean {
  const { valueOf: regionOf } = cellReader(table, "region");
  const { valueOf: tradeOf } = cellReader(table, "trade");
  return (row) => regionOf(row) === 0 || tradeOf(row) === 0;
}

/** Names in Latin letters, which have no sound of their own. */
function latinTest(table: ComparedTable): (row: number) => boolean {
  const { valueOf: pinyinOf } = cellReader(table, "brandPinyin");
  return (row) => pinyinOf(row) === 0;
}
