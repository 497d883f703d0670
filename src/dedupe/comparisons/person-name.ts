import { byteAt, intAt } from "../element-at.ts";
import { slotOf, type ComparedTable } from "../compared-table.ts";
import { columnOf } from "../packed-records.ts";
import { createTextDistance, type TextDistance } from "../text-distance.ts";
import { lengthAt, type TextPool } from "../text-pool.ts";
import { codeOf, type Comparison, type LevelCode } from "./comparison.ts";

const levels = { missing: 0, equal: 1, sound: 2, typo: 3, title: 4, differ: 5 } as const;

/** Compares the names of people. 王经理 is a title, not a name: it only fits or does not fit. */
export const personName: Comparison = {
  name: "name",
  field: "name",
  levels: Object.keys(levels),
  bind(table) {
    const names = bindColumns(table);
    const { cells, nameSlot, titleSlot, surnameSlot } = names;
    return (left, right) => {
      const value = intAt(cells, left + nameSlot);
      const other = intAt(cells, right + nameSlot);
      if (value === 0 || other === 0) return levels.missing;
      if (cells[left + titleSlot] === 1 || cells[right + titleSlot] === 1) {
        return cells[left + surnameSlot] === cells[right + surnameSlot]
          ? levels.title
          : levels.differ;
      }
      if (value === other) return codeOf(levels.equal, byteAt(names.nameRarities, value));
      return compareSounds(names, left, right) || compareLetters(names, value, other);
    };
  },
};

interface PersonColumns {
  readonly cells: Int32Array;
  readonly nameSlot: number;
  readonly pinyinSlot: number;
  readonly surnameSlot: number;
  readonly titleSlot: number;
  readonly nameRarities: Uint8Array;
  readonly pinyinRarities: Uint8Array;
  readonly text: TextPool;
  readonly distance: TextDistance;
}

function bindColumns(table: ComparedTable): PersonColumns {
  const { text } = columnOf(table.packed, "name");
  const none = new Uint8Array(0);
  return {
    cells: table.cells,
    nameSlot: slotOf(table, "name"),
    pinyinSlot: slotOf(table, "namePinyin"),
    surnameSlot: slotOf(table, "surname"),
    titleSlot: slotOf(table, "isTitleOnly"),
    nameRarities: table.rarities["name"] ?? none,
    pinyinRarities: table.rarities["namePinyin"] ?? none,
    text,
    distance: createTextDistance(text),
  };
}

function compareSounds(names: PersonColumns, left: number, right: number): LevelCode {
  const { cells, pinyinSlot, pinyinRarities } = names;
  const sound = intAt(cells, left + pinyinSlot);
  if (sound === 0 || sound !== cells[right + pinyinSlot]) return 0;
  return codeOf(levels.sound, byteAt(pinyinRarities, sound));
}

function compareLetters(names: PersonColumns, value: number, other: number): LevelCode {
  const { text, nameRarities } = names;
  const allowed = allowedEdits(Math.min(lengthAt(text, value), lengthAt(text, other)));
  if (allowed === 0 || names.distance(value, other, allowed) > allowed) return levels.differ;
  return codeOf(levels.typo, Math.min(byteAt(nameRarities, value), byteAt(nameRarities, other)));
}

/** A name of two letters with one wrong is another name. */
function allowedEdits(length: number): number {
  if (length < 3) return 0;
  return length < 10 ? 1 : 2;
}
