import { holdsId } from "../../compared-table.ts";
import { byteAt, intAt } from "../../element-at.ts";
import { lengthAt } from "../../text-pool.ts";
import { codeOf, type Comparison, type LevelCode } from "../comparison.ts";
import { commonestShared, countShared, isPrefix, rarestShared } from "../shared-parts.ts";
import { compareBrands } from "./compare-brands.ts";
import { compareInitials } from "./compare-initials.ts";
import { compareWhole } from "./compare-whole.ts";
import { bindNameColumns, type NameColumns } from "./name-columns.ts";
import { nameLevels } from "./name-levels.ts";

/**
 * Compares company names by their parts: full name, former name, brand, brand by sound, a name that
 * was misspelt so that it was parsed wrongly (`near`), brand with a typing error, a brand inside
 * another one (华宸, 华宸国际), pinyin (`spelling`, `placed` with the region in front), a name that a chat program cut off, initials
 * (`short`). What is shared counts by how rare it is; region, trade and form are comparisons of
 * their own. The levels are tried in that order.
 */
export const companyName: Comparison = {
  name: "name",
  field: "legal_name",
  levels: Object.keys(nameLevels),
  bind(table) {
    const names = bindNameColumns(table);
    const { cells, nameSlot } = names;
    return (left, right) => {
      if (cells[left + nameSlot] === 0 || cells[right + nameSlot] === 0) return nameLevels.missing;
      return compareExactly(names, left, right) || compareNearly(names, left, right);
    };
  },
};

/** Levels that compare ids only; 0 when none of them holds. */
function compareExactly(names: NameColumns, left: number, right: number): LevelCode {
  const { cells, nameSlot, brandSlot, pinyinSlot, fullSlot } = names;
  const name = intAt(cells, left + nameSlot);
  const other = intAt(cells, right + nameSlot);
  const brand = intAt(cells, left + brandSlot);
  const isSameBrand = brand === cells[right + brandSlot];
  if (name === other && cells[left + fullSlot] === 1 && isSameBrand) {
    return codeOf(nameLevels.equal, byteAt(names.brandRarities, brand));
  }
  const alias = sharedAlias(names, left, right);
  if (alias !== 0) return codeOf(nameLevels.alias, byteAt(names.nameRarities, alias));
  if (isSameBrand) return codeOf(nameLevels.brand, byteAt(names.brandRarities, brand));
  const pinyin = intAt(cells, left + pinyinSlot);
  if (pinyin === 0 || pinyin !== cells[right + pinyinSlot]) return 0;
  return codeOf(nameLevels["brand-sound"], byteAt(names.pinyinRarities, pinyin));
}

/** The name of one that is an alias of the other, 0 when there is none. */
function sharedAlias(
  { cells, lists, nameSlot, aliasSlot }: NameColumns,
  left: number,
  right: number,
): number {
  const aliases = intAt(cells, left + aliasSlot);
  const other = intAt(cells, right + nameSlot);
  if (aliases !== 0 && holdsId(lists, aliases, other)) return other;
  const otherAliases = intAt(cells, right + aliasSlot);
  const name = intAt(cells, left + nameSlot);
  return otherAliases !== 0 && holdsId(lists, otherAliases, name) ? name : 0;
}

function compareNearly(names: NameColumns, left: number, right: number): LevelCode {
  return (
    compareWhole(names, left, right) ||
    compareBrands(names, left, right) ||
    compareSpellings(names, left, right) ||
    compareCut(names, left, right) ||
    compareInitials(names, left, right) ||
    nameLevels.differ
  );
}

/** Huachen against 华宸, with or without the region in front. */
function compareSpellings(names: NameColumns, left: number, right: number): LevelCode {
  const { cells, lists, soundSlot, pinyinSlot, soundRarities } = names;
  if ((cells[left + pinyinSlot] === 0) === (cells[right + pinyinSlot] === 0)) return 0;
  const sounds = intAt(cells, left + soundSlot);
  const others = intAt(cells, right + soundSlot);
  if (sounds === 0 || others === 0) return 0;
  const rarity = rarestShared(lists, sounds, others, soundRarities);
  if (rarity < 0) return 0;
  // Both the brand and the brand behind its place: the place agrees too, and says so by itself.
  if (countShared(lists, sounds, others) === 1) return codeOf(nameLevels.spelling, rarity);
  return codeOf(nameLevels.placed, commonestShared(lists, sounds, others, soundRarities));
}

const fewestCutLetters = 12;

/** A chat program keeps twenty letters of a name: then the short one begins the long one. */
function compareCut(names: NameColumns, left: number, right: number): LevelCode {
  const { cells, nameSlot, cutSlot } = names;
  const isCut = cells[left + cutSlot] === 1;
  const isOtherCut = cells[right + cutSlot] === 1;
  if (!isCut && !isOtherCut) return 0;
  const name = intAt(cells, left + nameSlot);
  const other = intAt(cells, right + nameSlot);
  const short = isCut ? name : other;
  const long = isCut ? other : name;
  if (lengthAt(names.names, short) < fewestCutLetters) return 0;
  if (!isPrefix(names.names, short, long)) return 0;
  return codeOf(
    nameLevels.cut,
    Math.max(byteAt(names.nameRarities, short), byteAt(names.nameRarities, long)),
  );
}
