import { byteAt, intAt } from "../element-at.ts";
import { slotOf } from "../compared-table.ts";
import { codeOf, levelOf, type Comparison, type LevelCode } from "./comparison.ts";
import { nameLevels } from "./company-name/name-levels.ts";
import { isSubset, rarestShared } from "./shared-parts.ts";

/** Levels of the names at which the trade says nothing more. */
const spoken = (1 << nameLevels.alias) | (1 << nameLevels.cut) | (1 << nameLevels.spelling);

const levels = {
  missing: 0,
  equal: 1,
  subset: 2,
  within: 3,
  overlap: 4,
  "one-missing": 5,
  differ: 6,
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
    const { cells, lists, rarities } = table;
    const slot = slotOf(table, "industries");
    const wholeSlot = slotOf(table, "trade");
    const none = new Uint8Array(0);
    const [words, wholes] = [rarities["industries"] ?? none, rarities["trade"] ?? none];
    return (left, right, codes) => {
      const nameLevel = levelOf(intAt(codes, 0));
      if ((spoken & (1 << nameLevel)) !== 0) return levels.missing;
      const whole = intAt(cells, left + wholeSlot);
      const other = intAt(cells, right + wholeSlot);
      if (whole === other) return whole === 0 ? 0 : codeOf(levels.equal, byteAt(wholes, whole));
      const isOneMissing = whole === 0 || other === 0;
      if (nameLevel === nameLevels.near) {
        const rarity = Math.max(byteAt(wholes, whole), byteAt(wholes, other));
        return codeOf(levels.within, isOneMissing ? rarity : 0);
      }
      if (isOneMissing) return levels["one-missing"];
      return compareWords(lists, intAt(cells, left + slot), intAt(cells, right + slot), words);
    };
  },
};

function compareWords(
  lists: Int32Array,
  trades: number,
  others: number,
  rarities: Uint8Array,
): LevelCode {
  const shared = rarestShared(lists, trades, others, rarities);
  if (shared < 0) return levels.differ;
  return codeOf(isSubset(lists, trades, others) ? levels.subset : levels.overlap, shared);
}
