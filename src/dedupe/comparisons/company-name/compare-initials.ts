import { byteAt, intAt } from "../../element-at.ts";
import { sharedLetterRarity } from "../../rarities/letter-rarity.ts";
import { lengthAt } from "../../text-pool.ts";
import { codeOf, type LevelCode } from "../comparison.ts";
import { isSubsequence } from "../shared-parts.ts";
import type { NameColumns } from "./name-columns.ts";
import { nameLevels } from "./name-levels.ts";

/** 宏精机 of 宏远精密机械, 沪宏精 of the same in 沪: every letter in order, the first one first. */
export function compareInitials(names: NameColumns, left: number, right: number): LevelCode {
  if (!isInitial(names, left, right)) return 0;
  const { cells, coreSlot, cores, coreRarities } = names;
  const core = intAt(cells, left + coreSlot);
  const other = intAt(cells, right + coreSlot);
  const rarity = sharedLetterRarity(cores, core, other, names.letters);
  const common = Math.max(byteAt(coreRarities, core), byteAt(coreRarities, other));
  return codeOf(nameLevels.short, Math.min(rarity, common));
}

/** Whether one core, or name, is made of letters of the other in their order. */
export function isInitial(names: NameColumns, left: number, right: number): boolean {
  if (!holdsLetters(names, left, right) && !holdsLetters(names, right, left)) return false;
  const { cells, coreSlot, nameSlot, cores } = names;
  const core = intAt(cells, left + coreSlot);
  const other = intAt(cells, right + coreSlot);
  const [short, long] =
    lengthAt(cores, core) <= lengthAt(cores, other) ? [left, right] : [right, left];
  const initials = intAt(cells, short + coreSlot);
  const whole = intAt(cells, long + coreSlot);
  const length = lengthAt(cores, initials);
  if (length < 3 || length > 6 || lengthAt(cores, whole) < length + 2) return false;
  return (
    isSubsequence(cores, initials, whole) ||
    isSubsequence(names.names, intAt(cells, short + nameSlot), intAt(cells, long + nameSlot))
  );
}

/** Whether the name of one row may hold all letters of the other's core. */
function holdsLetters(
  { cells, nameLetterSlot, coreLetterSlot }: NameColumns,
  name: number,
  core: number,
): boolean {
  const low = intAt(cells, core + coreLetterSlot) & ~intAt(cells, name + nameLetterSlot);
  const high = intAt(cells, core + coreLetterSlot + 1) & ~intAt(cells, name + nameLetterSlot + 1);
  return low === 0 && high === 0;
}
