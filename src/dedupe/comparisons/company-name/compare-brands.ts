import { byteAt, intAt } from "../../element-at.ts";
import { sharedLetterRarity } from "../../rarities/letter-rarity.ts";
import { lengthAt } from "../../text-pool.ts";
import { codeOf, type LevelCode } from "../comparison.ts";
import { isAtEnd } from "../shared-parts.ts";
import { isInitial } from "./compare-initials.ts";
import type { NameColumns } from "./name-columns.ts";
import { nameLevels } from "./name-levels.ts";

/** Brands that are not the same: one letter wrong, one inside the other. 0 when they are neither. */
export function compareBrands(names: NameColumns, left: number, right: number): LevelCode {
  const { cells, brandSlot, brands } = names;
  const brand = intAt(cells, left + brandSlot);
  const other = intAt(cells, right + brandSlot);
  const shorter = Math.min(lengthAt(brands, brand), lengthAt(brands, other));
  const allowed = allowedEdits(shorter);
  const edits = allowed === 0 ? 1 : names.brandDistance(brand, other, allowed);
  const isNear = edits <= allowed;
  const isTypo = isNear && shorter >= 3 && (edits === 1 || shorter >= 6);
  if (isTypo) return codeOf(nameLevels["brand-typo"], sharedRarity(names, brand, other));
  const inside = shorter < 2 ? 0 : compareInside(names, left, right);
  if (inside !== 0 || !isNear) return inside;
  return codeOf(nameLevels["brand-near"], sharedRarity(names, brand, other));
}

/** 华宸 in 华宸国际; where the rest is made of initials of the trade, the whole is. */
function compareInside(names: NameColumns, left: number, right: number): LevelCode {
  const { cells, brandSlot, brands, brandRarities } = names;
  const brand = intAt(cells, left + brandSlot);
  const other = intAt(cells, right + brandSlot);
  const isShort = lengthAt(brands, brand) < lengthAt(brands, other);
  const [short, long] = isShort ? [brand, other] : [other, brand];
  if (!isAtEnd(brands, short, long)) return 0;
  const level = isInitial(names, left, right) ? nameLevels.short : nameLevels.inside;
  return codeOf(level, byteAt(brandRarities, short));
}

/** Letters that two brands share, at most what the commoner of them tells (Winkler's rule). */
function sharedRarity(names: NameColumns, brand: number, other: number): number {
  const { brandRarities, brands, letters } = names;
  return Math.min(
    byteAt(brandRarities, brand),
    byteAt(brandRarities, other),
    sharedLetterRarity(brands, brand, other, letters),
  );
}

/** One letter for Chinese brands, two from four letters on; Latin ones are longer and may have three wrong. */
function allowedEdits(length: number): number {
  if (length < 2) return 0;
  return length < 4 ? 1 : length < 12 ? 2 : 3;
}
