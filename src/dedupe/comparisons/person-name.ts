import { columnOf, type PackedColumn, type PackedRecords } from "../packed-records.ts";
import { createTextDistance, type TextDistance } from "../text-distance.ts";
import { lengthAt } from "../text-pool.ts";
import { codeOf, rarityBits, type Comparison, type LevelCode } from "./comparison.ts";

/** Compares the names of people. 王经理 is a title, not a name: it only fits or does not fit. */
export const personName: Comparison = {
  name: "name",
  field: "name",
  levels: ["missing", "equal", "sound", "typo", "title", "differ"],
  bind(packed) {
    const names = bindColumns(packed);
    const { isTitleOnly } = names;
    return (left, right) => {
      const value = names.name.values[left] ?? 0;
      const other = names.name.values[right] ?? 0;
      if (value === 0 || other === 0) return 0;
      if (isTitleOnly[left] === 1 || isTitleOnly[right] === 1) {
        return compareSurnames(names, left, right);
      }
      if (value === other) return coded(names, 1, names.name.counts[value] ?? 0);
      return compareSounds(names, left, right) || compareLetters(names, value, other);
    };
  },
};

interface PersonColumns {
  readonly size: number;
  readonly name: PackedColumn;
  readonly pinyin: PackedColumn;
  readonly surname: Int32Array;
  readonly isTitleOnly: Int32Array;
  readonly distance: TextDistance;
}

function bindColumns(packed: PackedRecords): PersonColumns {
  const name = columnOf(packed, "name");
  return {
    size: packed.size,
    name,
    pinyin: columnOf(packed, "namePinyin"),
    surname: columnOf(packed, "surname").values,
    isTitleOnly: columnOf(packed, "isTitleOnly").values,
    distance: createTextDistance(name.text),
  };
}

function compareSurnames({ surname }: PersonColumns, left: number, right: number): LevelCode {
  return surname[left] === surname[right] ? 4 : 5;
}

function compareSounds(names: PersonColumns, left: number, right: number): LevelCode {
  const { values, counts } = names.pinyin;
  const sound = values[left] ?? 0;
  if (sound === 0 || sound !== values[right]) return 0;
  return coded(names, 2, counts[sound] ?? 0);
}

function compareLetters(names: PersonColumns, value: number, other: number): LevelCode {
  const { text, counts } = names.name;
  const allowed = allowedEdits(Math.min(lengthAt(text, value), lengthAt(text, other)));
  if (allowed === 0 || names.distance(value, other, allowed) > allowed) return 5;
  return coded(names, 3, Math.max(counts[value] ?? 0, counts[other] ?? 0));
}

/** A name of two letters with one wrong is another name. */
function allowedEdits(length: number): number {
  if (length < 3) return 0;
  return length < 10 ? 1 : 2;
}

function coded({ size }: PersonColumns, level: number, count: number): LevelCode {
  return codeOf(level, rarityBits(size, count));
}
