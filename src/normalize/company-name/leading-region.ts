import { holdsLetterOf, isLetterOf, letterSet } from "../../text/letter-set.ts";
import { type Division, isBelow, isWithin, type Place } from "../address/division.ts";
import {
  acceptedOf,
  longestPlace,
  mayEndPlace,
  placeCount,
  placeFrom,
} from "../address/divisions.ts";
import { holds, lettersOf, type NameLetters, nameLetters } from "./name-letters.ts";

/** A place where the region in front of a name may end, with what the name says up to there. */
export interface RegionCut {
  readonly end: number;
  /** As in use today; undefined when several places bear the name. */
  readonly division: Division | undefined;
  /** Where a county's short name begins that ends here, -1 for none: as likely the brand (安达物流, 鞍山千山温泉). */
  readonly shortFrom: number;
  /** A development zone ends here; some companies are called by it. */
  readonly isZone: boolean;
}

/** Six digits, "" when several places bear the name. */
export function codeOf(cut: RegionCut | undefined): string {
  return cut?.division?.code ?? "";
}

/** Whose name it is: traders name their county first, institutions the village that they belong to. */
export type NameKind = "company" | "trader" | "institution";

/** County names that are as common as brands: without 县 they are no region. */
const brandLike: ReadonlySet<string> = new Set(
  `东方 新兴 永新 新星 兴隆 天长 大方 永和 太平 广平 永丰 永兴 和平 平安 太和 长安 新华 龙门 惠民 永安 长乐 安康 华安 新安 天全 富顺 紫金 磐石 宁远 大名 宝丰 金山 普安
  永福 兴国 兴宁 兴业 万年 万载 万安 万荣 泰和 泰来 富源 富平 恒山 民乐 民丰 永昌 永春 永胜 永顺 长泰 长宁 长丰 长顺 隆安 隆昌 隆化 集贤 大安 德安 德兴 凤凰 嘉禾 嘉祥 景泰 金溪 金湖 金塔 金阳 金平
  石泉 双峰 双江 太康 望江 新丰 新龙 新源 信丰 兴文 兴仁 兴平 阳春 阳城 玉山 云龙 云霄 正安 正阳 镇安 资源 中宁 中江 中阳 中方 建平 安化 宝应 广丰 凯里 天台 合江 合阳 同心 平和 安乐 永嘉 龙江 汉阳 江北 江南`.split(
    /\s+/,
  ),
);
/** Prefectures that nobody means without their kind: 阿里巴巴, 海东机械. */
const neverShort: ReadonlySet<string> = new Set(["阿里", "海东", "海北", "海西", "黄南", "甘南"]);
/** Cities whose short name begins brands. */
const wordLike: ReadonlySet<string> = new Set(
  "东方 中山 大同 大庆 吉安 吉林 宝鸡 新乡 新星 日照 永州 白银 百色 通化 长治 长春 安阳 安顺 金华 金昌 兴安 佳木斯 海东 海南 海北 海西 南平 南充 南通 保山 鹤壁 朝阳 铁岭 天水 天门 六安 三明 德宏 怒江 黄山 泰安 太原 宜春 宜昌 阳泉 双河 北海 河源 河池 营口 延安 广安 玉树 玉林 玉溪 丽水 丽江 衡水 衡阳 龙岩 昌都 昌吉 荣昌 文昌 文山 海口 黄石 黄冈 平凉 来宾 株洲 铜川 铜陵 鹰潭 松原 鸡西".split(
    " ",
  ),
);
const zone =
  /^中关村科技园区.{2,3}园|^.{0,4}?(?:国家级?|经济技术|高新技术产业|高新技术|新技术产业|新技术|高新科技|高科技|科技|经济|高新|综合|旅游度假|自由贸易|出口加工|化学|生态)?(?:开发区|产业园区|产业园|工业园区|工业园|高新区|经开区|保税港区|保税区|自贸区|自贸试验区|实验区|试验区|度假区|示范区|加工区|新区|片区|园区|科技城|科学城)|^生产建设兵团(?:第.{1,3}师)?/;
/** 新疆生产建设兵团第八师石河子市: behind a division of the corps stands its city. */
const corps = /兵团(?:第.{1,3}师)?$/;
/** 江北新区: a zone that the division tables do not have. */
const unknownZone = /^.{2}(?:新区|开发区|高新区|经开区|工业园区|保税区)(?=.{2})/;
const zoneLetters = letterSet("区");
const town = /^.{2,3}?(?:镇|乡|街道|街)(?=.{2})/;
const village = /^.{1,3}?(?:村|社区)(?=.{2})/;
/** A short name before one of these letters is that of a hill or a bay, not of the county: 栖霞山. */
const landmarks = letterSet("山湖河岛寺路街桥滩湾");
const nowhere: readonly Division[] = [];

/**
 * The places where the region in front of a folded name may end, deepest first.
 * `"深圳市南山区华宸"` -> cuts behind 南山区 (440305) and behind 深圳市 (440300). The names of sole
 * traders begin with their county, even where its short name is a common brand. `letters` are those of
 * the name, or of more than it.
 */
export function leadingRegions(
  name: string,
  kind: NameKind = "company",
  letters: NameLetters = lettersOf(name),
): RegionCut[] {
  const mayHoldSite = holds(letters, nameLetters.site);
  const cuts = regionsFromLeft(name, kind === "trader", mayHoldSite && kind !== "institution");
  if (cuts.length > 0) return cuts.reverse();
  return mayHoldSite ? unknownZones(name) : cuts;
}

function regionsFromLeft(name: string, isTrader: boolean, hasSites: boolean): RegionCut[] {
  const cuts: RegionCut[] = [];
  let above = nowhere;
  for (let end = 0; ;) {
    const region = nextRegion(name, end, above, isTrader);
    if (region === undefined) return cuts;
    const shortFrom = region.isShortCounty ? end : -1;
    end += region.length;
    const isStray = above.length > 0 && !isAnyWithin(region.divisions, above);
    const { divisions, meant: division } = isStray ? placed(above) : region;
    above = divisions;
    cuts.push({ end, division, shortFrom, isZone: false });
    const behind = hasSites ? endOfSite(name, end, above) : end;
    if (behind !== end) end = cutBehindSite(name, cuts, { end, behind, division });
  }
}

interface Site {
  /** Where the region before it ends. */
  readonly end: number;
  readonly behind: number;
  readonly division: Division | undefined;
}

/** A name may end its region behind a site as well; only behind a division of the corps the region goes on. */
function cutBehindSite(name: string, cuts: RegionCut[], { end, behind, division }: Site): number {
  cuts.push({ end: behind, division, shortFrom: -1, isZone: zone.test(name.slice(end)) });
  return corps.test(name.slice(end, behind)) ? behind : end;
}

function unknownZones(name: string): RegionCut[] {
  if (!holdsLetterOf(zoneLetters, name, 3)) return [];
  const [zone = ""] = unknownZone.exec(name) ?? [];
  return zone === ""
    ? []
    : [{ end: zone.length, division: undefined, shortFrom: -1, isZone: false }];
}

/** 山西咸阳: a city that lies elsewhere is a slip, the province stays. */
function placed(divisions: readonly Division[]): Pick<Region, "divisions" | "meant"> {
  return { divisions, meant: meantBy(divisions) };
}

function isAnyWithin(divisions: readonly Division[], above: readonly Division[]): boolean {
  for (const division of divisions) {
    for (const upper of above) if (isWithin(division, upper)) return true;
  }
  return false;
}

/** A development zone, a town or its village behind the region belongs to neither region nor brand. */
function endOfSite(name: string, end: number, above: readonly Division[]): number {
  const rest = name.slice(end);
  const isTownPossible = above.some(({ level }) => level > 1);
  const [site = ""] = zone.exec(rest) ?? (isTownPossible ? town.exec(rest) : undefined) ?? [];
  const [part = ""] = isTownPossible ? (village.exec(rest.slice(site.length)) ?? []) : [];
  return end + site.length + (site === "" ? 0 : part.length);
}

/** What a name of a place says where it stands in the name of a company. */
interface Region {
  /** Letters of the name. */
  readonly length: number;
  readonly divisions: readonly Division[];
  /** As in use today; undefined when several places bear the name. */
  readonly meant: Division | undefined;
  /** Each of them is a county called by its short name. */
  readonly isShortCounty: boolean;
}

function regionOf(place: Place, divisions: readonly Division[]): Region {
  const isShortCounty = divisions.every((each) => each.level === 3 && place !== each.place);
  return { length: place.length, divisions, meant: meantBy(divisions), isShortCounty };
}

function nextRegion(
  name: string,
  start: number,
  above: readonly Division[],
  isTrader: boolean,
): Region | undefined {
  let place = longestPlace(name, start);
  while (place !== undefined) {
    const isBeforeLandmark = isLetterOf(landmarks, name, start + place.length);
    const region =
      above.length > 0
        ? regionBelow(place, above, isBeforeLandmark)
        : regionInFront(place, isBeforeLandmark, isTrader);
    if (region.divisions.length > 0) return region;
    place = longestPlace(name, start, place.length - 1);
  }
  return undefined;
}

function regionBelow(place: Place, above: readonly Division[], isBeforeLandmark: boolean): Region {
  const divisions = acceptedOf(
    place,
    (division) =>
      !(isBeforeLandmark && isLandmark(division, place)) && isBelowAny(division, place, above),
  );
  return divisions.length === 0 ? noRegion : regionOf(place, divisions);
}

const noRegion: Region = { length: 0, divisions: [], meant: undefined, isShortCounty: false };

/** What each place says in front of a company's name, by its number: nothing else tells. */
let regionsInFront: (Region | undefined)[] | undefined;

function regionInFront(place: Place, isBeforeLandmark: boolean, isTrader: boolean): Region {
  if (isBeforeLandmark || isTrader) return readInFront(place, isBeforeLandmark, isTrader);
  regionsInFront ??= Array.from({ length: placeCount() });
  return (regionsInFront[place.number] ??= readInFront(place, false, false));
}

function readInFront(place: Place, isBeforeLandmark: boolean, isTrader: boolean): Region {
  const divisions = acceptedOf(place, (division) => {
    if (isBeforeLandmark && isLandmark(division, place)) return false;
    return place === division.place || mayStandAlone(division, place, isTrader);
  });
  return divisions.length === 0 ? noRegion : regionOf(place, divisions);
}

/** 栖霞 may be a hill, 南京 is not. */
function isLandmark({ level, place }: Division, found: Place): boolean {
  return level === 3 && found !== place;
}

function isBelowAny(division: Division, found: Place, above: readonly Division[]): boolean {
  // 新疆天山水泥: a district is called by its short name only behind its city.
  if (division.isDistrict && found !== division.place) {
    return above.some((upper) => isCity(upper) && isBelow(division, upper));
  }
  return above.some((upper) => isBelow(division, upper)) || isStrayCity(division, found, above);
}

/** A city, or a province that is one. */
function isCity({ level, isOfMunicipality }: Division): boolean {
  return level === 2 || (level === 1 && isOfMunicipality);
}

/** A short name in front: of a province or city, or of a county that nobody takes for a brand. */
function mayStandAlone(division: Division, found: Place, isTrader: boolean): boolean {
  if (division.level < 3) return !neverShort.has(found.text);
  const isBrandLike = !isTrader && brandLike.has(found.text);
  return !division.isDistrict && !isBrandLike && isStillKnown(division);
}

/** 萧山 is said of the city that became a district; a county that was divided up is forgotten. */
function isStillKnown({ hasCodeInUse, now, short }: Division): boolean {
  return hasCodeInUse || now.short === short;
}

/** A city behind a province that it does not lie in, none of those whose name is a word as well. */
function isStrayCity(division: Division, { text }: Place, above: readonly Division[]): boolean {
  return (
    division.level === 2 &&
    division.hasCodeInUse &&
    above.every((upper) => upper.level === 1 && !isWithin(division, upper)) &&
    !brandLike.has(text) &&
    !wordLike.has(text)
  );
}

/** 吉林 is the province first, 萧山 the district it became; several counties of one name are none. */
function meantBy(divisions: readonly Division[]): Division | undefined {
  let meant: Division | undefined;
  let best = Infinity;
  for (const { hasCodeInUse, level, now } of divisions) {
    const rank = hasCodeInUse ? level : level + 3;
    if (rank === best && now !== meant) meant = undefined;
    if (rank >= best) continue;
    best = rank;
    meant = now;
  }
  return meant;
}

/** The division a whole text names, undefined when none or several: `"广东深圳"` -> 深圳市 */
export function regionNamed(text: string): Division | undefined {
  const [deepest] = leadingRegions(text);
  return deepest?.end === text.length ? deepest.division : undefined;
}

/**
 * A region at the end of a name, as in 华宸技术上海: the letters before it and its division. `accepts`
 * tells whether a name may end before the region.
 */
export function trailingRegion(
  name: string,
  accepts: (before: string) => boolean,
): RegionCut | undefined {
  if (!mayEndPlace(name)) return undefined;
  for (let length = Math.min(4, name.length - 2); length >= 2; length -= 1) {
    const end = name.length - length;
    const place = placeFrom(name, end);
    const division = place === undefined ? undefined : regionNamed(place.text);
    if (division !== undefined && accepts(name.slice(0, end)))
      return { end, division, shortFrom: -1, isZone: false };
  }
  return undefined;
}
