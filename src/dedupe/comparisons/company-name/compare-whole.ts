import { byteAt, intAt, unitAt } from "../../element-at.ts";
import { countBits } from "../../letter-signature.ts";
import { brandLengthOf, brandStartOf, nameLengthOf } from "../../name-shape.ts";
import { lengthAt } from "../../text-pool.ts";
import { codeOf, type LevelCode } from "../comparison.ts";
import type { NameColumns } from "./name-columns.ts";
import { nameLevels } from "./name-levels.ts";

/** A slip in region, trade or form (有限司公) spoils the parse: then the names are alike as a whole. */
export function compareWhole(names: NameColumns, left: number, right: number): LevelCode {
  const { cells, nameSlot, shapeSlot } = names;
  const shape = intAt(cells, left + shapeSlot);
  const otherShape = intAt(cells, right + shapeSlot);
  const isSameLength = brandLengthOf(shape) === brandLengthOf(otherShape);
  const allowed = isSameLength ? 0 : allowedEdits(shape, otherShape);
  if (allowed === 0 || differingLetters(names, left, right) > 2 * allowed) return 0;
  const isParsedAlike = arePlacesAndTradesEqual(names, left, right);
  if (isParsedAlike && areBrandsApart(names, left, right)) return 0;
  const name = intAt(cells, left + nameSlot);
  const other = intAt(cells, right + nameSlot);
  if (names.nameDistance(name, other, allowed) > allowed) return 0;
  const isLeftClean = brandLengthOf(shape) < brandLengthOf(otherShape);
  const [clean, odd] = isLeftClean ? [left, right] : [right, left];
  const rarity = brandRarityIn(names, clean, intAt(cells, odd + nameSlot));
  if (rarity === 0) return 0;
  return codeOf(isParsedAlike ? nameLevels["brand-longer"] : nameLevels.near, rarity);
}

/** Whether region and trade were parsed alike, so that only the brands differ. */
function arePlacesAndTradesEqual(names: NameColumns, left: number, right: number): boolean {
  const { cells, tradeSlot, regionSlot } = names;
  const trade = intAt(cells, left + tradeSlot);
  if (trade === 0 || trade !== cells[right + tradeSlot]) return false;
  return cells[left + regionSlot] === cells[right + regionSlot];
}

/**
 * Whether two brands are two all the same: one has more than letters that slipped into the other, so
 * that the brands say by themselves how near they are.
 */
function areBrandsApart(names: NameColumns, left: number, right: number): boolean {
  const { cells, brandSlot, brands } = names;
  const brand = intAt(cells, left + brandSlot);
  const other = intAt(cells, right + brandSlot);
  const length = lengthAt(brands, brand);
  const otherLength = lengthAt(brands, other);
  const wrong = Math.min(length, otherLength) < 3 ? 0 : 1;
  const slipped = Math.abs(length - otherLength) + wrong;
  return names.brandDistance(brand, other, slipped) > slipped;
}

/** Letters that may be wrong in the shorter of two names; 0 where their lengths differ by more. */
function allowedEdits(shape: number, otherShape: number): number {
  const length = nameLengthOf(shape);
  const otherLength = nameLengthOf(otherShape);
  const shorter = Math.min(length, otherLength);
  const allowed = shorter < 5 ? 0 : shorter < 7 ? 1 : shorter < 10 ? 2 : 3;
  return Math.abs(length - otherLength) > allowed ? 0 : allowed;
}

/** Letters that one of two names holds and the other does not; an edit changes two at most. */
function differingLetters(
  { cells, nameLetterSlot }: NameColumns,
  left: number,
  right: number,
): number {
  const low = intAt(cells, left + nameLetterSlot) ^ intAt(cells, right + nameLetterSlot);
  const high = intAt(cells, left + nameLetterSlot + 1) ^ intAt(cells, right + nameLetterSlot + 1);
  return countBits(low) + countBits(high);
}

/** What the shorter, cleanly parsed brand has in common with the other name about where it stands. */
function brandRarityIn(names: NameColumns, clean: number, odd: number): number {
  const { cells, brandSlot, shapeSlot, brands, letters, brandRarities } = names;
  const brand = intAt(cells, clean + brandSlot);
  const { offsets, units } = names.names;
  const start = intAt(offsets, odd) + brandStartOf(intAt(cells, clean + shapeSlot));
  const length = lengthAt(brands, brand);
  const from = Math.max(intAt(offsets, odd), start - 2);
  const to = Math.min(intAt(offsets, odd + 1), start + length + 2);
  const window = units.subarray(from, to);
  let sum = 0;
  let found = 0;
  for (let at = intAt(brands.offsets, brand); at < intAt(brands.offsets, brand + 1); at += 1) {
    const letter = unitAt(brands.units, at);
    if (!window.includes(letter)) continue;
    found += 1;
    sum += byteAt(letters, letter);
  }
  return found * 2 < length ? 0 : Math.min(sum, byteAt(brandRarities, brand));
}
