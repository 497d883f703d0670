import type { ParsedCompanyName } from "../../model/parsed.ts";
import { foldKey } from "../../text/fold.ts";
import { pinyinOf } from "../../text/pinyin.ts";
import { narrow } from "../../text/width.ts";
import { simplify } from "../../text/simplify.ts";
import { divisionOf } from "../address/divisions.ts";
import { readRegion } from "../address/read-region.ts";
import { splitForm } from "./forms.ts";
import { splitNotes } from "./split-notes.ts";
import { splitTrade } from "./trades.ts";

const branchTail =
  /^(.+?(?:公司|集团|厂|银行|中心|事务所))(.{2,}?(?:分公司|分厂|分店|分行|支行|办事处|营业部|门市部|经营部|代表处|分部|分所))$/;
const spaceBesideHan = /\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+/gu;
const bracket = /[([]([^)\]]*)[)\]]/g;
const group = /集团|控股|中国/;
const personSurname =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹][\u4e00-\u9fff]{1,2}$/;

/**
 * A company's name in its parts: region, brand 字号, trade, form, branch, brackets, aliases
 * (企业名称登记管理规定 art. 6). `"深圳华宸精密机械有限公司"` -> region 440300, brand `"华宸"`,
 * industry `["精密机械"]`, form `"llc"`. The brand is never empty while the name is not.
 */
export function parseCompanyName(text: string): ParsedCompanyName {
  const { name, aliases } = splitNotes(simplify(narrow(text)).replace(spaceBesideHan, ""));
  const [, head = name, branch = ""] = branchTail.exec(name) ?? [];
  const brackets = [...head.matchAll(bracket)].map(([, inside = ""]) => inside);
  const { core, form } = splitForm(head.replace(bracket, keepLegalBracket));
  const led = leadingRegion(core);
  const { brand, trade } = led.isBrand ? { brand: led.rest, trade: [] } : splitTrade(led.rest);
  const norm = foldKey(name);
  const key = foldKey(brand) || norm;
  return {
    kind: "company-name",
    norm,
    region: led.region || (brackets.map(regionOf).find((code) => code !== "") ?? ""),
    brand: key,
    brandPinyin: pinyinOf(key),
    industry: trade.map(foldKey),
    form,
    branch: foldKey(branch),
    isGroup: isGroup(core, form, brackets),
    isPersonName: personSurname.test(name),
    mayBeTruncated: text.length === 20 || text.length >= 30,
    aliases: aliases.map(foldKey),
  };
}

/** (有限合伙) and its like are part of the form; every other bracket is read by itself. */
function keepLegalBracket(whole: string): string {
  return /合伙|独资|个体/.test(whole) ? whole : "";
}

function isGroup(core: string, form: string, brackets: readonly string[]): boolean {
  return form.startsWith("group") || [core, ...brackets].some((part) => group.test(part));
}

interface Led {
  readonly region: string;
  readonly rest: string;
  /** The region belongs to the brand. */
  readonly isBrand: boolean;
}

/** The region in front, unless nothing but a trade would stay: 南京高科, 重庆钢铁 keep theirs. */
function leadingRegion(core: string): Led {
  const read = readRegion(core);
  if (read === undefined || read === "ambiguous") return { region: "", rest: core, isBrand: false };
  const named = core.slice(0, core.length - read.rest.length);
  if (isLikelyBrand(named, read.code)) return { region: "", rest: core, isBrand: false };
  const rest = read.rest.replace(/^(?:省|市|区|县)(?=.{2})/, "");
  const isBrand = rest.length < 2 || splitTrade(rest).brand === "";
  return { region: read.code, rest: isBrand ? core : rest, isBrand };
}

/** 金牛 and 宝山 are brands more often than counties; 昆山, a city, is not. */
function isLikelyBrand(named: string, code: string): boolean {
  const division = divisionOf(code);
  return !code.endsWith("00") && division?.short === named && !division.name.endsWith("市");
}

function regionOf(text: string): string {
  const read = readRegion(text);
  return read === undefined || read === "ambiguous" || read.rest !== "" ? "" : read.code;
}

/** The key of a name: short region, brand, trade and branch; the form does not count. */
export function companyKey({ region, brand, industry, branch, norm }: ParsedCompanyName): string {
  const place = divisionOf(`${region.slice(0, 4)}00`)?.short ?? divisionOf(region)?.short ?? "";
  const key = [brand.startsWith(place) ? "" : place, brand, ...industry, branch].join("");
  return key === "" ? norm : key;
}
