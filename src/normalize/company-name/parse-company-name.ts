import type { NameReading, ParsedCompanyName } from "../../model/parsed.ts";
import { foldKey } from "../../text/fold.ts";
import { isLetterOf, letterSet } from "../../text/letter-set.ts";
import { pinyinOf } from "../../text/pinyin.ts";
import { type Division, isWithin } from "../address/division.ts";
import { divisionOf, divisionsNamed, placeNameOf } from "../address/divisions.ts";
import { branchCompany, type NameWithBranch, splitBranch } from "./branches.ts";
import { canonicalForm, splitForm } from "./forms.ts";
import { readLatinName } from "./latin-name.ts";
import {
  codeOf,
  leadingRegions,
  type NameKind,
  type RegionCut,
  trailingRegion,
} from "./leading-region.ts";
import { readBank } from "./read-bank.ts";
import { type ReadBrackets, readBrackets } from "./read-brackets.ts";
import { type LedName, readCore } from "./read-core.ts";
import type { NameWithNotes } from "./split-notes.ts";
import { tradeLengthBefore } from "./trades.ts";

/** A parsed name with the key that its parts give. */
export interface ReadCompanyName {
  readonly parsed: ParsedCompanyName;
  readonly key: string;
}

const groupTail = /(?:企业集团|集团|投资控股|控股)$/;
const groupLetters = letterSet("团股");
const china = "中国";
const company = "公司";
const personName =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖潘袁蔡魏薛阎余杜戴钟汪姜范谭廖邹熊陆郝孔崔邱侯邵孟][\u4e00-\u9fff]{1,2}$/;
const shortestCut = 20;
const cutLengths: ReadonlySet<number> = new Set([shortestCut, 30]);
/** Hospitals, schools, offices: their long names are no brand with a trade inside. */
const institutions: ReadonlySet<string> = new Set(["inst", "ngo", "prof", "bank"]);
/** 华宸Inc.: an English form behind a Chinese name. */
const latinForm = /(?<=[\u4e00-\u9fff]{2})(?:co)?(?:ltd|limited|inc|llc|corp|gmbh)$/;
/** 深圳市市华宸; but 市政, 市场, 市民 begin with the letter. */
const doubledCity = /市市(?![政场民区内属容中立委级郊辖])/;
const city = "市".charCodeAt(0);
/** 巿, four strokes, that looks like 市. */
const oddCity = "巿".charCodeAt(0);
/** 松下电器中国有限公司: 中国 behind the trade says as much as (中国). */
const chinaBehind = /(?<=.{2})中国$/;
const japaneseForm = /^(?:株式会社|有限会社|合同会社)(?=.{2})/;
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
  const { head, branch: written } = splitPlacedBranch(splitBranch(whole), brackets);
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
    mayBeTruncated: parts.form === "" && branch === "" && hasCutLength(name),
    aliases: aliasesOf(aliases, brackets),
  };
  const { second } = parts;
  const whichever = second === undefined ? parsed : { ...parsed, second };
  return { parsed: whichever, key: keyOf(parts, branch) };
}

/** A letter outside the basic plane counts once. */
function hasCutLength(name: string): boolean {
  return name.length >= shortestCut && cutLengths.has([...name].length);
}

function aliasesOf(aliases: readonly string[], brackets: ReadBrackets): readonly string[] {
  if (aliases.length === 0) return brackets.aliases;
  return [...aliases.map((alias) => canonicalForm(foldKey(alias))), ...brackets.aliases];
}

/** 深圳华宸有限公司上海: a place behind the form that is elsewhere is what is left of 上海分公司. */
function splitPlacedBranch(name: NameWithBranch, brackets: ReadBrackets): NameWithBranch {
  const { head, branch } = name;
  const behind = branch === "" && brackets.region === "" ? placeBehindForm(head) : undefined;
  if (behind === undefined) return name;
  const place = head.slice(behind.end);
  return isElsewhere(place, head)
    ? { head: head.slice(0, behind.end), branch: place + branchCompany }
    : name;
}

/** Whatever place of that name is meant, it is neither in the region that the company's name begins with nor around it. */
function isElsewhere(place: string, name: string): boolean {
  const regions = leadingRegions(name).flatMap(({ division }) => division ?? []);
  const isNear = (division: Division): boolean =>
    regions.some((region) => isWithin(division, region) || isWithin(region, division));
  return regions.length > 0 && !divisionsNamed(place).some(isNear);
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
  if (!hasOddCity(name)) return name;
  const plain = name.includes("巿") ? name.replaceAll("巿", "市") : name;
  return plain.includes("市市") ? plain.replace(doubledCity, "市") : plain;
}

/** Whether a 市 or 巿 stands behind another one, or a 巿 alone. */
function hasOddCity(name: string): boolean {
  let before = 0;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    if (code === oddCity || (code === city && before === city)) return true;
    before = code;
  }
  return false;
}

/** Region, brand, trade, group, form but for companies, branch: what tells two entities apart. */
function keyOf(parts: NameParts, branch: string): string {
  const { place, brand, industry, group, tail, isOfChina } = parts;
  const places = place + (isOfChina ? china : "");
  const prefix = brand.startsWith(places) ? "" : places;
  let trade = "";
  for (const word of industry) trade += word;
  return prefix + brand + trade + group + tail + branchKey(branch);
}

/** 深圳市分公司 and 深圳分公司 are one branch. */
function branchKey(branch: string): string {
  const [cut] = branch === "" ? [] : leadingRegions(branch);
  return cut?.division === undefined ? branch : cut.division.placeName + branch.slice(cut.end);
}

/** 华宸有限公司深圳: a place behind the form stands there like one in brackets. */
function readHead(written: string, brackets: ReadBrackets): NameParts {
  const head = japaneseForm.test(written) ? movedForm(written) : written;
  const behind = brackets.region === "" ? placeBehindForm(head) : undefined;
  if (behind === undefined) return readHanName(head, brackets);
  const placed = { ...brackets, region: codeOf(behind), isRegionBehind: true };
  return readHanName(head.slice(0, behind.end), placed);
}

function placeBehindForm(name: string): RegionCut | undefined {
  if (name.endsWith(company)) return undefined;
  const rest = name.length - name.lastIndexOf(company) - company.length;
  const mayBePlace = rest >= 2 && rest <= 4;
  return mayBePlace ? trailingRegion(name, (before) => before.endsWith(company)) : undefined;
}

/** 株式会社华宸 is 华宸株式会社. */
function movedForm(name: string): string {
  const [form = ""] = japaneseForm.exec(name) ?? [];
  return name.slice(form.length) + form;
}

function readHanName(head: string, brackets: ReadBrackets): NameParts {
  const name = head.charCodeAt(head.length - 1) < 128 ? head.replace(latinForm, "") : head;
  const {
    core: whole,
    form,
    tail,
  } = name.endsWith("银行") ? { core: name, form: "bank", tail: "" } : splitForm(name);
  const withInner = whole.endsWith(china) ? whole.replace(chinaBehind, "") : whole;
  const isOfChina = brackets.isOfChina || withInner !== whole;
  const { group, trades, read } = readParts(withInner, form, brackets);
  return {
    region: read.region,
    place: read.place + secondPlace(read.region, brackets),
    brand: read.brand,
    industry: trades.length === 0 ? read.trade : [...read.trade, ...trades],
    form: brackets.form || form || (group === "" ? "" : "group"),
    tail: companyForms.has(form) ? "" : tail,
    group,
    isOfChina,
    second: read.second,
  };
}

interface Parts {
  readonly read: LedName;
  readonly group: string;
  /** Trades that look like a form: 超市 in 觅美生活超市网店. */
  readonly trades: readonly string[];
}

function readParts(name: string, form: string, brackets: ReadBrackets): Parts {
  if (name.endsWith("银行"))
    return { read: readBank(name, brackets.region), group: "", trades: [] };
  const behind = brackets.region === "" ? trailingRegion(name, endsInTrade) : undefined;
  const { core: withGroup, trades } = splitInnerForms(name.slice(0, behind?.end), form);
  const { core, group } = splitGroup(withGroup);
  const read = readCore(core, {
    code: behind === undefined ? brackets.region : codeOf(behind),
    kind: kindOf(form),
  });
  return { read, group: group === "" ? brackets.group : group, trades };
}

function kindOf(form: string): NameKind {
  return form === "gth" ? "trader" : institutions.has(form) ? "institution" : "company";
}

/** 北京盈科(上海)律师事务所 is not the firm in Beijing: a bracket that names another place stays in the key. */
function secondPlace(region: string, { region: other, isRegionBehind }: ReadBrackets): string {
  if (other === "" || region === "" || isRegionBehind || region === other) return "";
  const { province, city } = divisionOf(region) ?? {};
  return province?.code === other || city?.code === other ? "" : placeNameOf(other);
}

/** 华宸技术|上海: behind a trade or the word for a group stands a region, behind a brand only perhaps. */
function endsInTrade(before: string): boolean {
  return groupTail.test(before) || tradeLengthBefore(before, before.length) >= 2;
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
  if (!isLetterOf(groupLetters, core, core.length - 1)) return { core, group: "" };
  const [tail = ""] = groupTail.exec(core) ?? [];
  const short = core.slice(0, core.length - tail.length);
  if (tail === "" || short.length < 2) return { core, group: "" };
  return { core: short, group: tail.includes("集团") ? "集团" : "控股" };
}

function readOther(name: string): NameParts {
  const { region, place, brand, industry, form, group } = readLatinName(name);
  const shown = brand === "" ? foldKey(name) : brand;
  const where = region === "" ? place : placeNameOf(region);
  return { region, place: where, brand: shown, industry, form, tail: "", group, isOfChina: false };
}

/** The folded name with its form in one writing; a bracket with a form or a region stays in it. */
function normOf(folded: string, whole: string, { hasAny, aliases }: ReadBrackets): string {
  return hasAny && aliases.length === 0 ? canonicalForm(folded) : whole;
}
