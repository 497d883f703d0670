import { foldKey } from "../../text/fold.ts";
import { regionNamed } from "./leading-region.ts";
import { replaceBrackets } from "./replace-brackets.ts";

/** What the brackets of a name say, and the folded name around them. */
export interface ReadBrackets {
  /** Whether there is a bracket at all. */
  readonly hasAny: boolean;
  /** The folded name without the brackets that are read; others stay in their place. "" where there is no bracket. */
  readonly text: string;
  readonly region: string;
  /** The region stands behind the whole name: as likely where somebody sits as part of the name. */
  readonly isRegionBehind: boolean;
  readonly form: string;
  readonly branch: string;
  /** "集团" or "控股" in a bracket before the form; behind it people only remark that there is a group. */
  readonly group: string;
  /** (中国): the Chinese company of a foreign parent. */
  readonly isOfChina: boolean;
  /** Sites and the like behind the name. */
  readonly aliases: readonly string[];
}

const formByWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    有限合伙: "lp",
    普通合伙: "gp",
    特殊普通合伙: "sgp",
    个人独资: "sole",
    个体工商户: "gth",
    个体户: "gth",
    个体: "gth",
    株: "jp",
    有: "jp",
    주: "kr",
  }),
);
const groupWords: ReadonlySet<string> = new Set(["集团", "控股"]);
const branchWords = /(?:分公司|分厂|分店|分行|支行|办事处|营业部|门市部|分部|分所|店)$/;

const site = /(?:园|园区|基地|厂区|开发区|高新区|新区)$/;

/** What a name without any says. */
export const noBrackets: ReadBrackets = {
  hasAny: false,
  text: "",
  region: "",
  isRegionBehind: false,
  form: "",
  branch: "",
  group: "",
  isOfChina: false,
  aliases: [],
};

/** ㈱ is (株) in one letter. */
const oneLetterForm = /[㈱㈲㈜]/g;
const bracketed = (form: string): string => form.normalize("NFKC");

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Reads the brackets of a name: region, form, group, branch. `"华宸(深圳)精密(有限合伙)"` -> text
 * `"华宸精密"`, region 440300, form "lp". A bracket nobody understands stays in the name, or is an
 * alias when it is the last thing in it.
 */
export function readBrackets(name: string, folded: string): ReadBrackets {
  // A folded name has no brackets.
  if (name === folded || !/[([【〔㈱㈲㈜]/.test(name)) return noBrackets;
  const found: Mutable<ReadBrackets> & { aliases: string[] } = {
    ...noBrackets,
    hasAny: true,
    aliases: [],
  };
  const plain = /[㈱㈲㈜]/.test(name) ? name.replace(oneLetterForm, bracketed) : name;
  const text = replaceBrackets(plain, true, ({ inside, whole, start }) => {
    const content = foldKey(inside);
    const isInside = start + whole.length < name.length;
    if (readContent(content, found, isInside)) return "";
    if (isInside || start === 0) return content;
    found.aliases.push(content);
    return "";
  });
  found.text = foldKey(text);
  return found;
}

/** Whether the bracket is understood; then its meaning is noted. */
function readContent(content: string, found: Mutable<ReadBrackets>, isInside: boolean): boolean {
  const form = formByWords.get(content) ?? "";
  if (content === "中国") found.isOfChina = true;
  else if (groupWords.has(content)) found.group = isInside ? content : found.group;
  else if (form !== "") found.form = form;
  else if (branchWords.test(content)) found.branch = content;
  else return content === "" || readPlace(content, found, isInside);
  return true;
}

/** (深圳) is a region, (龙岗工业园) behind the name only a site. */
function readPlace(content: string, found: Mutable<ReadBrackets>, isInside: boolean): boolean {
  const region = isInside || !site.test(content) ? regionNamed(content) : undefined;
  if (region === undefined) return false;
  found.isRegionBehind = found.region === "" ? !isInside : found.isRegionBehind;
  found.region ||= region.code;
  return true;
}
