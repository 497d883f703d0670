import type { ParsedCompanyName } from "../../model/parsed.ts";
import { foldKey } from "../../text/fold.ts";
import { pinyinOf } from "../../text/pinyin.ts";
import { levelsOf, shortNameOf } from "../address/divisions.ts";
import { splitBranch } from "./branches.ts";
import { canonicalForm, splitForm } from "./forms.ts";
import { readLatinName } from "./latin-name.ts";
import { leadingRegions, type NameKind, type RegionCut, trailingRegion } from "./leading-region.ts";
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
/** 浙江|大学: the region belongs to the name of the university. */
/** 华宸Inc.: an English form behind a Chinese name. */
const latinForm = /(?<=[\u4e00-\u9fff]{2})(?:co)?(?:ltd|limited|inc|llc|corp|gmbh)$/;
const fullName = /[省市区县旗州盟镇乡村园]$/;
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
  const whole = canonicalForm(brackets.text);
  const { head, branch: written } = splitBranch(whole);
  const parts = /[\u3400-\u9fff]/.test(head) ? readHanName(head, brackets) : readOther(name);
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
    isGroup: parts.group !== "" || brackets.isOfChina || head.startsWith(china),
    isPersonName: parts.form === "" && parts.industry.length === 0 && personName.test(whole),
    mayBeTruncated: parts.form === "" && branch === "" && cutLengths.has([...name].length),
    aliases: [...aliases.map((alias) => canonicalForm(foldKey(alias))), ...brackets.aliases],
  };
  return { parsed, key: keyOf(parts, branch, brackets.isOfChina) };
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
}

/** Region, brand, trade, group, form but for companies, branch: what tells two entities apart. */
function keyOf(parts: NameParts, branch: string, isOfChina: boolean): string {
  const { place, brand, industry, group, tail } = parts;
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

function readHanName(head: string, brackets: ReadBrackets): NameParts {
  const { core: withInner, form, tail } = splitForm(head.replace(latinForm, ""));
  const behind = brackets.region === "" ? trailingRegion(withInner, endsInTrade) : undefined;
  const { core: withGroup, trades } = splitInnerForms(withInner.slice(0, behind?.end), form);
  const { core, group: ownGroup } = splitGroup(withGroup);
  const group = ownGroup === "" ? brackets.group : ownGroup;
  const read = readCore(core, { code: behind?.code ?? brackets.region, kind: kindOf(form) });
  const { region, place, brand, trade } = read;
  return {
    region,
    place: place + secondPlace(region, brackets),
    brand,
    industry: [...trade, ...trades],
    form: brackets.form || form || (group === "" ? "" : "group"),
    tail: companyForms.has(form) ? "" : tail,
    group,
  };
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
  const led = readLed(core, elsewhere);
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

interface LedName extends BrandAndTrade {
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
    return { ...splitTrade(core, mayCut), region: regions.at(-1)?.code ?? "", place: "" };
  }
  const { end, code, shortFrom } = cut;
  const rest = core.slice(end);
  const place = placeOf(core, end, code);
  const words = lettersBeforeTrade(rest) === 0 ? tradeWordsOnly(rest) : undefined;
  if (university.test(rest)) return { brand: place + rest, trade: [], region: code, place };
  if (words === undefined) return { ...splitTrade(rest, mayCut), region: code, place };
  if (shortFrom >= 0) return readShortCounty(core, cut, words);
  const [brand = "", ...trade] = words;
  if (trade.length > 0) return { brand, trade, region: code, place };
  return { brand: place + rest, trade: [], region: code, place };
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

/** 长沙岳麓星文化 is the brand 岳麓星: a district's short name must leave two letters for a brand. */
function chooseCut(core: string, regions: readonly RegionCut[]): RegionCut | undefined {
  const possible = regions.filter(({ end }) => core.length - end >= 2);
  return (
    possible.find(
      ({ end }) => fullName.test(core.slice(0, end)) || lettersBeforeTrade(core.slice(end)) !== 1,
    ) ?? possible[0]
  );
}

function placeOf(core: string, end: number, code: string): string {
  return code === "" ? core.slice(0, end) : shortNameOf(code);
}

function readOther(name: string): NameParts {
  const { region, brand, industry, form } = readLatinName(name);
  const group = form === "group" ? "集团" : "";
  const shown = brand === "" ? foldKey(name) : brand;
  return { region, place: shortNameOf(region), brand: shown, industry, form, tail: "", group };
}

/** The folded name with its form in one writing; a bracket with a form or a region stays in it. */
function normOf(folded: string, whole: string, { hasAny, aliases }: ReadBrackets): string {
  return hasAny && aliases.length === 0 ? canonicalForm(folded) : whole;
}
