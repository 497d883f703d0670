import { isLetterOf, letterSet } from "../../text/letter-set.ts";
import { simplify } from "../../text/simplify.ts";
import { areCounties, type Division, isBelow } from "./division.ts";
import { type DivisionMatch, longestDivision } from "./divisions.ts";

/** A region at the beginning of a text. */
export interface RegionReading {
  /** The deepest division that is certain, as in use today; none where several bear the name and nothing decides. */
  readonly division: Division | undefined;
  /** The region as it stands in the text: `朝阳区`. */
  readonly written: string;
  readonly rest: string;
  /** The division was withdrawn; `division` is the one it went to. */
  readonly isWithdrawn: boolean;
}

const directions = letterSet("东南西北中");
const streetLetters = letterSet("路街巷弄里道村镇乡");
const betweenLevels =
  /^(?:生产)?建设兵团(?:第?.{1,3}师)?|^.{2,4}?(?:新区|示范区)(?=.{1,6}[区县市旗])/;

interface Level {
  readonly end: number;
  readonly divisions: readonly Division[];
}

/**
 * The region a text begins with, level by level; a level counts only inside the one before it.
 * `"深圳南山区科技路1号"` -> 440305, rest `"科技路1号"`. A name that several places bear and nothing
 * decides has no division, never the first of them; undefined where no region stands.
 */
export function readRegion(text: string): RegionReading | undefined {
  const plain = simplify(text);
  const read = readLevels(plain, 0);
  if (read === undefined) return undefined;
  const division = commonDivision(read.divisions);
  const end = division === undefined ? read.end : endOfRepetition(plain, read.end, division);
  return {
    division,
    written: text.slice(0, read.end),
    rest: text.slice(end),
    isWithdrawn: read.divisions.every((each) => each.now !== each),
  };
}

/** The division in use that all of them are or went to. */
function commonDivision(divisions: readonly Division[]): Division | undefined {
  const now = divisions[0]?.now;
  for (let at = 1; at < divisions.length; at += 1) {
    if (divisions[at]?.now !== now) return undefined;
  }
  return now;
}

function readLevels(text: string, start: number): Level | undefined {
  let level = readFirst(text, start);
  for (let next = level; next !== undefined;) {
    level = next;
    next = areCounties(level.divisions) ? undefined : readBelow(text, level);
  }
  return level;
}

/** 江西南昌市新建区江西省南昌市新建区…: a region that is written twice counts once. */
function endOfRepetition(text: string, end: number, division: Division): number {
  const again = readLevels(text, end);
  return again !== undefined && commonDivision(again.divisions) === division ? again.end : end;
}

/** A county's short name stands for it only when nothing follows: 新华 or 和平 begin many a name. */
function readFirst(text: string, start: number): Level | undefined {
  const match = longestDivision(text, start, (division, place) => {
    if (place === division.place) return true;
    const end = start + place.length;
    const isTown = division.level < 3 || division.isCalledCity;
    return (isTown || end === text.length) && !isStreet(text, end);
  });
  return match && withPreferred(match);
}

function readBelow(text: string, level: Level): Level | undefined {
  const { end, divisions } = level;
  const match = longestDivision(text, end, (division, place) => {
    if (!isBelowAny(division, divisions)) return false;
    return place === division.place || !isStreet(text, end + place.length);
  });
  return match === undefined ? readBehindZone(text, level) : withPreferred(match);
}

/** A short name before one of these names a street or a village: 重庆路 in 北海 is not in Chongqing. */
function isStreet(text: string, at: number): boolean {
  const from = isLetterOf(directions, text, at) ? at + 1 : at;
  return isLetterOf(streetLetters, text, from) || text.startsWith("大道", from);
}

/** 河北雄安新区容城县: what is no division between two that are, the lower one by its full name. */
function readBehindZone(text: string, { end, divisions }: Level): Level | undefined {
  if (text.indexOf("区", end) < 0 && text.indexOf("兵", end) < 0) return undefined;
  const [zone = ""] = betweenLevels.exec(text.slice(end)) ?? [];
  if (zone === "") return undefined;
  const match = longestDivision(
    text,
    end + zone.length,
    (division, place) => place === division.place && isBelowAny(division, divisions),
  );
  return match && withPreferred(match);
}

function isBelowAny(lower: Division, uppers: readonly Division[]): boolean {
  for (const upper of uppers) {
    if (isRepeated(lower, upper) || isBelow(lower, upper)) return true;
  }
  return false;
}

/** 北京市北京市海淀区: the four municipalities are written as province and as city. */
function isRepeated(
  { first }: Division,
  { first: upper, level, isOfMunicipality }: Division,
): boolean {
  return first === upper && level === 1 && isOfMunicipality;
}

function withPreferred({ end, divisions }: DivisionMatch): Level {
  return { end, divisions: divisions.length === 1 ? divisions : preferred(divisions) };
}

/**
 * A division in use before a withdrawn one, a province before a city of the same name (吉林), a
 * city before a county; but a district of a municipality is as well known as a city (朝阳).
 */
function preferred(divisions: readonly Division[]): readonly Division[] {
  const inUse = divisions.filter(({ hasCodeInUse }) => hasCodeInUse);
  const known = inUse.length > 0 ? inUse : divisions;
  if (known.length === 1) return known;
  const highest = known.reduce((level, division) => Math.min(level, division.level), 3);
  return known.filter(
    ({ level, isOfMunicipality }) => level === highest || (highest === 2 && isOfMunicipality),
  );
}
