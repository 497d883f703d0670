import { divisionOf, divisionsNamed, levelsOf, type Division } from "./divisions.ts";

/** A region at the beginning of a text. */
export interface ReadRegion {
  /** Six digits of the deepest level that is certain. */
  readonly code: string;
  /** Full names of its levels: `广东省深圳市南山区`. */
  readonly name: string;
  readonly rest: string;
}

export type RegionReading = ReadRegion | "ambiguous" | undefined;

const longestName = 15;

/**
 * The region a text begins with, level by level; a level counts only inside the one before it.
 * `"深圳南山区科技路1号"` -> 440305, rest `"科技路1号"`. A name that several places bear and nothing
 * decides is "ambiguous", never the first of them; undefined where no region stands.
 */
export function readRegion(text: string): RegionReading {
  let [rest, candidates]: [string, readonly Division[]] = [text, []];
  for (;;) {
    const next = readLevel(rest, candidates);
    if (next === undefined) break;
    ({ rest, candidates } = next);
  }
  const [only, second] = candidates;
  if (only === undefined) return undefined;
  return second === undefined ? { code: only.code, name: fullName(only.code), rest } : "ambiguous";
}

interface Level {
  readonly rest: string;
  readonly candidates: readonly Division[];
}

/** The longest name at the beginning that fits below what was read so far. */
function readLevel(text: string, above: readonly Division[]): Level | undefined {
  for (let length = Math.min(longestName, text.length); length >= 2; length -= 1) {
    const named = divisionsNamed(text.slice(0, length));
    const fitting =
      above.length === 0
        ? highest(named)
        : named.filter((each) => above.some((upper) => isBelow(each, upper)));
    if (fitting.length > 0) return { rest: text.slice(length), candidates: fitting };
  }
  return undefined;
}

/** A province before a city of the same name, a city before a county: 吉林 is the province first. */
function highest(divisions: readonly Division[]): readonly Division[] {
  const provinces = divisions.filter(({ code }) => code.endsWith("0000"));
  if (provinces.length > 0) return provinces;
  const cities = divisions.filter(({ code }) => code.endsWith("00"));
  return cities.length > 0 ? cities : divisions;
}

/** Counties without a city of their own (4290, 4690, 6590 ...) hang under the province. */
function isBelow(lower: Division, upper: Division): boolean {
  const prefix = upper.code.replace(/(?:00)+$/, "");
  if (lower.code === upper.code) return isMunicipality(upper.code) && lower.name.endsWith("市");
  return lower.code.startsWith(prefix);
}

/** 北京市北京市海淀区: the four municipalities are written as province and as city. */
function isMunicipality(code: string): boolean {
  return ["110000", "120000", "310000", "500000"].includes(code);
}

function fullName(code: string): string {
  return levelsOf(code)
    .map((level) => divisionOf(level)?.name ?? "")
    .join("");
}
