import { columnOf, hasValue, type PackedColumn, type PackedRecords } from "../packed-records.ts";
import { createTextDistance, type TextDistance } from "../text-distance.ts";
import { lengthAt } from "../text-pool.ts";
import { codeOf, rarityBits, type Comparison } from "./comparison.ts";

/**
 * Compares company names by their parts, never as a whole string: full name, former name, brand,
 * brand by sound, brand with a typing error, brand inside a name that was parsed wrongly.
 */
export const companyName: Comparison = {
  name: "name",
  field: "legal_name",
  levels: [
    "missing",
    "equal",
    "alias",
    "brand",
    "brand-sound",
    "brand-typo",
    "brand-near",
    "name-typo",
    "differ",
  ],
  bind(packed) {
    const names = bindColumns(packed);
    return (left, right) => {
      if (names.name.values[left] === 0 || names.name.values[right] === 0) return 0;
      return compareWhole(names, left, right) || compareBrands(names, left, right);
    };
  },
};

interface NameColumns {
  readonly size: number;
  readonly name: PackedColumn;
  readonly aliases: PackedColumn;
  readonly brand: PackedColumn;
  readonly pinyin: PackedColumn;
  readonly isFullName: Int32Array;
  readonly brandDistance: TextDistance;
  readonly nameDistance: TextDistance;
}

function bindColumns(packed: PackedRecords): NameColumns {
  const name = columnOf(packed, "name");
  const brand = columnOf(packed, "brand");
  return {
    size: packed.size,
    name,
    aliases: columnOf(packed, "aliases"),
    brand,
    pinyin: columnOf(packed, "brandPinyin"),
    isFullName: columnOf(packed, "isFullName").values,
    brandDistance: createTextDistance(brand.text),
    nameDistance: createTextDistance(name.text),
  };
}

function compareWhole(names: NameColumns, left: number, right: number): number {
  const name = names.name.values[left] ?? 0;
  const other = names.name.values[right] ?? 0;
  const isFull = names.isFullName[left] === 1 && names.isFullName[right] === 1;
  if (name === other && isFull) return coded(names, 1, names.name, name);
  if (hasValue(names.aliases, left, other)) return coded(names, 2, names.name, other);
  return hasValue(names.aliases, right, name) ? coded(names, 2, names.name, name) : 0;
}

function compareBrands(names: NameColumns, left: number, right: number): number {
  const brand = names.brand.values[left] ?? 0;
  const other = names.brand.values[right] ?? 0;
  if (brand === other) return coded(names, 3, names.brand, brand);
  const pinyin = names.pinyin.values[left] ?? 0;
  if (pinyin !== 0 && pinyin === names.pinyin.values[right]) {
    return coded(names, 4, names.pinyin, pinyin);
  }
  // Winkler's rule: a near hit is as rare as the commoner of the two values.
  const count = Math.max(names.brand.counts[brand] ?? 0, names.brand.counts[other] ?? 0);
  return codeOf(nearLevel(names, left, right), rarityBits(names.size, count));
}

function nearLevel(names: NameColumns, left: number, right: number): number {
  const brand = names.brand.values[left] ?? 0;
  const other = names.brand.values[right] ?? 0;
  const { text } = names.brand;
  const shorter = Math.min(lengthAt(text, brand), lengthAt(text, other));
  const allowed = allowedEdits(shorter);
  if (names.brandDistance(brand, other, allowed) <= allowed) return shorter >= 3 ? 5 : 6;
  const isInside = isPrefix(names.brand, brand, other) || isPrefix(names.brand, other, brand);
  return isInside && isNameTypo(names, left, right) ? 7 : 8;
}

/** One letter for Chinese brands; Latin ones are longer and may have two or three wrong. */
function allowedEdits(length: number): number {
  if (length < 2) return 0;
  return length < 8 ? 1 : length < 16 ? 2 : 3;
}

/** A slip in the trade or the form pushes it into the brand: 宏远餐饮有限司公. */
function isNameTypo(names: NameColumns, left: number, right: number): boolean {
  const name = names.name.values[left] ?? 0;
  const other = names.name.values[right] ?? 0;
  const { text } = names.name;
  return (
    Math.min(lengthAt(text, name), lengthAt(text, other)) >= 8 &&
    names.nameDistance(name, other, 2) <= 2
  );
}

function isPrefix({ text }: PackedColumn, short: number, long: number): boolean {
  const length = lengthAt(text, short);
  if (length < 2 || length >= lengthAt(text, long)) return false;
  const start = text.offsets[short] ?? 0;
  const otherStart = text.offsets[long] ?? 0;
  for (let at = 0; at < length; at += 1) {
    if (text.units[start + at] !== text.units[otherStart + at]) return false;
  }
  return true;
}

function coded(names: NameColumns, level: number, column: PackedColumn, id: number): number {
  return codeOf(level, rarityBits(names.size, column.counts[id] ?? 0));
}
