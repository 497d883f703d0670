import { isLetterOf, type LetterSet, letterSet } from "../../text/letter-set.ts";
import { pinyinOf } from "../../text/pinyin.ts";
import { longestWordNumber, type Trie, TrieBuilder, wordNumber } from "../../text/trie.ts";
import lines from "./data/divisions.json" with { type: "json" };
import withdrawnLines from "./data/withdrawn-divisions.json" with { type: "json" };
import { Division, type Place, type Surroundings } from "./division.ts";
import { divisionNames, writingsOf } from "./division-names.ts";

/** A name found in a text, with those of its divisions that it may mean there. */
export interface DivisionMatch {
  readonly end: number;
  readonly place: Place;
  readonly divisions: readonly Division[];
}

interface Table {
  readonly byCode: ReadonlyMap<string, Division>;
  /** The names, for the longest one at a place of a text. */
  readonly trie: Trie;
  /** In the order of the trie's words. */
  readonly places: readonly Place[];
  /** Letters that a name ends in. */
  readonly lastLetters: LetterSet;
}

let table: Table | undefined;

function buildTable(): Table {
  const inUse = divisionsInUse();
  const byCode = new Map<string, Division>();
  for (const division of inUse) byCode.set(division.code, division);
  const trie = new TrieBuilder(false);
  const places: (Place & { readonly divisions: Division[] })[] = [];
  const endings = new Set<string>();
  const add = (division: Division): void => {
    for (const text of writingsOf(division)) {
      const number = trie.add(text, places.length);
      if (number === places.length) {
        places.push({ number, text, length: text.length, divisions: [division] });
        endings.add(text.charAt(text.length - 1));
      } else places[number]?.divisions.push(division);
      if (text === division.key) division.place = places[number];
    }
  };
  for (const division of inUse) add(division);
  for (const line of withdrawnLines) {
    const now = byCode.get(line.slice(-6));
    add(new Division(line.slice(0, 6), divisionNames(line.slice(7, -7)), nowhere, now));
  }
  const lastLetters = letterSet([...endings].join(""));
  return { byCode, trie: trie.build(), places, lastLetters };
}

const nowhere: Surroundings = { province: undefined, city: undefined };

/** The table is in the order of its codes: what a division lies in stands before it. */
function divisionsInUse(): readonly Division[] {
  let { province, city } = nowhere;
  return lines.map((line) => {
    const code = line.slice(0, 6);
    if (province !== undefined && Number(code) > province.last) province = undefined;
    if (city !== undefined && Number(code) > city.last) city = undefined;
    const division = new Division(code, divisionNames(line.slice(7)), { province, city });
    if (division.level === 1) province = division;
    if (division.level === 2) city = division;
    return division;
  });
}

/** The divisions called `name`, by full or short name, the withdrawn ones last: `"朝阳"` -> one in Beijing, others in Liaoning and Jilin. */
export function divisionsNamed(name: string): readonly Division[] {
  return placeFrom(name, 0)?.divisions ?? [];
}

/** Whether a text ends in a letter in which the name of a place does: a cheap test before a look-up. */
export function mayEndPlace(text: string): boolean {
  table ??= buildTable();
  return isLetterOf(table.lastLetters, text, text.length - 1);
}

/** The place that all letters from `start` on name: `"华宸上海", 2` -> 上海 */
export function placeFrom(text: string, start: number): Place | undefined {
  const { trie, places } = (table ??= buildTable());
  const number = wordNumber(trie, text, start);
  return number < 0 ? undefined : places[number];
}

const allLetters = 99;

/** How many names of places there are. */
export function placeCount(): number {
  return (table ??= buildTable()).places.length;
}

/** The longest name at `at`, at most `limit` letters long; `text` in simplified letters. */
export function longestPlace(
  text: string,
  at: number,
  limit: number = allLetters,
): Place | undefined {
  const { trie, places } = (table ??= buildTable());
  const number = longestWordNumber(trie, text, at, limit);
  return number < 0 ? undefined : places[number];
}

/**
 * The longest name at `at` of which `accepts` leaves a division; `text` in simplified letters.
 * `longestDivision("深圳市南山区", 0, () => true)` -> end 3, 深圳市
 */
export function longestDivision(
  text: string,
  at: number,
  accepts: (division: Division, place: Place) => boolean,
): DivisionMatch | undefined {
  let place = longestPlace(text, at);
  while (place !== undefined) {
    const divisions = acceptedOf(place, accepts);
    if (divisions.length > 0) return { end: at + place.length, place, divisions };
    place = longestPlace(text, at, place.length - 1);
  }
  return undefined;
}

const none: readonly Division[] = [];

/** The divisions that bear the name and that `accepts` leaves. */
export function acceptedOf(
  place: Place,
  accepts: (division: Division, place: Place) => boolean,
): readonly Division[] {
  const { divisions } = place;
  const first = divisions[0];
  if (first === undefined || divisions.length > 1) {
    return divisions.filter((division) => accepts(division, place));
  }
  return accepts(first, place) ? divisions : none;
}

let pinyinNames: ReadonlyMap<string, string> | undefined;

/** Provinces and cities by their pinyin as English names write them; of two alike neither counts. */
function buildPinyinNames(): ReadonlyMap<string, string> {
  table ??= buildTable();
  const names = new Map<string, string>();
  for (const { code, level, short } of table.byCode.values()) {
    if (level === 3) continue;
    const name = pinyinOf(short).replaceAll(" ", "");
    names.set(name, names.has(name) ? "" : code);
  }
  return names.set("shaanxi", "610000").set("shanxi", "140000");
}

/** `"shenzhen"` -> "440300", `"suzhou"` -> "" for 苏州 and 宿州, undefined for what names no place */
export function regionInPinyin(word: string): string | undefined {
  pinyinNames ??= buildPinyinNames();
  return pinyinNames.get(word);
}

/** `"440305"` -> 南山区; undefined for a code that is not in use. */
export function divisionOf(code: string): Division | undefined {
  table ??= buildTable();
  return table.byCode.get(code);
}

/** What a key calls the place of a code: `"440305"` -> `"深圳南山"`, `""` -> `""` */
export function placeNameOf(code: string): string {
  return code === "" ? "" : (divisionOf(code)?.placeName ?? "");
}
