import { kindsOfLetter } from "../../text/letter-kinds.ts";
import { isKeyLetter } from "../../text/simplify.ts";

/** What the letters of a name can be part of; one bit each, so that one pass over a name tells what need not be read. */
export const nameLetters = {
  /** Anything but a common Han letter that stays as it is, in what people read and in keys. */
  other: 1,
  /** Words for another name and for others beside the company: 曾用名, 更名, 及子公司, 等. */
  note: 2,
  /** The end of 公司. */
  company: 4,
  /** Of each form of a parent but 公司, and of each branch but a shop: 合伙, 事务所, 合作社, 分公司, 银行. */
  parent: 8,
  /** 有 of 有限公司. */
  limited: 16,
  /** Of an odd way to write 有限公司, beside 分: 责任, 股芬. */
  oddForm: 32,
  city: 64,
  /** 巿, four strokes, that looks like 市. */
  oddCity: 128,
  /** 某某: hidden letters. */
  masked: 256,
  /** 学 of 大学 and 学院. */
  school: 512,
  /** What every zone, town and street office has in its name. */
  site: 1024,
} as const;

const letters: readonly (readonly [kind: number, letters: string])[] = [
  [nameLetters.note, "名更及原暨等"],
  [nameLetters.company, "司"],
  [nameLetters.parent, "伙所社分银"],
  [nameLetters.limited, "有"],
  [nameLetters.oddForm, "责芬"],
  [nameLetters.city, "市"],
  [nameLetters.oddCity, "巿"],
  [nameLetters.masked, "某"],
  [nameLetters.school, "学"],
  [nameLetters.site, "区园团镇乡街城"],
];

let kinds: Uint16Array | undefined;

function buildKinds(): Uint16Array {
  const found = new Uint16Array(0x10000).fill(nameLetters.other);
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    if (kindsOfLetter(code) === 0 && isKeyLetter(code)) found[code] = 0;
  }
  for (const [kind, some] of letters) {
    for (const letter of some) {
      const code = letter.charCodeAt(0);
      found[code] = (found[code] ?? 0) | kind;
    }
  }
  return found;
}

const bits = 16;

/** The kinds of letters that a name has, to be asked by `holds` and `holdsTwice`. */
export type NameLetters = number;

/** One pass over a name: what it may hold. */
export function lettersOf(name: string): NameLetters {
  kinds ??= buildKinds();
  let seen = 0;
  let twice = 0;
  for (let at = 0; at < name.length; at += 1) {
    const kind = kinds[name.charCodeAt(at)] ?? 0;
    twice |= seen & kind;
    seen |= kind;
  }
  return seen | (twice << bits);
}

/** Whether a letter of one of the kinds is in the name: `holds(lettersOf("华宸公司"), nameLetters.company)` -> true */
export function holds(name: NameLetters, anyOf: number): boolean {
  return (name & anyOf) !== 0;
}

/** Whether two of one kind are. */
export function holdsTwice(name: NameLetters, kind: number): boolean {
  return (name & (kind << bits)) !== 0;
}
