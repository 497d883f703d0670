import type { NameReading, ParsedCompanyName } from "../../model/parsed.ts";
import { foldKey } from "../../text/fold.ts";
import { pinyinOf } from "../../text/pinyin.ts";
import { divisionsNamed, levelsOf, shortNameOf } from "../address/divisions.ts";
import { splitBranch } from "./branches.ts";
import { canonicalForm, splitForm } from "./forms.ts";
import { readLatinName } from "./latin-name.ts";
import {
  leadingRegions,
  type NameKind,
  type RegionCut,
  regionNamed,
  trailingRegion,
} from "./leading-region.ts";
import { type ReadBrackets, readBrackets } from "./read-brackets.ts";
import type { NameWithNotes } from "./split-notes.ts";
import {
  type BrandAndTrade,
  lettersBeforeTrade,
  splitTrade,
  tradeLengthBefore,
  tradeWordsOnly,
} from "./trades.ts";

/** A parsed name with the key that its parts give. */
export interface ReadCompanyName {
  readonly parsed: ParsedCompanyName;
  readonly key: string;
}

const groupTail = /(?:企业集团|集团|投资控股|控股)$/;
const china = "中国";
const personName =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖潘袁蔡魏薛阎余杜戴钟汪姜范谭廖邹熊陆郝孔崔邱侯邵孟][\u4e00-\u9fff]{1,2}$/;
const cutLengths: ReadonlySet<number> = new Set([20, 30]);
/** Hospitals, schools, offices: their long names are no brand with a trade inside. */
const institutions: ReadonlySet<string> = new Set(["inst", "ngo", "prof", "bank"]);
/** 华宸Inc.: an English form behind a Chinese name. */
const latinForm = /(?<=[\u4e00-\u9fff]{2})(?:co)?(?:ltd|limited|inc|llc|corp|gmbh)$/;
const fullName = /[省市区县旗州盟镇乡村园]$/;
/** 深圳市市华宸; but 市政, 市场, 市民 begin with the letter. */
const doubledCity = /市市(?![政场民区内属容中立委级郊辖])/;
/** 松下电器中国有限公司: 中国 behind the trade says as much as (中国). */
const chinaBehind = /(?<=.{2})中国$/;
const bank = /^(.*?)银行$/;
/** What many banks are called behind their place. */
const commonBank = /^(?:农村|城市)?(?:商业|信用合作)?$|^(?:农商|城商|村镇)$/;
const japaneseForm = /^(?:株式会社|有限会社|合同会社)(?=.{2})/;
/** 文艺路|永新布行: the street belongs to the place of a sole trader. */
const street = /^.{2,4}?(?:路|大道|大街|胡同)(?=.{2})/;
/** 浙江|大学: the region belongs to the name of the university. */
const university = /^(?:大学|学院|.{2,4}大学)/;
/** Forms of one kind of legal person: 有限公司 and 股份有限公司 of one core are hardly two companies. */
const companyForms: ReadonlySet<string> = new Set(["jsc", "llc", "unlimited", "company"]);

/**
 * A company's name in its parts: region, brand 字号, trade, form, branch, brackets, aliases
 * (企业名称登记管理规定 art. 6). `"深圳华宸精密机械有限公司"` -> region 440300, brand `"华宸"`,
 * industry `["精密", "机械"]`, form `"llc"`. The brand is never empty while the name is not.
 */
export function parseCompanyName(
  { name, aliases }: NameWithNotes,
  folded: string,
): ReadCompanyName {
  const brackets = readBrackets(name, folded);
  const whole = canonicalForm(plainCity(brackets.text));
  const { head, branch: written } = splitBranch(whole);
  const parts = /[\u3400-\u9fff]/.test(head) ? readHead(head, brackets) : readOther(name);
  const branch = written === "" ? brackets.branch : written;
  const parsed: ParsedCompanyName = {
    kind: "company-name",
    norm: normOf(folded, whole, brackets),
    region: parts.region,
    brand: parts.brand,
    brandPinyin: pinyinOf(parts.brand),
    industry: parts.industry,
    form: parts.form,
    branch,
    isGroup: parts.group !== "" || parts.isOfChina || head.startsWith(china),
    isPersonName: parts.form === "" && parts.industry.length === 0 && personName.test(whole),
    mayBeTruncated: parts.form === "" && branch === "" && cutLengths.has([...name].length),
    aliases: [...aliases.map((alias) => canonicalForm(foldKey(alias))), ...brackets.aliases],
    ...(parts.second === undefined ? {} : { second: parts.second }),
  };
  return { parsed, key: keyOf(parts, branch) };
}

interface NameParts {
  readonly region: string;
  /** The region as the key writes it: its short name, or the letters of one that is not certain. */
  readonly place: string;
  readonly brand: string;
  readonly industry: readonly string[];
  readonly form: string;
  /** The letters of the form, where it is no company's: 厂, 商行, 律师事务所. */
  readonly tail: string;
  /** 集团 or 控股: the parent of a group is not its subsidiary. */
  readonly group: string;
  /** (中国): the Chinese company of a foreign parent. */
  readonly isOfChina: boolean;
  readonly second?: NameReading | undefined;
}

/** 深圳巿 and 深圳市市 for 深圳市. */
function plainCity(name: string): string {
  const plain = name.includes("巿") ? name.replaceAll("巿", "市") : name;
  return plain.includes("市市") ? plain.replace(doubledCity, "市") : plain;
}

/** Region, brand, trade, group, form but for companies, branch: what tells two entities apart. */
function keyOf(parts: NameParts, branch: string): string {
  const { place, brand, industry, group, tail, isOfChina } = parts;
  const places = place + (isOfChina ? china : "");
  const prefix = brand.startsWith(places) ? "" : places;
  return prefix + brand + industry.join("") + group + tail + branchKey(branch);
}

/** 深圳市分公司 and 深圳分公司 are one branch. */
function branchKey(branch: string): string {
  const [cut] = branch === "" ? [] : leadingRegions(branch);
  return cut === undefined || cut.code === ""
    ? branch
    : shortNameOf(cut.code) + branch.slice(cut.end);
}

/** 华宸有限公司深圳: a place behind the form stands there like one in brackets. */
function readHead(written: string, brackets: ReadBrackets): NameParts {
  const head = japaneseForm.test(written) ? movedForm(written) : written;
  const behind =
    brackets.region === "" ? trailingRegion(head, (name) => name.endsWith("公司")) : undefined;
  if (behind === undefined) return readHanName(head, brackets);
  const placed = { ...brackets, region: behind.code, isRegionBehind: true };
  return readHanName(head.slice(0, behind.end), placed);
}

/** 株式会社华宸 is 华宸株式会社. */
function movedForm(name: string): string {
  const [form = ""] = japaneseForm.exec(name) ?? [];
  return name.slice(form.length) + form;
}

function readHanName(head: string, brackets: ReadBrackets): NameParts {
  const name = head.replace(latinForm, "");
  const {
    core: whole,
    form,
    tail,
  } = name.endsWith("银行") ? { core: name, form: "bank", tail: "" } : splitForm(name);
  const withInner = whole.replace(chinaBehind, "");
  const isOfChina = brackets.isOfChina || withInner !== whole;
  if (withInner.endsWith("银行")) return { ...readBank(withInner, form, brackets), isOfChina };
  const behind = brackets.region === "" ? trailingRegion(withInner, endsInTrade) : undefined;
  const { core: withGroup, trades } = splitInnerForms(withInner.slice(0, behind?.end), form);
  const { core, group: ownGroup } = splitGroup(withGroup);
  const group = ownGroup === "" ? brackets.group : ownGroup;
  const read = readCore(core, { code: behind?.code ?? brackets.region, kind: kindOf(form) });
  const { region, place, brand, trade, second } = read;
  return {
    region,
    place: place + secondPlace(region, brackets),
    brand,
    industry: [...trade, ...trades],
    form: brackets.form || form || (group === "" ? "" : "group"),
    tail: companyForms.has(form) ? "" : tail,
    group,
    isOfChina,
    second,
  };
}

/** 上海|浦东发展|银行; where nothing but the place and a kind stand before 银行, they are the brand. */
function readBank(
  core: string,
  form: string,
  { region: elsewhere }: ReadBrackets,
): Omit<NameParts, "isOfChina"> {
  const cut = leadingRegions(core).findLast(({ end, isZone }) => end < core.length && !isZone);
  const code = cut?.code ?? elsewhere;
  const place = cut === undefined ? shortNameOf(elsewhere) : placeOf(core, cut.end, cut.code);
  const [, own = ""] = bank.exec(core.slice(cut?.end ?? 0)) ?? [];
  const isCommon = commonBank.test(own);
  const brand = isCommon ? place + (own === "" ? "银行" : own) : own;
  const industry = isCommon && own === "" ? [] : ["银行"];
  return { region: code, place, brand, industry, form, tail: "", group: "" };
}

function kindOf(form: string): NameKind {
  return form === "gth" ? "trader" : institutions.has(form) ? "institution" : "company";
}

/** 北京盈科(上海)律师事务所 is not the firm in Beijing: a bracket that names another place stays in the key. */
function secondPlace(region: string, { region: other, isRegionBehind }: ReadBrackets): string {
  const isSame = other === "" || region === "" || levelsOf(region).includes(other);
  return isSame || isRegionBehind ? "" : shortNameOf(other);
}

/** 华宸技术|上海: behind a trade or the word for a group stands a region, behind a brand only perhaps. */
function endsInTrade(before: string): boolean {
  return groupTail.test(before) || tradeLengthBefore(before, before.length) >= 2;
}

/** What the name says elsewhere about the region, and whether it is a hospital, a school and the like. */
interface Elsewhere {
  readonly code: string;
  readonly kind: NameKind;
}

function readCore(core: string, elsewhere: Elsewhere): LedName {
  const led = withInnerPlace(readLed(core, elsewhere));
  if (led.region !== "" || led.place !== "") return led;
  if (elsewhere.code !== "") {
    return { ...led, region: elsewhere.code, place: shortNameOf(elsewhere.code) };
  }
  const cut = elsewhere.kind === "institution" ? undefined : trailingRegion(led.brand, () => true);
  if (cut === undefined) return led;
  const before = splitTrade(led.brand.slice(0, cut.end), true);
  const trade = [...before.trade, ...led.trade];
  return { brand: before.brand, trade, region: cut.code, place: shortNameOf(cut.code) };
}

/** 觅美生活超市网店: a shop's tail before the form says what it trades in. */
function splitInnerForms(core: string, form: string): { core: string; trades: readonly string[] } {
  if (form === "" || core.length < 4) return { core, trades: [] };
  const inner = splitForm(core);
  const isTrade =
    inner.tail.length >= Math.max(2, tradeLengthBefore(core, core.length)) &&
    (inner.form === "gth" || inner.form === "inst");
  return isTrade ? { core: inner.core, trades: [inner.tail] } : { core, trades: [] };
}

function splitGroup(core: string): { core: string; group: string } {
  const [tail = ""] = groupTail.exec(core) ?? [];
  const short = core.slice(0, core.length - tail.length);
  if (tail === "" || short.length < 2) return { core, group: "" };
  return { core: short, group: tail.includes("集团") ? "集团" : "控股" };
}

/** 三菱|电机|上海|机电: a city between trade words tells the region; it stays where it is in the key. */
function withInnerPlace(led: LedName): LedName {
  if (led.region !== "" || led.place !== "" || led.trade.length < 3) return led;
  const place = led.trade.find((word) => word.length <= 3 && divisionsNamed(word).length > 0);
  return place === undefined ? led : { ...led, region: regionNamed(place) };
}

interface LedName extends BrandAndTrade {
  /** In doubt whether a place belongs to the brand: the other way to read it. */
  readonly second?: NameReading;
  readonly region: string;
  readonly place: string;
}

/**
 * The region in front, as deep as leaves a brand. Where nothing but trade words stay, the first of
 * several is the brand (福州轻工进出口), and the only one belongs together with its place (重庆钢铁).
 */
function readLed(core: string, { code: known, kind }: Elsewhere): LedName {
  const mayCut = kind !== "institution";
  const regions = leadingRegions(core, kind).filter((cut) => known === "" || cut.shortFrom !== 0);
  const cut = chooseCut(core, regions);
  if (cut === undefined) {
    const [whole] = regions.filter(({ end }) => end === core.length || regions.length > 1);
    return { ...splitTrade(core, mayCut), region: whole?.code ?? "", place: "" };
  }
  const { end: endOfRegion, code, shortFrom } = cut;
  const end = kind === "trader" ? endOfStreet(core, endOfRegion) : endOfRegion;
  const rest = core.slice(end);
  const place = placeOf(core, endOfRegion, code) + core.slice(endOfRegion, end);
  const words = lettersBeforeTrade(rest) === 0 ? tradeWordsOnly(rest) : undefined;
  if (university.test(rest)) return { brand: place + rest, trade: [], region: code, place };
  if (words === undefined)
    return withBrandFrom(shortFrom, core, { ...splitTrade(rest, mayCut), region: code, place });
  if (shortFrom >= 0)
    return {
      ...readShortCounty(core, cut, words),
      second: { region: code, brand: words[0] ?? rest },
    };
  const [brand = "", ...trade] = kind === "institution" ? [rest] : words;
  if (trade.length > 0) {
    return { brand, trade, region: code, place, second: { region: "", brand: place + brand } };
  }
  return { brand: place + rest, trade: [], region: code, place, second: { region: code, brand } };
}

/** 安达华宸物流: as likely the brand 安达华宸 as a 华宸 in 安达. */
function withBrandFrom(shortFrom: number, core: string, led: LedName): LedName {
  if (shortFrom < 0) return led;
  const [upper] = leadingRegions(core.slice(0, shortFrom));
  const whole = core.slice(shortFrom, core.indexOf(led.brand, shortFrom) + led.brand.length);
  return { ...led, second: { region: upper?.code ?? "", brand: whole } };
}

/** 安达物流, 鞍山千山温泉酒店: between its city and a trade a county's short name is the brand. */
function readShortCounty(
  core: string,
  { end, shortFrom }: RegionCut,
  trade: readonly string[],
): LedName {
  const [upper] = leadingRegions(core.slice(0, shortFrom));
  const place = upper === undefined ? "" : placeOf(core, upper.end, upper.code);
  return { brand: core.slice(shortFrom, end), trade, region: upper?.code ?? "", place };
}

/**
 * 长沙岳麓星文化 is the brand 岳麓星: a district's short name must leave two letters for a brand, and a
 * county's short name in front as well (安泽瑞精密). A zone with nothing but trades behind it is a brand.
 */
function chooseCut(core: string, regions: readonly RegionCut[]): RegionCut | undefined {
  const possible = regions.filter(
    ({ end, isZone }) =>
      core.length - end >= 2 && !(isZone && lettersBeforeTrade(core.slice(end)) === 0),
  );
  return (
    possible.find(
      ({ end }) => fullName.test(core.slice(0, end)) || lettersBeforeTrade(core.slice(end)) !== 1,
    ) ?? possible.find(({ shortFrom }) => shortFrom !== 0)
  );
}

function endOfStreet(core: string, start: number): number {
  const [found = ""] = street.exec(core.slice(start)) ?? [];
  const end = start + found.length;
  return found !== "" && lettersBeforeTrade(core.slice(end)) >= 2 ? end : start;
}

function placeOf(core: string, end: number, code: string): string {
  return code === "" ? core.slice(0, end) : shortNameOf(code);
}

function readOther(name: string): NameParts {
  const { region, place, brand, industry, form, group } = readLatinName(name);
  const shown = brand === "" ? foldKey(name) : brand;
  const where = region === "" ? place : shortNameOf(region);
  return { region, place: where, brand: shown, industry, form, tail: "", group, isOfChina: false };
}

/** The folded name with its form in one writing; a bracket with a form or a region stays in it. */
function normOf(folded: string, whole: string, { hasAny, aliases }: ReadBrackets): string {
  return hasAny && aliases.length === 0 ? canonicalForm(folded) : whole;
}
