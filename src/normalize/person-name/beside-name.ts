import { looksLikeName } from "./surname.ts";
import { isTitle, splitTitle } from "./title.ts";

/** A name without what people write beside it. */
export interface BareName {
  readonly name: string;
  /** A title that stood apart from the name: in brackets, in front of it. */
  readonly title: string;
  /** Departments, phones and remarks that take no part in the name. */
  readonly asides: readonly string[];
  /** "male" or "female" where 男 or 女 stands beside the name. */
  readonly gender: "male" | "female" | "";
}

const label =
  /^(?:姓名|联系人(?:姓名)?|负责人|收[件货]人|经办人|业务员|客户|法人(?:代表)?|法定代表人|采购|财务|销售|对接人|签约人|授权人)\s*[:：]\s*/;
/** 联系人张三, without a colon; but 联 is a surname of nobody. */
const plainLabel = /^(?:姓名|联系人|收[件货]人|经办人|对接人)(?=\p{Script=Han}{2,3}$)/u;
/** 张三 Sam, Sam张三: the Latin name beside the Chinese one. */
const latinBeside =
  /^(\p{Script=Han}{2,4})\s*([A-Za-z][A-Za-z.]*)$|^([A-Za-z][A-Za-z.]*)\s*[(（]?(\p{Script=Han}{2,4})[)）]?$/u;
const sex = /[\s(（,，/-]+([男女])[)）]?$/;
const phone = /\s*\+?\d[\d\s-]{5,}\d\s*/;
const bracket = /[(（【[]([^()（）【】[\]]*)[)）】\]]/g;
const department =
  /^(\p{Script=Han}{1,5}?(?:部门|部|科|处|办公室|中心|车间|项目组|组))(?=\p{Script=Han}{2,})/u;
const eitherSex = /(先生|女士|小姐)\/(?:先生|女士|小姐)$/;
const dash = /^(.+?)\s*[-—–_|]+\s*(\S.*)$/u;

/**
 * `"采购部张经理"` -> name "张经理", aside "采购部"; `"张经理（采购）"` -> name "张经理", title "采购";
 * `"销售总监王芳"` -> name "王芳", title "销售总监". A name with nothing beside it comes back as it is.
 */
export function bareName(text: string): BareName {
  const asides: string[] = [];
  let title = "";
  const set = (aside: string): string => {
    asides.push(aside.trim());
    return " ";
  };
  const gender = genderBeside(text);
  let name = withoutLabels(gender === "" ? text : text.replace(sex, ""));
  if (/[\d/@]/.test(name)) {
    name = name
      .replace(phone, set)
      .replace(eitherSex, "")
      .replace(/@\p{Script=Han}.*$/u, set);
  }
  name = withoutLatin(name, set).replace(bracket, (_whole, inside: string) => {
    const own = titleIn(inside);
    if (own !== "" && title === "") title = own;
    else set(inside);
    return " ";
  });
  const [undashed, behind] = withoutDash(name.trim(), set);
  const [before, after] = titleInFront(withoutDepartment(undashed, set));
  return { name: after, title: title || behind || before, asides, gender };
}

function withoutLabels(text: string): string {
  const bare = /[:：]/.test(text) ? text.replace(label, "") : text;
  return /^[姓联收经对]/.test(bare) ? bare.replace(plainLabel, "") : bare;
}

function genderBeside(text: string): BareName["gender"] {
  if (!/[男女]/.test(text)) return "";
  const [, found] = sex.exec(text) ?? [];
  return found === undefined ? "" : found === "男" ? "male" : "female";
}

/** 经理, and the 经理 of 采购部经理. */
function titleIn(text: string): string {
  if (isTitle(text)) return text;
  const [rest, title] = splitTitle(text);
  return /[部科处室组]$/.test(rest) ? title : "";
}

function withoutLatin(name: string, set: (aside: string) => string): string {
  if (!/[A-Za-z]/.test(name)) return name;
  const [, han, behind = "", before = "", other = ""] = latinBeside.exec(name.trim()) ?? [];
  const [person, latin] = han === undefined ? [other, before] : [han, behind];
  if (!looksLikeName(person)) return name;
  set(latin);
  return person;
}

/** 张三-采购, 采购主管-张三: the name, and a title on the other side of the dash. */
function withoutDash(
  name: string,
  set: (aside: string) => string,
): readonly [name: string, title: string] {
  if (!/[-—–_|]/.test(name)) return [name, ""];
  const [, first = "", rest = ""] = dash.exec(name) ?? [];
  if (looksLikeName(rest) && isTitle(first)) return [rest, first];
  if (!looksLikeName(first)) return [name, ""];
  if (isTitle(rest)) return [first, rest];
  set(rest);
  return [first, ""];
}

function withoutDepartment(name: string, set: (aside: string) => string): string {
  if (!/[部科处室心间组]/.test(name)) return name;
  const [, found = ""] = department.exec(name.replace(/\s+/g, "")) ?? [];
  const rest = name.replace(/\s+/g, "").slice(found.length);
  const [person] = splitTitle(rest);
  if (found === "" || looksLikeName(found) || !(looksLikeName(person) || person.length === 1))
    return name;
  set(found);
  return rest;
}

/** `"总经理助理李娜"` -> ["总经理助理", "李娜"]: what is left must look like a full name. */
function titleInFront(name: string): readonly [title: string, rest: string] {
  for (const length of [2, 3]) {
    const [title, rest] = [name.slice(0, -length), name.slice(-length)];
    if (title.length >= 2 && isTitle(title) && looksLikeName(rest)) return [title, rest];
  }
  return ["", name];
}
