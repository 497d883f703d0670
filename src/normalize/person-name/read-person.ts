import type { ParsedPerson } from "../../model/parsed.ts";
import { foldKey } from "../../text/fold.ts";
import { holdsLetterOf, isLetterOf, letterSet } from "../../text/letter-set.ts";
import { pinyinOf } from "../../text/pinyin.ts";
import { isPlainHan } from "../../text/plain-han.ts";
import { bareName } from "./beside-name.ts";
import { isSurname, splitSurname } from "./surname.ts";
import { genderOf, splitTitle } from "./title.ts";

const notNames = /公司|集团|有限|软件|总代|招聘|客服热线|\d{3}/;
/** Of each of its words that is made of Han letters. */
const notNameLetters = letterSet("公集有软总招客");
const nobody: ReadonlySet<string> = new Set([
  "他",
  "她",
  "本人",
  "前台",
  "总机",
  "联系人",
  "负责人",
]);
/** 张*三, 张××: letters of the name are hidden. */
const masked = /[*×＊]/;
/** 销售部, 客服中心: a part of a company. */
const department =
  /^(?:销售|采购|市场|财务|技术|客服|售后|行政|人事|生产|研发|工程|业务|品质|物流|仓储|综合|招商|运营|商务|法务|信息|后勤)(?:一|二|三)?(?:部|科|处|室|组|部门|中心)$/;
const departmentEndings = letterSet("部科处室组门心");
const nickname = /^[小老阿](?=\p{Script=Han}$)/u;
const nicknameLetters = letterSet("小老阿");

const honorific = /^(mr|mrs|ms|miss|dr|prof)\b\.?\s+(.+)$/i;
const unnamed = /^某{1,2}$/;

export interface PersonReading {
  /** undefined for what is no person's name. */
  readonly parsed: ParsedPerson | undefined;
  /** Code of the finding, "" when there is none. */
  readonly code: string;
}

/**
 * A person as people write one down, or the code of the reason why it is none.
 * `"王经理"` -> surname 王, title 经理, no given name; `"张三先生"` -> 张 三, male; `"采购部李娜"` -> 李 娜
 * with the finding that more stands beside the name
 */
export function readPerson(text: string): PersonReading {
  if (text !== "" && text.length <= 3 && isPlainHan(text)) return readName(text, "");
  const { name, title, asides, gender } = bareName(text);
  if (masked.test(name)) return none("N707");
  const read = withGender(readName(name, title), gender);
  return read.code === "" && asides.length > 0 ? { ...read, code: "N706" } : read;
}

function withGender(read: PersonReading, gender: ParsedPerson["gender"]): PersonReading {
  if (gender === "" || read.parsed === undefined) return read;
  return { ...read, parsed: { ...read.parsed, gender } };
}

function readName(text: string, title: string): PersonReading {
  const key = foldKey(text);
  if (nobody.has(key) || isDepartment(key)) return none("N704");
  if (key === "" || !isPlainHan(key)) return readMixed(text, key, title);
  if (holdsLetterOf(notNameLetters, key) && notNames.test(key)) return none("N703");
  return text.includes("·") ? found(wholeName(text, key)) : readWithTitle(key, title);
}

/** A name with other letters than common Han ones. */
function readMixed(text: string, key: string, title: string): PersonReading {
  if (!/\p{L}/u.test(key)) return none("N704");
  if (notNames.test(key)) return none("N703");
  if (/[·]/.test(text) || !/\p{Script=Han}/u.test(key)) return found(wholeName(text, key));
  return readWithTitle(key.replace(/^[a-z]+(?=\p{Script=Han})/u, ""), title);
}

function isDepartment(key: string): boolean {
  return isLetterOf(departmentEndings, key, key.length - 1) && department.test(key);
}

function readWithTitle(han: string, title: string): PersonReading {
  const [rest, ownTitle] = splitTitle(han);
  if (rest === "") return none("N704");
  const shown = ownTitle === "" ? title : ownTitle.toLowerCase();
  const name = isLetterOf(nicknameLetters, rest, 0) ? rest.replace(nickname, "") : rest;
  const parsed = readHan(name, shown);
  return parsed === undefined ? none("N703") : found(parsed);
}

function none(code: string): PersonReading {
  return { parsed: undefined, code };
}

function found(parsed: ParsedPerson): PersonReading {
  return { parsed, code: "" };
}

/** Names of other peoples stay whole: which part is the family's cannot be told; "Dr. Wang" is a surname. */
function wholeName(text: string, key: string): ParsedPerson {
  const [, title = "", name = ""] = honorific.exec(text.trim()) ?? [];
  if (title === "") return person({ surname: "", given: key, title: "" });
  const folded = foldKey(name);
  const isSurnameOnly = !/\s/.test(name.trim());
  return person({
    surname: isSurnameOnly ? folded : "",
    given: isSurnameOnly ? "" : folded,
    title: title.toLowerCase(),
  });
}

function readHan(name: string, title: string): ParsedPerson | undefined {
  if (isSurname(name)) return person({ surname: name, given: "", title });
  const split = isHanName(name) ? splitSurname(name) : undefined;
  if (split !== undefined) {
    // 王某 is nobody in particular.
    return person({ ...split, given: unnamed.test(split.given) ? "" : split.given, title });
  }
  return name.length <= 4 ? person({ surname: "", given: name, title }) : undefined;
}

/** Two to four Han letters. */
function isHanName(name: string): boolean {
  if (!isPlainHan(name)) return /^\p{Script=Han}{2,4}$/u.test(name);
  return name.length >= 2 && name.length <= 4;
}

function person(name: { surname: string; given: string; title: string }): ParsedPerson {
  const pinyin = pinyinOf(name.surname + name.given);
  return { kind: "person", ...name, gender: genderOf(name.title), pinyin };
}
