import type { NameReading } from "../../model/parsed.ts";
import { divisionsNamed, placeNameOf } from "../address/divisions.ts";
import {
  codeOf,
  leadingRegions,
  type NameKind,
  type RegionCut,
  regionNamed,
  trailingRegion,
} from "./leading-region.ts";
import { holds, type NameLetters, nameLetters } from "./name-letters.ts";
import { type BrandAndTrade, splitTrade, tradesAtEnd, type TradesAtEnd } from "./trades.ts";

const fullNameEndings = "省市区县旗州盟镇乡村园";
/** 文艺路|永新布行: the street belongs to the place of a sole trader. */
const street = /^.{2,4}?(?:路|大道|步行街|大街|胡同)(?=.{2})/;
/** 浙江|大学: the region belongs to the name of the university. */
const university = /^(?:大学|学院|.{2,4}大学)/;

/** What the whole name says about its core: the region elsewhere in it, whose name it is, and its letters. */
export interface Elsewhere {
  readonly code: string;
  readonly kind: NameKind;
  readonly letters: NameLetters;
}

/**
 * Region, brand and trade of a name without its form: `"深圳华宸精密"` -> 440300, `"华宸"`, `["精密"]`.
 * Where a place may be part of the brand, the second best reading is kept beside the best.
 */
export function readCore(core: string, elsewhere: Elsewhere): LedName {
  const led = readLed(core, elsewhere);
  if (led.region !== "" || led.place !== "") return led;
  const inner = innerRegion(led.trade);
  if (inner !== "") return placed(led, inner, "");
  if (elsewhere.code !== "") return placed(led, elsewhere.code, placeNameOf(elsewhere.code));
  const cut = elsewhere.kind === "institution" ? undefined : trailingRegion(led.brand, always);
  if (cut === undefined) return led;
  const { brand, trade } = splitTrade(led.brand.slice(0, cut.end), true);
  const place = cut.division?.placeName ?? "";
  return { brand, trade: [...trade, ...led.trade], region: codeOf(cut), place, second: undefined };
}

const always = (): boolean => true;

function placed({ brand, trade, second }: LedName, region: string, place: string): LedName {
  return { brand, trade, region, place, second };
}

/** 三菱|电机|上海|机电: a city between trade words tells the region; it stays where it is in the key. */
function innerRegion(trade: readonly string[]): string {
  if (trade.length < 3) return "";
  const place = trade.find((word) => word.length <= 3 && divisionsNamed(word).length > 0);
  return place === undefined ? "" : (regionNamed(place)?.code ?? "");
}

interface Place {
  readonly region: string;
  /** The region as the key writes it: its short name, or the letters of one that is not certain. */
  readonly place: string;
}

export interface LedName extends BrandAndTrade, Place {
  /** In doubt whether a place belongs to the brand: the other way to read it. */
  readonly second: NameReading | undefined;
}

/**
 * The region in front, as deep as leaves a brand. Where nothing but trade words stay, the first of
 * several is the brand (福州轻工进出口), and the only one belongs together with its place (重庆钢铁).
 */
function readLed(core: string, { code: known, kind, letters }: Elsewhere): LedName {
  const regions = regionsBeside(known, leadingRegions(core, kind, letters));
  const chosen = chooseCut(core, regions);
  if (chosen !== undefined) return readBehind(core, chosen, kind, letters);
  const whole = regions.find(({ end }) => end === core.length || regions.length > 1);
  const { brand, trade } = splitTrade(core, kind !== "institution");
  return { brand, trade, region: codeOf(whole), place: "", second: undefined };
}

function readBehind(
  core: string,
  { cut, trades: known }: ChosenCut,
  kind: NameKind,
  letters: NameLetters,
): LedName {
  const end = kind === "trader" ? endOfStreet(core, cut.end) : cut.end;
  const rest = core.slice(end);
  const region = codeOf(cut);
  const place = placeOf(core, cut) + core.slice(cut.end, end);
  if (holds(letters, nameLetters.school) && university.test(rest)) {
    return { brand: place + rest, trade: [], region, place, second: undefined };
  }
  const trades = end === cut.end ? known : tradesAtEnd(rest);
  if (trades.letters > 0) {
    const { brand, trade } = splitTrade(rest, kind !== "institution", trades);
    return { brand, trade, region, place, second: brandFrom(cut.shortFrom, core, brand) };
  }
  const words = trades.words.reverse();
  if (cut.shortFrom >= 0) return readShortCounty(core, cut, words);
  return readTradesOnly(kind === "institution" ? [rest] : words, { region, place });
}

/** Where the name says its region elsewhere, a county's short name in front is none. */
function regionsBeside(known: string, regions: readonly RegionCut[]): readonly RegionCut[] {
  return known === "" ? regions : regions.filter(({ shortFrom }) => shortFrom !== 0);
}

/** Nothing but trades behind the place: 福州|轻工|进出口, but 重庆钢铁 is one brand. */
function readTradesOnly(words: readonly string[], { region, place }: Place): LedName {
  const [brand = "", ...trade] = words;
  if (trade.length > 0) {
    return { brand, trade, region, place, second: { region: "", brand: place + brand } };
  }
  return { brand: place + brand, trade, region, place, second: { region, brand } };
}

/** 安达华宸物流: as likely the brand 安达华宸 as a 华宸 in 安达. */
function brandFrom(shortFrom: number, core: string, brand: string): NameReading | undefined {
  if (shortFrom < 0) return undefined;
  const [upper] = leadingRegions(core.slice(0, shortFrom));
  const whole = core.slice(shortFrom, core.indexOf(brand, shortFrom) + brand.length);
  return { region: codeOf(upper), brand: whole };
}

/** 安达物流, 鞍山千山温泉酒店: between its city and a trade a county's short name is the brand. */
function readShortCounty(core: string, cut: RegionCut, trade: readonly string[]): LedName {
  const { end, shortFrom } = cut;
  const [upper] = leadingRegions(core.slice(0, shortFrom));
  const place = upper === undefined ? "" : placeOf(core, upper);
  const second = { region: codeOf(cut), brand: trade[0] ?? "" };
  return { brand: core.slice(shortFrom, end), trade, region: codeOf(upper), place, second };
}

interface ChosenCut {
  readonly cut: RegionCut;
  /** Those of what stands behind it. */
  readonly trades: TradesAtEnd;
}

/**
 * 长沙岳麓星文化 is the brand 岳麓星: a district's short name must leave two letters for a brand, and a
 * county's short name in front as well (安泽瑞精密). A zone with nothing but trades behind it is a brand.
 */
function chooseCut(core: string, regions: readonly RegionCut[]): ChosenCut | undefined {
  let inDoubt: ChosenCut | undefined;
  for (const cut of regions) {
    const { end, isZone, shortFrom } = cut;
    if (core.length - end < 2) continue;
    const trades = tradesAtEnd(core, end);
    if (isZone && trades.letters === 0) continue;
    if (trades.letters !== 1 || fullNameEndings.includes(core.charAt(end - 1))) {
      return { cut, trades };
    }
    if (shortFrom !== 0) inDoubt ??= { cut, trades };
  }
  return inDoubt;
}

function endOfStreet(core: string, start: number): number {
  const [found = ""] = street.exec(core.slice(start)) ?? [];
  const end = start + found.length;
  return found !== "" && tradesAtEnd(core, end).letters >= 2 ? end : start;
}

/** The short name of the place in front of a name, or its letters where several places bear it. */
export function placeOf(core: string, { end, division }: RegionCut): string {
  return division === undefined ? core.slice(0, end) : division.placeName;
}
