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

/** Whether one core, or name, is made of letters of the other in their order: 沪宏精 of 上海宏远精密. */
export function isInitial(names: NameColumns, left: number, right: number): boolean {
  if (!holdsLetters(names, left, right) && !holdsLetters(names, right, left)) return false;
  const { cells, coreSlot, cores } = names;
  const core = intAt(cells, left + coreSlot);
  const other = intAt(cells, right + coreSlot);
  const isLeftShort = lengthAt(cores, core) <= lengthAt(cores, other);
  const initials = isLeftShort ? core : other;
  const whole = isLeftShort ? other : core;
  const length = lengthAt(cores, initials);
  if (length < 3 || length > 6) return false;
  if (lengthAt(cores, whole) >= length + 2 && isSubsequence(cores, initials, whole)) return true;
  return isLeftShort ? isNameInitial(names, left, right) : isNameInitial(names, right, left);
}

/**
 * The same for whole names, whose region may lend a letter too: 深鲸统发 of 深圳市鲸统发展. Initials
 * have no form; 合肥五金公司 is no abbreviation but a name that lost its brand.
 */
function isNameInitial(
  { cells, nameSlot, formSlot, names }: NameColumns,
  short: number,
  long: number,
): boolean {
  if (cells[short + formSlot] !== 0) return false;
  const initials = intAt(cells, short + nameSlot);
  const whole = intAt(cells, long + nameSlot);
  return (
    lengthAt(names, whole) >= lengthAt(names, initials) + 2 && isSubsequence(names, initials, whole)
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
