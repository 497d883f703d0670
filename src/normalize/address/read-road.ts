import { holdsLetterOf, letterSet } from "../../text/letter-set.ts";
import { chineseNumber } from "../amount/chinese-number.ts";

/** A road with its number; "" for what the text does not say. */
export interface RoadAndNumber {
  readonly road: string;
  /** `12`, `88-3` for 88弄3号 and for 88号之3. */
  readonly number: string;
}

export const nowhere: RoadAndNumber = { road: "", number: "" };
const site =
  /^(?:.{0,12}?(?:开发区|高新区|工业园区|产业园区|工业园|科技园|园区|新区|保税区)|.{1,12}?(?:街道办事处|街道|办事处|(?<!乡)镇(?![江海远安])|乡(?![镇村])|苏木|社区|行政村|村委会|村|组))(?=.{3})(?!大街|大道|[东南西北中]?[路街])/u;
/** Without one of them there is no site. */
const siteLetters = letterSet("区园街处镇乡木村会组");
const roadWord = "(?:大道|大街|公路|马路|环路|路|街|道|巷|弄|胡同|里)";
const section = "(?:[东南西北中一二三四五六七八九十]+段)?";
const aside = "(?:[东南西北]侧|口|与.{1,8}?交[汇叉][处口]?[^\\d]{0,3})?";
const house =
  "第?(\\d+|[一二三四五六七八九十百零〇]+)(?:[-之](\\d+))?(?:弄(?:(\\d+)(?=号))?|(?:号|#)(?:之(\\d+))?)?";
const numbered = new RegExp(
  `^.*?([\\p{Script=Han}\\d]{1,8}?${roadWord}${section})${aside}${house}`,
  "u",
);
const numberless = new RegExp(
  `^([\\p{Script=Han}\\d]{1,8}?(?:大道|大街|公路|路|街(?![道镇办])|巷|胡同)${section})`,
  "u",
);

/**
 * Road and house number behind the region of an address, towns and parks aside.
 * `"沙井街道科技路一号3楼"` -> road `"科技路"`, number "1"; `"张江路88弄12号"` -> number "88-12"
 */
export function readRoad(text: string): RoadAndNumber {
  const rest = withoutSites(text.includes("號") ? text.replaceAll("號", "号") : text);
  const found = numbered.exec(rest);
  if (found === null) return { road: numberless.exec(rest)?.[1] ?? "", number: "" };
  let number = arabic(found[2] ?? "");
  for (let at = 3; at < found.length; at += 1) {
    if (found[at] !== undefined) number += `-${found[at]}`;
  }
  return { road: found[1] ?? "", number };
}

function withoutSites(text: string): string {
  let rest = text;
  for (let before = ""; before !== rest && holdsLetterOf(siteLetters, rest);) {
    before = rest;
    rest = rest.replace(site, "");
  }
  return rest;
}

function arabic(house: string): string {
  return /^\d/.test(house) ? house : String(chineseNumber(house) ?? house);
}
