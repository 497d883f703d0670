import type { ParsedCompanyName } from "../../model/parsed.ts";
import { foldKey } from "../../text/fold.ts";
import { pinyinOf } from "../../text/pinyin.ts";
import { type Division, isWithin } from "../address/division.ts";
import { divisionsNamed, placeNameOf } from "../address/divisions.ts";
import { branchCompany, isWholeCompany, type NameWithBranch, splitBranch } from "./branches.ts";
import { canonicalForm, isCanonical } from "./forms.ts";
import { readLatinName } from "./latin-name.ts";
import { leadingRegions } from "./leading-region.ts";
import { holds, holdsTwice, lettersOf, type NameLetters, nameLetters } from "./name-letters.ts";
import { noBrackets, type ReadBrackets, readBrackets } from "./read-brackets.ts";
import { china, type NameParts, placeBehindForm, readHead } from "./read-head.ts";
import type { NameWithNotes } from "./split-notes.ts";

/** A parsed name with the key that its parts give. */
export interface ReadCompanyName {
  readonly parsed: ParsedCompanyName;
  readonly key: string;
}

const personName =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖潘袁蔡魏薛阎余杜戴钟汪姜范谭廖邹熊陆郝孔崔邱侯邵孟][\u4e00-\u9fff]{1,2}$/;
const shortestCut = 20;
const cutLengths: ReadonlySet<number> = new Set([shortestCut, 30]);
/** 深圳市市华宸; but 市政, 市场, 市民 begin with the letter. */
const doubledCity = /市市(?![政场民区内属容中立委级郊辖])/;

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
  const text = brackets.hasAny ? brackets.text : folded;
  return parse({ name, folded, text, letters: lettersOf(text), brackets, aliases });
}

/** The same for a name of common Han letters with nothing beside it. */
export function parsePlainName(name: string, letters: NameLetters): ReadCompanyName {
  return parse({
    name,
    folded: name,
    text: name,
    letters,
    brackets: noBrackets,
    aliases: noBrackets.aliases,
  });
}

/** A name in the forms in which it is looked at. */
interface WrittenName {
  readonly name: string;
  readonly folded: string;
  /** Folded, without its brackets. */
  readonly text: string;
  /** What `text` holds. */
  readonly letters: NameLetters;
  readonly brackets: ReadBrackets;
  /** Other names that stood beside this one. */
  readonly aliases: readonly string[];
}

function parse({ name, folded, text, letters, brackets, aliases }: WrittenName): ReadCompanyName {
  const whole = inCanonicalForm(plainCity(text, letters), letters);
  const held = whole === text ? letters : lettersOf(whole);
  const { head, branch: written } = splitAnyBranch(whole, held, brackets);
  const parts = hasHan(head, held) ? readHead(head, held, brackets) : readOther(name);
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
  return { parsed: withSecond(parsed, parts), key: keyOf(parts, branch) };
}

function hasHan(head: string, letters: NameLetters): boolean {
  return holds(letters, nameLetters.other) ? /[\u3400-\u9fff]/.test(head) : head !== "";
}

function withSecond(parsed: ParsedCompanyName, { second }: NameParts): ParsedCompanyName {
  return second === undefined ? parsed : { ...parsed, second };
}

/** 深圳巿 and 深圳市市 for 深圳市. */
function plainCity(name: string, letters: NameLetters): string {
  const { city, oddCity } = nameLetters;
  const hasOdd = holds(letters, oddCity);
  if (!hasOdd && !holdsTwice(letters, city)) return name;
  const plain = hasOdd ? name.replaceAll("巿", "市") : name;
  return plain.includes("市市") ? plain.replace(doubledCity, "市") : plain;
}

function inCanonicalForm(name: string, letters: NameLetters): string {
  return isCanonical(name, letters) ? name : canonicalForm(name);
}

/** A letter outside the basic plane counts once. */
function hasCutLength(name: string): boolean {
  return name.length >= shortestCut && cutLengths.has([...name].length);
}

function aliasesOf(aliases: readonly string[], brackets: ReadBrackets): readonly string[] {
  if (aliases.length === 0) return brackets.aliases;
  return [...aliases.map((alias) => canonicalForm(foldKey(alias))), ...brackets.aliases];
}

function splitAnyBranch(
  whole: string,
  letters: NameLetters,
  brackets: ReadBrackets,
): NameWithBranch {
  if (isWholeCompany(whole, letters)) return { head: whole, branch: "" };
  const split = splitBranch(whole);
  const isWhole = split.branch === "" && brackets.region === "";
  return isWhole ? splitPlacedBranch(split.head, letters) : split;
}

/** 深圳华宸有限公司上海: a place behind the form that is elsewhere is what is left of 上海分公司. */
function splitPlacedBranch(head: string, letters: NameLetters): NameWithBranch {
  const behind = placeBehindForm(head, letters);
  const place = behind === undefined ? "" : head.slice(behind.end);
  return behind !== undefined && isElsewhere(place, head)
    ? { head: head.slice(0, behind.end), branch: place + branchCompany }
    : { head, branch: "" };
}

/** Whatever place of that name is meant, it is neither in the region that the company's name begins with nor around it. */
function isElsewhere(place: string, name: string): boolean {
  const regions = leadingRegions(name).flatMap(({ division }) => division ?? []);
  const isNear = (division: Division): boolean =>
    regions.some((region) => isWithin(division, region) || isWithin(region, division));
  return regions.length > 0 && !divisionsNamed(place).some(isNear);
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

function readOther(name: string): NameParts {
  const { region, place, brand, industry, form, group } = readLatinName(name);
  return {
    region,
    place: region === "" ? place : placeNameOf(region),
    brand: brand === "" ? foldKey(name) : brand,
    industry,
    form,
    tail: "",
    group,
    isOfChina: false,
    second: undefined,
  };
}

/** The folded name with its form in one writing; a bracket with a form or a region stays in it. */
function normOf(folded: string, whole: string, { hasAny, aliases }: ReadBrackets): string {
  return hasAny && aliases.length === 0 ? canonicalForm(folded) : whole;
}
