import { simplify } from "../../text/simplify.ts";
import {
  type Division,
  divisionOf,
  fullNameOf,
  isWithin,
  levelOf,
  longestDivision,
} from "./divisions.ts";

/** A region at the beginning of a text. */
export interface ReadRegion {
  /** Six digits of the deepest level that is certain, as in use today. */
  readonly code: string;
  /** Full names of its levels: `广东省深圳市南山区`. */
  readonly name: string;
  readonly rest: string;
  /** The division was withdrawn; `code` and `name` are those of the one it went to. */
  readonly isWithdrawn: boolean;
}

/** Several places bear the name and nothing decides: all that is certain is what it says. */
export interface AmbiguousRegion {
  readonly code: "";
  /** The name as it stands in the text: `朝阳区`. */
  readonly written: string;
  readonly rest: string;
}

export type RegionReading = ReadRegion | AmbiguousRegion | undefined;

/** A short name before one of these names a street or a village: 重庆路 in 北海 is not in Chongqing. */
const street = /^[东南西北中]?(?:路|街|大道|巷|弄|里|道|村|镇|乡)/;
const betweenLevels =
  /^(?:生产)?建设兵团(?:第?.{1,3}师)?|^.{2,4}?(?:新区|示范区)(?=.{1,6}[区县市旗])/;
const municipalities: ReadonlySet<string> = new Set(["110000", "120000", "310000", "500000"]);

interface Level {
  readonly end: number;
  readonly divisions: readonly Division[];
}

/**
 * The region a text begins with, level by level; a level counts only inside the one before it.
 * `"深圳南山区科技路1号"` -> 440305, rest `"科技路1号"`. A name that several places bear and nothing
 * decides has no code, never that of the first of them; undefined where no region stands.
 */
export function readRegion(text: string): RegionReading {
  const plain = simplify(text);
  const read = readLevels(plain, 0);
  if (read === undefined) return undefined;
  const code = read.divisions[0]?.today ?? "";
  if (read.divisions.some(({ today }) => today !== code)) {
    return { code: "", written: text.slice(0, read.end), rest: text.slice(read.end) };
  }
  return {
    code,
    name: fullNameOf(code),
    rest: text.slice(endOfRepetition(plain, read.end, code)),
    isWithdrawn: read.divisions.every((division) => divisionOf(division.today) !== division),
  };
}

function readLevels(text: string, start: number): Level | undefined {
  let level = readFirst(text, start);
  for (let next = level; next !== undefined;) {
    level = next;
    next = readBelow(text, level);
  }
  return level;
}

/** 江西南昌市新建区江西省南昌市新建区…: a region that is written twice counts once. */
function endOfRepetition(text: string, end: number, code: string): number {
  const again = readLevels(text, end);
  return again?.divisions.every(({ today }) => today === code) === true ? again.end : end;
}

/** A county's short name stands for it only when nothing follows: 新华 or 和平 begin many a name. */
function readFirst(text: string, start: number): Level | undefined {
  const match = longestDivision(text, start, (division, name) => {
    if (name === division.key) return true;
    const rest = text.slice(start + name.length);
    const isTown = levelOf(division) < 3 || division.name.endsWith("市");
    return (isTown || rest === "") && !street.test(rest);
  });
  return match && { end: match.end, divisions: preferred(match.divisions) };
}

function readBelow(text: string, { end, divisions }: Level): Level | undefined {
  const match = longestDivision(text, end, (division, name) => {
    if (!divisions.some((upper) => isBelow(division, upper))) return false;
    return name === division.key || !street.test(text.slice(end + name.length));
  });
  if (match === undefined) return readBehindZone(text, { end, divisions });
  return { end: match.end, divisions: preferred(match.divisions) };
}

/** 河北雄安新区容城县: what is no division between two that are, the lower one by its full name. */
function readBehindZone(text: string, { end, divisions }: Level): Level | undefined {
  if (text.indexOf("区", end) < 0 && text.indexOf("兵", end) < 0) return undefined;
  const [zone = ""] = betweenLevels.exec(text.slice(end)) ?? [];
  if (zone === "") return undefined;
  const match = longestDivision(
    text,
    end + zone.length,
    (division, name) =>
      name === division.key && divisions.some((upper) => isBelow(division, upper)),
  );
  return match && { end: match.end, divisions: preferred(match.divisions) };
}

/** 北京市北京市海淀区: the four municipalities are written as province and as city. */
function isBelow(lower: Division, upper: Division): boolean {
  if (lower.code === upper.code) return municipalities.has(upper.code);
  return levelOf(lower) > levelOf(upper) && isWithin(lower, upper);
}

/**
 * A division in use before a withdrawn one, a province before a city of the same name (吉林), a
 * city before a county; but a district of a municipality is as well known as a city (朝阳).
 */
function preferred(divisions: readonly Division[]): readonly Division[] {
  if (divisions.length === 1) return divisions;
  const current = divisions.filter(({ code, today }) => code === today);
  const known = current.length > 0 ? current : divisions;
  const highest = Math.min(...known.map(levelOf));
  return known.filter(
    (division) =>
      levelOf(division) === highest ||
      (highest === 2 && municipalities.has(`${division.code.slice(0, 2)}0000`)),
  );
}
