import { byteAt, intAt } from "../element-at.ts";
import { holdsId, slotOf, type ComparedTable } from "../compared-table.ts";
import { columnOf, type PackedColumn } from "../packed-records.ts";
import { sharedLetterRarity } from "../rarities/letter-rarity.ts";
import { tradeLetterName } from "../rarities/table-rarities.ts";
import { countsOf } from "../statistics/table-statistics.ts";
import { createTextDistance } from "../text-distance.ts";
import { lengthAt } from "../text-pool.ts";
import { codeOf, levelOf, type Comparison, type LevelCode } from "./comparison.ts";
import { nameLevels } from "./company-name/name-levels.ts";
import { isSubset, rarestShared } from "./shared-parts.ts";

/** Levels of the names at which the trade says nothing more. */
const spoken =
  (1 << nameLevels.alias) |
  (1 << nameLevels.cut) |
  (1 << nameLevels.spelling) |
  (1 << nameLevels.placed);

const levels = {
  missing: 0,
  equal: 1,
  subset: 2,
  within: 3,
  near: 4,
  overlap: 5,
  "one-missing": 6,
  differ: 7,
} as const;

/**
 * Compares the trade words in two company names as sets; equal ones count by how rare they are
 * together. `subset`: one says less than the other (机械 of 精密机械); `overlap`: each has a word of
 * its own, as two companies of one group have. `within`: the names are nearly alike as a whole, so the trade that one was parsed into
 * stands in the other too.
 */
export const industry: Comparison = {
  name: "industry",
  field: "legal_name",
  levels: Object.keys(levels),
  bind(table) {
    const { cells, rarities } = table;
    const slot = slotOf(table, "industries");
    const wholeSlot = slotOf(table, "trade");
    const none = new Uint8Array(0);
    const wholes = rarities["trade"] ?? none;
    const compareTrades = bindTrades(table);
    const rarityWithin = bindWithin(table);
    return (left, right, codes) => {
      const nameLevel = levelOf(intAt(codes, 0));
      if ((spoken & (1 << nameLevel)) !== 0) return levels.missing;
      const whole = intAt(cells, left + wholeSlot);
      const other = intAt(cells, right + wholeSlot);
      if (whole === other) return whole === 0 ? 0 : codeOf(levels.equal, byteAt(wholes, whole));
      const isOneMissing = whole === 0 || other === 0;
      if (nameLevel === nameLevels.near) return codeOf(levels.within, rarityWithin(whole, other));
      if (isOneMissing) return levels["one-missing"];
      return compareTrades({
        trades: intAt(cells, left + slot),
        others: intAt(cells, right + slot),
        whole,
        other,
      });
    };
  },
};

/** Compares trades that both have words, and not the same. */
function bindTrades(table: ComparedTable): (pair: TradePair) => LevelCode {
  const { lists, rarities } = table;
  const words = { lists, rarities: rarities["industries"] ?? new Uint8Array(0) };
  const wholes = rarities["trade"] ?? new Uint8Array(0);
  const isSlip = bindSlip(table);
  return (pair) => {
    const code = compareWords(words, pair.trades, pair.others);
    const isConflict = levelOf(code) === levels.overlap || code === levels.differ;
    if (!isConflict || !isSlip(pair)) return code;
    return codeOf(levels.near, Math.min(byteAt(wholes, pair.whole), byteAt(wholes, pair.other)));
  };
}

/**
 * What the trades in two nearly equal names have in common: the only one there is, else the letters of
 * both, at most what the commoner of them tells.
 */
function bindWithin({ packed, rarities }: ComparedTable): (whole: number, other: number) => number {
  const { text } = columnOf(packed, "trade");
  const wholes = rarities["trade"] ?? new Uint8Array(0);
  const letters = rarities[tradeLetterName] ?? new Uint8Array(0);
  return (whole, other) => {
    if (whole === 0 || other === 0) return Math.max(byteAt(wholes, whole), byteAt(wholes, other));
    const shared = sharedLetterRarity(text, whole, other, letters);
    return Math.min(byteAt(wholes, whole), byteAt(wholes, other), shared);
  };
}

/** A word that one company in eight has (科技) tells no trade: beside it, one of the two is missing. */
const leastTelling = 12;

interface Words {
  readonly lists: Int32Array;
  readonly rarities: Uint8Array;
}

function compareWords({ lists, rarities }: Words, trades: number, others: number): LevelCode {
  const shared = rarestShared(lists, trades, others, rarities);
  if (shared < 0) return levels.differ;
  if (!isSubset(lists, trades, others)) return codeOf(levels.overlap, shared);
  return shared < leastTelling ? levels["one-missing"] : codeOf(levels.subset, shared);
}

/** Two trades: their words, and the ids of the whole texts. */
interface TradePair {
  readonly trades: number;
  readonly others: number;
  readonly whole: number;
  readonly other: number;
}

/** Records that a word may have and still be no word of the trade but a slip. */
const mostOfSlip = 4;

/**
 * Whether two trades differ by a slip: a letter or two, where one of them has a word that hardly
 * anybody else has, or a single letter that was left of one. 电子 and 电力 are words, and no slips.
 */
function bindSlip({ packed, lists }: ComparedTable): (pair: TradePair) => boolean {
  const { text } = columnOf(packed, "trade");
  const distance = createTextDistance(text);
  const isOdd = oddWords(columnOf(packed, "industries"), countsOf(packed, "industries"));
  const hasOdd = (cell: number, than: number): boolean => {
    if (cell >= 0) return isOdd[cell] === 1 && !holdsId(lists, than, cell);
    const end = ~cell + intAt(lists, ~cell);
    for (let at = ~cell + 1; at <= end; at += 1) {
      const word = intAt(lists, at);
      if (isOdd[word] === 1 && !holdsId(lists, than, word)) return true;
    }
    return false;
  };
  return ({ trades, others, whole, other }) => {
    if (!hasOdd(trades, others) && !hasOdd(others, trades)) return false;
    const allowed = Math.min(lengthAt(text, whole), lengthAt(text, other)) < 5 ? 1 : 2;
    return distance(whole, other, allowed) <= allowed;
  };
}

function oddWords({ text }: PackedColumn, counts: Int32Array): Uint8Array {
  const isOdd = new Uint8Array(counts.length);
  for (let word = 1; word < counts.length; word += 1) {
    const isRare = intAt(counts, word) <= mostOfSlip;
    if (isRare || lengthAt(text, word) === 1) isOdd[word] = 1;
  }
  return isOdd;
}
