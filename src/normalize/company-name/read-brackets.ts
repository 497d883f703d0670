import { foldKey } from "../../text/fold.ts";
import { regionNamed } from "./leading-region.ts";

/** What the brackets of a name say, and the folded name around them. */
export interface ReadBrackets {
  /** Without the brackets that are read; others stay in their place. */
  readonly text: string;
  readonly region: string;
  readonly form: string;
  readonly branch: string;
  readonly isGroup: boolean;
  /** (中国): the Chinese company of a foreign parent. */
  readonly isOfChina: boolean;
  /** Sites and the like behind the name. */
  readonly aliases: readonly string[];
}

const pieces = /([([【〔])([^)\]】〕]*)(?:[)\]】〕]|$)/g;
const formByWords: Readonly<Record<string, string>> = {
  有限合伙: "lp",
  普通合伙: "gp",
  特殊普通合伙: "sgp",
  个人独资: "sole",
  个体工商户: "gth",
  个体户: "gth",
  个体: "gth",
  株: "jp",
};
const groupWords: ReadonlySet<string> = new Set(["中国", "集团", "控股"]);
const branchWords = /(?:分公司|分厂|分店|分行|支行|办事处|营业部|门市部|分部|分所|店)$/;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Reads the brackets of a name: region, form, group, branch. `"华宸(深圳)精密(有限合伙)"` -> text
 * `"华宸精密"`, region 440300, form "lp". A bracket nobody understands stays in the name, or is an
 * alias when it is the last thing in it.
 */
export function readBrackets(name: string): ReadBrackets {
  const found: Mutable<ReadBrackets> & { aliases: string[] } = {
    text: "",
    region: "",
    form: "",
    branch: "",
    isGroup: false,
    isOfChina: false,
    aliases: [],
  };
  if (!/[([【〔]/.test(name)) return { ...found, text: foldKey(name) };
  const text = name.replace(pieces, (whole, _open, inside: string, at: number) => {
    const content = foldKey(inside);
    if (readContent(content, found)) return "";
    if (at + whole.length < name.length || at === 0) return content;
    found.aliases.push(content);
    return "";
  });
  found.text = foldKey(text);
  return found;
}

/** Whether the bracket is understood; then its meaning is noted. */
function readContent(content: string, found: Mutable<ReadBrackets>): boolean {
  const form = formByWords[content] ?? "";
  const region = regionNamed(content);
  if (groupWords.has(content)) found.isGroup = true;
  else if (form !== "") found.form = form;
  else if (branchWords.test(content)) found.branch = content;
  else if (region !== "") found.region ||= region;
  else return content === "";
  found.isOfChina ||= content === "中国";
  return true;
}
