import type { ParsedCompanyName } from "../../model/parsed.ts";
import { foldKey } from "../../text/fold.ts";
import { pinyinOf } from "../../text/pinyin.ts";
import { shortNameOf } from "../address/divisions.ts";
import { splitBranch } from "./branches.ts";
import { canonicalForm, splitForm } from "./forms.ts";
import { readLatinName } from "./latin-name.ts";
import { leadingRegions, trailingRegion } from "./leading-region.ts";
import { type ReadBrackets, readBrackets } from "./read-brackets.ts";
import type { NameWithNotes } from "./split-notes.ts";
import { type BrandAndTrade, isTradeOnly, splitTrade } from "./trades.ts";

/** A parsed name with the key that its parts give. */
export interface ReadCompanyName {
  readonly parsed: ParsedCompanyName;
  readonly key: string;
}

const groupTail = /(?:企业集团|投资控股|集团|控股)$/;
const china = "中国";
const personName =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱郭何罗郑梁谢宋唐许韩冯邓曹彭曾肖潘袁蔡魏薛阎余杜戴钟汪姜范谭廖邹熊陆郝孔崔邱侯邵孟][\u4e00-\u9fff]{1,2}$/;
const cutLengths: ReadonlySet<number> = new Set([20, 30]);

/**
 * A company's name in its parts: region, brand 字号, trade, form, branch, brackets, aliases
 * (企业名称登记管理规定 art. 6). `"深圳华宸精密机械有限公司"` -> region 440300, brand `"华宸"`,
 * industry `["精密", "机械"]`, form `"llc"`. The brand is never empty while the name is not.
 */
export function parseCompanyName({ name, aliases }: NameWithNotes): ReadCompanyName {
  const brackets = readBrackets(name);
  const whole = canonicalForm(brackets.text);
  const { head, branch } = splitBranch(whole);
  const parts = /\p{Script=Han}/u.test(head) ? readHanName(head, brackets) : readOther(name);
  const places = [parts.place, brackets.isOfChina ? china : ""].join("");
  const full = { ...parts, branch: branch === "" ? brackets.branch : branch };
  const parsed: ParsedCompanyName = {
    kind: "company-name",
    norm: normOf(name, brackets),
    region: full.region,
    brand: full.brand,
    brandPinyin: pinyinOf(full.brand),
    industry: full.industry,
    form: full.form,
    branch: full.branch,
    isGroup: full.isGroup || brackets.isGroup,
    isPersonName: full.form === "" && full.industry.length === 0 && personName.test(whole),
    mayBeTruncated: full.form === "" && full.branch === "" && cutLengths.has([...name].length),
    aliases: [...aliases.map((alias) => canonicalForm(foldKey(alias))), ...brackets.aliases],
  };
  const prefix = full.brand.startsWith(places) ? "" : places;
  return { parsed, key: [prefix, full.brand, ...full.industry, full.branch].join("") };
}

interface NameParts {
  readonly region: string;
  /** The region as the key writes it: its short name, or the letters of one that is not certain. */
  readonly place: string;
  readonly brand: string;
  readonly industry: readonly string[];
  readonly form: string;
  readonly isGroup: boolean;
}

function readHanName(head: string, brackets: ReadBrackets): NameParts {
  const { core: withGroup, form } = splitForm(head);
  const core = withoutGroup(withGroup);
  const led = readLed(core);
  const [read, region, place] =
    led.region === "" && led.place === ""
      ? readTrailing(led, brackets)
      : [led, led.region, led.place];
  return {
    region,
    place,
    brand: read.brand,
    industry: read.trade,
    form: brackets.form === "" ? form : brackets.form,
    isGroup: core !== withGroup || head.startsWith(china),
  };
}

function withoutGroup(core: string): string {
  const short = core.replace(groupTail, "");
  return short.length >= 2 ? short : core;
}

interface LedName extends BrandAndTrade {
  readonly region: string;
  readonly place: string;
}

/**
 * The region in front, as deep as leaves a brand. Where nothing but a trade would stay (南京高科,
 * 重庆钢铁) the region is part of the brand as well.
 */
function readLed(core: string): LedName {
  const cuts = leadingRegions(core);
  for (const { end, code } of cuts) {
    const rest = core.slice(end);
    if (rest.length < 2 || isTradeOnly(rest)) continue;
    return { ...splitTrade(rest), region: code, place: placeOf(core, end, code) };
  }
  const whole = cuts.at(-1);
  if (whole === undefined) return { ...splitTrade(core), region: "", place: "" };
  const brand = placeOf(core, whole.end, whole.code) + core.slice(whole.end);
  return { brand, trade: [], region: whole.code, place: "" };
}

function placeOf(core: string, end: number, code: string): string {
  return code === "" ? core.slice(0, end) : shortNameOf(code);
}

/** No region in front: the one in brackets, or one between brand and form. */
function readTrailing(led: LedName, brackets: ReadBrackets): [BrandAndTrade, string, string] {
  if (brackets.region !== "") return [led, brackets.region, shortNameOf(brackets.region)];
  const cut = trailingRegion(led.brand);
  if (cut === undefined) return [led, "", ""];
  const before = splitTrade(led.brand.slice(0, cut.end));
  const read = { brand: before.brand, trade: [...before.trade, ...led.trade] };
  return [read, cut.code, shortNameOf(cut.code)];
}

function readOther(name: string): NameParts {
  const { brand, industry, form } = readLatinName(name);
  const isGroup = form === "group";
  return {
    region: "",
    place: "",
    brand: brand === "" ? foldKey(name) : brand,
    industry,
    form,
    isGroup,
  };
}

/** The folded name with its form in one writing; a bracket with a form or a region stays in it. */
function normOf(name: string, { text, aliases }: ReadBrackets): string {
  if (aliases.length > 0) return canonicalForm(text);
  return canonicalForm(foldKey(name));
}
