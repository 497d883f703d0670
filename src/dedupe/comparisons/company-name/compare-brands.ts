import { byteAt, intAt } from "../../element-at.ts";
import { countBits } from "../../letter-signature.ts";
import { brandLengthOf } from "../../name-shape.ts";
import { sharedLetterRarity } from "../../rarities/letter-rarity.ts";
import { codeOf, type LevelCode } from "../comparison.ts";
import { isAtEnd } from "../shared-parts.ts";
import { isInitial } from "./compare-initials.ts";
import type { NameColumns } from "./name-columns.ts";
import { nameLevels } from "./name-levels.ts";

/** Brands that are not the same: one letter wrong, one inside the other. 0 when they are neither. */
export function compareBrands(names: NameColumns, left: number, right: number): LevelCode {
  const { cells, brandSlot, shapeSlot } = names;
  const shape = intAt(cells, left + shapeSlot);
  const otherShape = intAt(cells, right + shapeSlot);
  const shorter = Math.min(brandLengthOf(shape), brandLengthOf(otherShape));
  const allowed = allowedEdits(shorter);
  const edits = editsOf(names, left, right, allowed);
  const isNear = edits <= allowed;
  const isTypo = isNear && shorter >= 3 && (edits === 1 || shorter >= 6);
  const brand = intAt(cells, left + brandSlot);
  const other = intAt(cells, right + brandSlot);
  if (isTypo) return codeOf(nameLevels["brand-typo"], sharedRarity(names, brand, other));
  const inside = shorter < 2 ? 0 : compareInside(names, left, right);
  if (inside !== 0 || !isNear) return inside;
  return codeOf(nameLevels["brand-near"], sharedRarity(names, brand, other));
}

/** Letters that are wrong in one of two brands; `allowed + 1` when there are more, or none may be. */
function editsOf(names: NameColumns, left: number, right: number, allowed: number): number {
  const { cells, brandSlot, brandLetterSlot } = names;
  const differing = intAt(cells, left + brandLetterSlot) ^ intAt(cells, right + brandLetterSlot);
  if (allowed === 0 || countBits(differing) > 2 * allowed) return allowed + 1;
  return names.brandDistance(
    intAt(cells, left + brandSlot),
    intAt(cells, right + brandSlot),
    allowed,
  );
}

/** 华宸 in 华宸国际; where the rest is made of initials of the trade, the whole is. */
function compareInside(names: NameColumns, left: number, right: number): LevelCode {
  const { cells, brandSlot, brandLetterSlot, shapeSlot, brands, brandRarities } = names;
  const length = brandLengthOf(intAt(cells, left + shapeSlot));
  const otherLength = brandLengthOf(intAt(cells, right + shapeSlot));
  if (length === otherLength) return 0;
  const short = length < otherLength ? left : right;
  const long = length < otherLength ? right : left;
  const letters = intAt(cells, short + brandLetterSlot);
  if ((letters & ~intAt(cells, long + brandLetterSlot)) !== 0) return 0;
  const brand = intAt(cells, short + brandSlot);
  if (!isAtEnd(brands, brand, intAt(cells, long + brandSlot))) return 0;
  const level = isInitial(names, left, right) ? nameLevels.short : nameLevels.inside;
  return codeOf(level, byteAt(brandRarities, brand));
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
