import { looksLikeName, isSurname, splitSurname } from "../person-name/surname.ts";
import { splitTitle } from "../person-name/title.ts";
import { splitNumbers } from "../phone/split-numbers.ts";
import type { RemarkContext } from "./level-vote.ts";
import { isTag, looksLikeCompany, regionAtStart, splitDepartment } from "./remark-words.ts";

/** The parts of a WeChat or WeCom remark, as written; "" for what it does not say. */
export interface Remark {
  readonly company: string;
  /** A full name ("张三"), or the surname when a title follows it ("王" of 王总). */
  readonly person: string;
  readonly title: string;
  readonly phones: readonly string[];
  readonly tags: readonly string[];
  /** "A" to "D". */
  readonly level: string;
  readonly region: string;
  readonly department: string;
  /** What fits nowhere else, parts joined by a space. */
  readonly note: string;
}

/** A, A级 and 【A】 in front. */
const level = /^[【[(]?([A-D])(?:[级类1-9])?(?:[】\])]|(?=[\s\-_|]|\p{Script=Han}))/u;
/** VIP张三 and 张三VIP: a tag beside a name. */
const besideVip =
  /S?VIP\d?(?!客户|会员|用户)(?=\p{Script=Han}{2,3}(?:$|[^\p{L}]))|(?<=(?:^|[^\p{L}])\p{Script=Han}{2,3})S?VIP\d?/giu;

type Draft = { -readonly [Part in keyof Remark]: Remark[Part] };

const webEmoji = /<(?:span|img)[^>]*>(?:<\/span>)?|<br\s*\/?>/gi;
const bracketEmoji = /\[\p{Script=Han}{1,4}\]/gu;
const pictures = /\p{Extended_Pictographic}|[\ue000-\uf8ff\ufe0f\u200d]/gu;
const statusMark = /[★☆●○▲△■◆♥]/;
const number =
  /(?:\+?86[- ]?)?(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<!\d)400-\d{3}-\d{4}(?!\d)/g;
const separator = /[\s\-–—_|/·@,，、;；:：()（）【】[\]《》]+/;

/**
 * Takes a remark apart by the grammar `[level][mark] name (separator part)*`.
 * `"张三-华东机电-采购部经理"` -> person 张三, company 华东机电, department 采购部, title 经理.
 * Nothing is guessed: a part that no rule knows goes to `note`. The context says whether the file has levels.
 */
export function parseRemark(text: string, context: RemarkContext = { hasLevels: true }): Remark {
  const draft = emptyDraft();
  const visible = text.replace(webEmoji, " ").replace(bracketEmoji, " ").replaceAll("&amp;", "&");
  const plain = visible.normalize("NFKC").replace(/\p{Cf}/gu, "");
  const hasMark = statusMark.test(plain);
  const words = takePhones(plain, draft)
    .replace(new RegExp(statusMark, "g"), " ")
    .replace(pictures, " ");
  const tokens = takeLevel(words.trim(), draft, context)
    .replace(besideVip, " $& ")
    .split(separator)
    .filter((token) => token !== "");
  if (hasMark && tokens.length === 1 && !looksLikeName(tokens[0] ?? "")) draft.tags = tokens;
  else for (const token of tokens) place(token, draft);
  return draft;
}

function emptyDraft(): Draft {
  const texts = {
    company: "",
    person: "",
    title: "",
    level: "",
    region: "",
    department: "",
    note: "",
  };
  return { ...texts, phones: [], tags: [] };
}

function takePhones(text: string, draft: Draft): string {
  draft.phones = (text.match(number) ?? []).flatMap((found) => splitNumbers(found).pieces);
  return text.replace(number, " ");
}

/** "A李总" is level A; "AA李总" and "0李总" only put the contact on top of the list. */
function takeLevel(text: string, draft: Draft, { hasLevels }: RemarkContext): string {
  const [whole, letter] = level.exec(text) ?? [];
  if (whole !== undefined && letter !== undefined) {
    draft.level = hasLevels ? letter : "";
    return text.slice(whole.length);
  }
  return text.replace(/^(?:(?:A{2,}|0+)[\s\-_]*)+(?=\p{Script=Han})/u, "");
}

/** 华东区, 采购部, 早餐店: letters of a place or a shop end no name. */
const notPerson = /[区部店厂省市县镇村路街组群]$|^[华东西中][东南西北中]$/;
const nickname = /^[小老阿](?![婆公妈爸爷奶])[\p{Script=Han}]$/u;
const relation = /^(?:房东|司机|物业|保安|中介|快递|外卖)$/;
/** 张总华宸精密 and 深圳华宸精密王总: a surname with a title on one side of a company. */
const titleBefore =
  /^(?<person>\p{Script=Han})(?<title>总|工|经理|主任|老板|老师|姐|哥)(?<company>\p{Script=Han}{4,})$/u;
const titleBehind =
  /^(?<company>\p{Script=Han}{4,})(?<person>\p{Script=Han})(?<title>总|工|经理|主任|老板|老师|姐|哥)$/u;

type Placement = (token: string, draft: Draft) => boolean;

/** In this order; the first that knows the token takes it. */
const placements: readonly Placement[] = [
  placeTag,
  placePersonWithTitle,
  placePersonAtCompany,
  placeDepartment,
  placeRegion,
  placeCompany,
  placePerson,
  placeRunTogether,
];

function place(token: string, draft: Draft): void {
  if (placements.some((placement) => placement(token, draft))) return;
  draft.note = draft.note === "" ? token : `${draft.note} ${token}`;
}

function placeTag(token: string, draft: Draft): boolean {
  if (!isTag(token)) return false;
  draft.tags = [...draft.tags, token];
  return true;
}

/** "王总", "张三经理", or a title by itself */
function placePersonWithTitle(token: string, draft: Draft): boolean {
  const [rest, title] = splitTitle(token);
  if (rest === "" && title.includes(draft.title)) draft.title = "";
  if (title === "" || draft.title !== "") return false;
  if (rest !== "" && !(draft.person === "" && (isSurname(rest) || looksLikeName(rest))))
    return false;
  if (rest !== "") draft.person = rest;
  draft.title = title;
  return true;
}

function placePersonAtCompany(token: string, draft: Draft): boolean {
  const found = personAtCompany(token);
  if (found === undefined || draft.person + draft.title + draft.company !== "") return false;
  Object.assign(draft, found);
  draft.region ||= regionAtStart(found.company);
  return true;
}

function personAtCompany(token: string): Pick<Remark, "person" | "title" | "company"> | undefined {
  const groups = (titleBefore.exec(token) ?? titleBehind.exec(token))?.groups;
  if (groups === undefined) return undefined;
  const { person = "", title = "", company = "" } = groups;
  return isSurname(person) && looksLikeCompany(company) ? { person, title, company } : undefined;
}

function placeDepartment(token: string, draft: Draft): boolean {
  const [department, rest] = splitDepartment(token) ?? [];
  if (department === undefined || rest === undefined || draft.department !== "") return false;
  const [before, title] = splitTitle(rest);
  if (before !== "") return false;
  draft.department = department;
  draft.title ||= title;
  return true;
}

function placeRegion(token: string, draft: Draft): boolean {
  const region = regionAtStart(token);
  if (region === "" || draft.region !== "") return false;
  if (!/^[省市]?$/.test(token.slice(region.length))) return false;
  draft.region = token;
  return true;
}

function placeCompany(token: string, draft: Draft): boolean {
  if (draft.company !== "" || !looksLikeCompany(token)) return false;
  draft.company = token;
  draft.region ||= regionAtStart(token);
  return true;
}

function placePerson(token: string, draft: Draft): boolean {
  if (draft.person !== "" || notPerson.test(token) || relation.test(token)) return false;
  if (!looksLikeName(token) && !nickname.test(token)) return false;
  draft.person = token;
  return true;
}

/** "张三华东机电采购": a name of two or three letters whose rest is a company, with a title or not */
function placeRunTogether(token: string, draft: Draft): boolean {
  const surname = splitSurname(token)?.surname;
  if (surname === undefined || draft.person !== "" || draft.company !== "") return false;
  for (const given of [2, 1]) {
    const person = token.slice(0, surname.length + given);
    const [company, title] = splitTitle(token.slice(person.length));
    if (!looksLikeName(person) || !looksLikeCompany(company)) continue;
    draft.person = person;
    draft.company = company;
    draft.title ||= title;
    return true;
  }
  return false;
}
