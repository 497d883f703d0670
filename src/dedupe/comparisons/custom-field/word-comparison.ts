import { forEachId, holdsId, slotOf, type ComparedTable } from "../../compared-table.ts";
import { byteAt, intAt, unitAt } from "../../element-at.ts";
import { columnOf } from "../../packed-records.ts";
import { quarterBits } from "../../rarities/rarity.ts";
import { countedSize } from "../../statistics/table-statistics.ts";
import type { TextPool } from "../../text-pool.ts";
import { codeOf, type LevelCode } from "../comparison.ts";
import { customLevels } from "./custom-levels.ts";

/** What the words of two texts say. */
export interface WordComparison {
  /**
   * `contains` or `overlap` with what the shared words tell: the rarest one in full and the others,
   * which often go with it, for a quarter. 0 when they are too small a part of the text with fewer words.
   */
  shared(left: number, right: number): LevelCode;
  /** Whether each text has a number that the other one lacks. */
  haveOtherNumbers(left: number, right: number): boolean;
}

/** For fields that are no texts. */
export const noWords: WordComparison = { shared: () => 0, haveOtherNumbers: () => false };

/** The least share of words in common, in tenths: half of a text, more of a name. */
const leastTenths = { text: 5, name: 6 } as const;

/** Binds the words of a field. */
export function bindWords(
  table: ComparedTable,
  column: string,
  compare: keyof typeof leastTenths,
): WordComparison {
  const { cells, lists } = table;
  const slot = slotOf(table, column);
  const words = bindWordColumn(table, column, leastTenths[compare]);
  const lacksNumber = (cell: number, other: number): boolean => {
    let isLacking = false;
    forEachId(lists, cell, (id) => {
      if (words.isNumber[id] === 1 && !holdsId(lists, other, id)) isLacking = true;
    });
    return isLacking;
  };
  return {
    shared: (left, right) =>
      sharedWords(words, intAt(cells, left + slot), intAt(cells, right + slot)),
    haveOtherNumbers(left, right) {
      const cell = intAt(cells, left + slot);
      const other = intAt(cells, right + slot);
      return lacksNumber(cell, other) && lacksNumber(other, cell);
    },
  };
}

interface WordColumn {
  readonly lists: Int32Array;
  readonly rarities: Uint8Array;
  readonly isNumber: Uint8Array;
  readonly tenths: number;
  /** Quarter bits of one record in the table. */
  readonly most: number;
}

function bindWordColumn(
  { lists, packed, rarities }: ComparedTable,
  column: string,
  tenths: number,
): WordColumn {
  return {
    lists,
    rarities: rarities[column] ?? new Uint8Array(0),
    isNumber: numbersOf(columnOf(packed, column).text),
    tenths,
    most: quarterBits(countedSize(packed)),
  };
}

function sharedWords(
  { lists, rarities, tenths, most }: WordColumn,
  cell: number,
  other: number,
): LevelCode {
  const sumOf = (words: number): number => {
    let sum = 0;
    forEachId(lists, words, (id) => {
      sum += byteAt(rarities, id);
    });
    return sum;
  };
  let [sum, rarest] = [0, 0];
  forEachId(lists, cell, (id) => {
    if (!holdsId(lists, other, id)) return;
    sum += byteAt(rarities, id);
    rarest = Math.max(rarest, byteAt(rarities, id));
  });
  const fewer = Math.min(sumOf(cell), sumOf(other));
  if (sum === 0 || sum * 10 < fewer * tenths) return 0;
  const rarity = Math.min(most, rarest + ((sum - rarest) >> 2));
  return codeOf(sum === fewer ? customLevels.contains : customLevels.overlap, rarity);
}

/** 1 for each text that begins with a digit. */
function numbersOf({ offsets, units }: TextPool): Uint8Array {
  const isNumber = new Uint8Array(offsets.length);
  for (let id = 1; id + 1 < offsets.length; id += 1) {
    const unit = unitAt(units, intAt(offsets, id));
    if (unit >= 48 && unit <= 57) isNumber[id] = 1;
  }
  return isNumber;
}
