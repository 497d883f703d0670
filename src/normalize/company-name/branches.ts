import { isLetterOf, letterSet } from "../../text/letter-set.ts";
import { divisionsNamed } from "../address/divisions.ts";
import { leadingRegions } from "./leading-region.ts";
import { holds, holdsTwice, type NameLetters, nameLetters } from "./name-letters.ts";
import { tradeLengthBefore, tradesAtEnd } from "./trades.ts";

export interface NameWithBranch {
  readonly head: string;
  /** What stands behind the parent's name: `深圳分公司`. "" for the head entity. */
  readonly branch: string;
}

const company = "公司";
const parentForms = [company, "合伙企业", "事务所", "合作社"];
const ownParts = letterSet("分支子");
/** What the name of a branch ends in, unless it is a 超市. */
const branchEndings = letterSet("司厂店行所心社校院部厅处站库室坊馆园场构点队矿段城楼局会人");
/** WeCom and others cut names at twenty letters: what is left of 有限公司上海分公司 still tells a branch, and so does 分司. */
const cutBranch = /(?<=公司.{2,8})分[公司]?$/;
const cutEndings = letterSet("分公司");
/** 分公可, 分么司: one letter wrong, or two changed places. */
const mistypedBranch = /(?<=公司.{2,10})(?:分公[^司]|分[^公]司|分司公)$/;
/** What the place of a branch is completed by where the rest of its name is lost. */
export const branchCompany = "分公司";
const bankBranch = /^(.*?(?:银行|信用社))(.{2,}(?:支行|分行|营业部|营业厅|分理处|储蓄所))$/;
const ownBranch =
  /^(.{2,}?)(第?[一二三四五六七八九十\d]*(?:分公司|分厂|分店|分院|分校|分所|分部|分社|分中心|(?:驻华|常驻)?(?:(?<!街道|地区)办事处|代表处|代表机构)))$/;
const ownBranchLetters = /[分银]|信用社|[事表]处$|店$|机构$/;
const placedShop = /^(.{5,})(店)$/;

/** Most names end in their only 公司, and have no letter of another parent or of a branch: they are no branch. */
export function isWholeCompany(name: string, letters: NameLetters): boolean {
  if (holds(letters, nameLetters.parent) || !name.endsWith(company)) return false;
  const mayHaveTwo = holdsTwice(letters, nameLetters.company);
  return !mayHaveTwo || name.indexOf(company) === name.length - company.length;
}

/**
 * The parent's name and the branch behind it, both folded.
 * `"金牛源餐饮管理有限公司深圳分公司"` -> head `"金牛源餐饮管理有限公司"`, branch `"深圳分公司"`
 */
export function splitBranch(whole: string): NameWithBranch {
  const mayBeCut = isLetterOf(cutEndings, whole, whole.length - 1);
  const isNearly = whole.charAt(whole.length - 3) === "分";
  const uncut = mayBeCut ? whole.replace(cutBranch, branchCompany) : whole;
  const name = isNearly ? uncut.replace(mistypedBranch, branchCompany) : uncut;
  if (!endsInBranch(name)) return { head: name, branch: "" };
  const end = endOfParent(name);
  if (end > 0) return { head: name.slice(0, end), branch: name.slice(end) };
  if (!ownBranchLetters.test(name)) return { head: name, branch: "" };
  const [, bank = "", counter = ""] = bankBranch.exec(name) ?? [];
  return bank === "" ? splitOwnBranch(name) : { head: bank, branch: counter };
}

function endsInBranch(name: string): boolean {
  return isLetterOf(branchEndings, name, name.length - 1) || name.endsWith("超市");
}

/** 如家酒店|北京国贸店: the branch of a chain begins with its city, behind a trade word. */
function splitChainShop(name: string): NameWithBranch {
  for (let at = 4; at <= name.length - 5; at += 1) {
    if (tradeLengthBefore(name, at) < 2) continue;
    const rest = name.slice(at, -1);
    const [cut] = leadingRegions(rest).slice(-1);
    const isCity =
      cut !== undefined &&
      cut.division !== undefined &&
      cut.division.level < 3 &&
      cut.shortFrom < 0;
    if (isCity && rest.length - cut.end >= 2 && tradesAtEnd(rest, cut.end).letters > 0) {
      return { head: name.slice(0, at), branch: name.slice(at) };
    }
  }
  return { head: name, branch: "" };
}

/** Where the name of the parent ends, 0 when no branch stands behind a form. */
function endOfParent(name: string): number {
  for (const form of parentForms) {
    const end = endOfForm(name, form);
    if (end > 0 && end < name.length && isBranchBehind(name.slice(end))) return end;
  }
  return 0;
}

/** 税务师事务所|有限公司: a form behind a form makes no branch. */
function isBranchBehind(rest: string): boolean {
  return rest.length >= 2 && !/^(?:股份)?(?:有限)?公司$/.test(rest);
}

/**
 * A branch of a name without a form: 华宸面馆南山二分店, 华宸超市福田店; its place is known by the
 * division table, and a shop that no 分 tells for a branch needs one.
 */
function splitOwnBranch(name: string): NameWithBranch {
  const [, head = name, branch = ""] = ownBranch.exec(name) ?? placedShop.exec(name) ?? [];
  const place = branch === "" ? "" : placeAtEnd(head);
  if (branch === "店" && (place === "" || head.length - place.length < 3)) {
    return splitChainShop(name);
  }
  return { head: head.slice(0, head.length - place.length), branch: place + branch };
}

/** Behind the first form that is not itself a branch's: 分公司 and 子公司 end no parent's name. */
function endOfForm(name: string, form: string): number {
  let at = name.indexOf(form);
  while (at > 0 && isLetterOf(ownParts, name, at - 1)) at = name.indexOf(form, at + 1);
  return at < 2 ? -1 : at + form.length;
}

function placeAtEnd(head: string): string {
  for (let length = 4; length >= 2; length -= 1) {
    const place = head.slice(-length);
    if (head.length - length >= 2 && divisionsNamed(place).length > 0) return place;
  }
  return "";
}
