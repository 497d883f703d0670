import { type Division, isWithin, levelOf, longestDivision } from "../address/divisions.ts";

/** A place where the region in front of a name may end, with what the name says up to there. */
export interface RegionCut {
  readonly end: number;
  /** Division code, "" when several places bear the name. */
  readonly code: string;
}

/** County names that are as common as brands: without 县 they are no region. */
const brandLike: ReadonlySet<string> = new Set(
  "东方 新兴 永新 新星 兴隆 天长 大方 永和 太平 广平 永丰 永兴 和平 平安 太和 长安 新华 龙门 惠民 永安 长乐 安康 华安 新安 天全 富顺".split(
    " ",
  ),
);
const zone =
  /^(?:经济技术|高新技术产业|高新技术|经济|高新|综合|旅游度假)?(?:开发区|产业园区|工业园区|高新区|保税区|自贸区|度假区|示范区|新区)/;
const town = /^.{2,3}?(?:镇|乡|街道|街)(?=.{2})/;

/**
 * The places where the region in front of a folded name may end, deepest first.
 * `"深圳市南山区华宸"` -> cuts behind 南山区 (440305) and behind 深圳市 (440300)
 */
export function leadingRegions(name: string): RegionCut[] {
  const cuts: RegionCut[] = [];
  let above: readonly Division[] = [];
  for (let end = 0; ;) {
    const match = longestDivision(name, end, (division, found) =>
      canFollow(division, found, above),
    );
    if (match === undefined) break;
    above = match.divisions;
    end = match.end;
    cuts.unshift({ end, code: codeOf(above) });
    const behind = endOfSite(name, end, above);
    if (behind > end) cuts.unshift({ end: behind, code: codeOf(above) });
  }
  return cuts;
}

/** A development zone or a town behind the region belongs to neither region nor brand. */
function endOfSite(name: string, end: number, above: readonly Division[]): number {
  const rest = name.slice(end);
  const isTownPossible = above.some((division) => levelOf(division) > 1);
  const [site = ""] = zone.exec(rest) ?? (isTownPossible ? town.exec(rest) : undefined) ?? [];
  return end + site.length;
}

function canFollow(division: Division, found: string, above: readonly Division[]): boolean {
  if (above.length > 0) return above.some((upper) => isBelow(division, upper));
  if (found === division.key) return true;
  return levelOf(division) < 3 || (!division.name.endsWith("区") && !brandLike.has(found));
}

function isBelow(lower: Division, upper: Division): boolean {
  return levelOf(lower) > levelOf(upper) && isWithin(lower, upper);
}

/** 吉林 is the province first, 萧山 the district it became; several counties of one name are none. */
function codeOf(divisions: readonly Division[]): string {
  const highest = Math.min(...divisions.map(levelOf));
  const codes = new Set(
    divisions.filter((each) => levelOf(each) === highest).map(({ today }) => today),
  );
  const [code = ""] = codes;
  return codes.size === 1 ? code : "";
}

/** The division a whole text names, "" when none or several: `"广东深圳"` -> `"440300"` */
export function regionNamed(text: string): string {
  const [deepest] = leadingRegions(text);
  return deepest?.end === text.length ? deepest.code : "";
}

/** A region behind the brand, as in 华宸技术上海有限公司: the letters it takes, and its code. */
export function trailingRegion(brand: string): RegionCut | undefined {
  for (let length = Math.min(4, brand.length - 2); length >= 2; length -= 1) {
    const code = regionNamed(brand.slice(-length));
    if (code !== "") return { end: brand.length - length, code };
  }
  return undefined;
}
