import { gluedNote } from "./glued-note.ts";
import { foldKey } from "../../text/fold.ts";
import { isLetterOf, type LetterSet, letterSet } from "../../text/letter-set.ts";
import { isPlainLetter } from "../../text/plain-letter.ts";
import { leadingRegions, regionNamed } from "./leading-region.ts";
import { isRemark, isStatus, longestNoteWord } from "./name-notes.ts";
import { noteSigns, signsIn } from "./note-signs.ts";
import { replaceBrackets } from "./replace-brackets.ts";

export interface NameWithNotes {
  /** The name that is left, brackets as written. */
  readonly name: string;
  /** Other names of the same company that stand in the cell. */
  readonly aliases: readonly string[];
  /** Status words and the like that were set apart. */
  readonly notes: readonly string[];
}

/** A longer text is no name with something beside it. */
const longestNoted = 200;
/** Most names are nothing but a name: letters, without a word for another one. */
const mayHoldMore = /[^\u4e00-\u9fffA-Za-z0-9]|[名更及原暨等]|[司厂][A-Za-z]/;
const decoration = /^["'「『《“‘]+(?![^"'」』》”’]*["'」』》”’].)|["'」』》”’。.,，;；、\s]+$/g;
const openingQuotes = letterSet("\"'「『《“‘");
const label =
  /^(?:曾用名|(?:更名|变更|改名)前(?:名称|为)?|原名称?|旧名|又名|简称|别名|英文名?|[fan]\/?k\/?a\b|formerly|原)[为是]?[:：]?\s*/i;
/** What a label begins with, and what 现已更名 does. */
const labelBeginnings = letterSet("曾更变改原旧又简别英fanFAN");
const renamedBeginnings = letterSet("现已更改");
const renamed = /^(?:现?已?更名[为:：]*|现名[为:：]*|现?改名[为:：]*|现为)(?![前中])[:：]?\s*/;
const former =
  /^([^()]{4,}?)\s*[,，;；]?\s*(?:曾用名|原名|又名|简称|别名)[为是]?[:：]?\s*([^()]{2,})$/;
const successor =
  /^(.{4,}?)\s*(?:-+>|=+>|→|(?:现?已?更名|现?改名|变更)为|现名为?[:：]?)\s*(.{4,})$/;
const twoNames = /^(.{4,}?)\s*(?:[/／、;；|]|(?<=公司)(?:[暨及和与]|\s))\s*(.{4,})$/;
const latinBehind =
  /^(.*[公司集团厂行店院所])\s*[,，/-]?\s*([A-Za-z][A-Za-z0-9 .,&'-]{3,}[A-Za-z.])$/;
const phoneBehind = /^(.{4,}?)[\s,，;；/-]+(\+?[\d-]{7,})$/;
const tail = /^(.{2,}?)\s*(?:[-—–_|]+|\s)\s*([^-—–_|()\s]{1,12})$/u;
const head = /^([^-—–_|()\s:：]{1,12})\s*[-—–_|:：]+\s*(.{2,})$/u;
const setOff = /^(.{3,}?)\s*(?:[-—–_|,，;；/／·•]+|\s|(?=[^\p{L}\p{N}\p{P}\s]))\s*(.{1,24})$/u;
const heading =
  /^(?:(?:客户|公司|单位|企业|商户|供应商|工厂)(?:名称?|全称|抬头)?|名称|全称|[甲乙买卖供需购销]方(?:单位|名称)?|(?:开票|收货|付款|收款|发货|送货|合同|签约|最终)(?:抬头|名称|单位|公司|方|客户)?|(?:发票)?抬头)\s*[:：]\s*/;
const listNumber =
  /^(?:\d{1,3}[.、)]|(?:0\d+|\d{4,8}|[A-Za-z]{1,4}\d{3,8})\s*[-—_、:：\s])\s*(?=\p{Script=Han}{2})/u;
const subsidiaries = /及(?:其)?(?:下属|所属|旗下)?(?:子|分|关联)?(?:公司|企业|子企业|机构)$/;
const andOthers =
  /(?<=公司|集团|[厂店行院所])等(?:[\d一二三四五六七八九十两多几]+[家户个])?(?:公司|企业|单位)?$/;
const legalEnding =
  /(?:(?<![分支子])公司|集团|事务所|合作社|银行|医院|(?<!分)厂|(?<!分)店|中心|大学|学院|学校)$/;
/** What stands behind a parent's name and makes it an entity of its own. */
const ownEntity = /(?:公司|[厂店行所心社校院处站库室园场点队会人构]|部)$/;

/**
 * A name without what people wrote around it. `"华宸精密有限公司(曾用名:华晨精密)-已转出"` -> name
 * `"华宸精密有限公司"`, aliases `["华晨精密"]`, notes `["已转出"]`. Status words count only when a
 * bracket, a dash or a space sets them off: 原 or 合并 inside a name is part of it.
 */
export function splitNotes(text: string): NameWithNotes {
  const aliases: string[] = [];
  const notes: string[] = [];
  if (text.length > longestNoted) return { name: text, aliases, notes };
  if (!mayHoldMore.test(text)) {
    const [name, ...others] = gluedNote(text) ?? [text];
    return { name, aliases, notes: others };
  }
  // Whatever is taken away, no sign comes in.
  const signs = signsIn(text);
  let name = text;
  for (let before = ""; before !== name;) {
    before = name;
    name = withoutHead(withoutDecoration(name), notes);
    if (has(signs, bracket)) name = withoutBrackets(name, aliases, notes);
    name = withoutSecondName(withoutEnds(name, signs, notes), signs, aliases);
    if (has(signs, legal) && has(signs, setOffSigns)) name = withoutSetOff(name, notes);
  }
  return { name, aliases, notes };
}

const { dash, space, colon, comma, bracket, slash, and, legal, symbol } = noteSigns;
const setOffSigns = dash | comma | slash | space | symbol;

function has(signs: number, anyOf: number): boolean {
  return (signs & anyOf) !== 0;
}

function withoutDecoration(name: string): string {
  const isPlain = isPlainEnd(name.charCodeAt(name.length - 1));
  return isPlain && !isLetterOf(openingQuotes, name, 0) ? name : name.replace(decoration, "");
}

/** A letter, a digit or the end of a bracket. */
function isPlainEnd(code: number): boolean {
  return isPlainLetter(code) || code === 0x29;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A heading of the form (客户名称:), a list number or customer number, 原 before a full region. */
function withoutHead(text: string, notes: string[]): string {
  const plain = withoutHeading(text);
  if (plain !== text) return plain;
  const [number = ""] = text.charCodeAt(0) < 128 ? (listNumber.exec(text) ?? []) : [];
  if (number !== "" && /(?:公司|集团|[厂店行院所])(?:$|[^\p{L}])/u.test(text)) {
    return keep(text.slice(number.length), number.trim(), notes);
  }
  return isFormer(text) ? keep(text.slice(1), "原", notes) : text;
}

function withoutHeading(text: string): string {
  const plain = text.includes(":") || text.includes("：") ? text.replace(heading, "") : text;
  return plain.length >= 2 ? plain : text;
}

/** 原深圳市华宸公司; but 原平市 and 原阳县 are places, and 原 begins many a brand. */
function isFormer(text: string): boolean {
  if (!text.startsWith("原") || !/公司|厂$/.test(text)) return false;
  const [cut] = leadingRegions(text.slice(1));
  return (
    cut !== undefined &&
    /[省市]$/.test(text.slice(0, cut.end + 1)) &&
    leadingRegions(text).length === 0
  );
}

/** Two names in one cell: the one in use is the name, the other one an alias. */
function withoutSecondName(name: string, signs: number, aliases: string[]): string {
  const [found, other] = secondName(name, signs) ?? [name];
  if (other !== undefined) aliases.push(other);
  return found;
}

function secondName(name: string, signs: number): NameAndOther | undefined {
  const isJoined = has(signs, slash) || (has(signs, legal) && has(signs, and | space));
  return (
    (has(signs, noteSigns.renamed) ? renamedTo(name) : undefined) ??
    (has(signs, noteSigns.otherName) ? namedBefore(name) : undefined) ??
    (isJoined ? besideOther(name) : undefined) ??
    (has(signs, noteSigns.ending) ? besideLatin(name) : undefined)
  );
}

type NameAndOther = readonly [name: string, other: string];

function renamedTo(text: string): NameAndOther | undefined {
  const [, old = "", now = ""] = successor.exec(text) ?? [];
  return legalEnding.test(now) ? [now, old] : undefined;
}

function namedBefore(text: string): NameAndOther | undefined {
  const [, name = "", other = ""] = former.exec(text) ?? [];
  return other === "" ? undefined : [name, other];
}

function besideOther(text: string): NameAndOther | undefined {
  const [, name = "", other = ""] = twoNames.exec(text) ?? [];
  return legalEnding.test(name) && legalEnding.test(other) ? [name, other] : undefined;
}

/** 深圳华宸有限公司 HUACHEN CO.,LTD: the English name behind the Chinese one. */
function besideLatin(text: string): NameAndOther | undefined {
  const [, name = "", other = ""] = latinBehind.exec(text) ?? [];
  return legalEnding.test(name) && !isRemark(other) ? [name, other] : undefined;
}

function withoutBrackets(text: string, aliases: string[], notes: string[]): string {
  let current = "";
  const left = replaceBrackets(text, false, ({ inside, whole, isLast }) => {
    const content = inside.trim();
    const now = isLast ? withoutBeginning(content, renamedBeginnings, renamed) : content;
    if (isStatus(content) || (isLast && isRemark(content))) notes.push(content);
    else if (now !== content && now.length >= 4) current = now;
    else if (isOtherName(content, isLast)) aliases.push(content.replace(label, ""));
    else return content === "" ? "" : whole;
    return "";
  });
  return current === "" ? left : keep(current, left.trim(), aliases);
}

function withoutBeginning(text: string, beginnings: LetterSet, pattern: RegExp): string {
  return isLetterOf(beginnings, text, 0) ? text.replace(pattern, "") : text;
}

function isOtherName(content: string, isLast: boolean): boolean {
  const other = withoutBeginning(content, labelBeginnings, label);
  if (other !== content && other.length >= (content.startsWith("原") ? 4 : 2)) return true;
  return isLast && content.length > 4 && legalEnding.test(content);
}

function withoutEnds(name: string, signs: number, notes: string[]): string {
  const [found, note] = noteAtEnd(name, signs) ?? [name];
  if (note !== undefined) return keep(found, note, notes);
  if (!has(signs, noteSigns.others)) return name;
  return name.replace(subsidiaries, "").replace(andOthers, "");
}

function noteAtEnd(name: string, signs: number): NameAndOther | undefined {
  const last = name.charCodeAt(name.length - 1);
  return (
    (has(signs, dash | space) ? notedBehind(name) : wholeNote(name, signs)) ??
    (has(signs, dash | colon) ? notedBefore(name) : wholeNote(name, signs)) ??
    (isDigit(last) || last === hyphen ? phoned(name) : undefined) ??
    (has(signs, legal) ? gluedNote(name) : undefined)
  );
}

/** A cell with a note and no name. */
function wholeNote(text: string, signs: number): NameAndOther | undefined {
  const mayBeSeveral = has(signs, comma | slash | space);
  const mayBeNote = mayBeSeveral || text.length <= longestNoteWord;
  return mayBeNote && isStatus(text) ? ["", text] : undefined;
}

const hyphen = "-".charCodeAt(0);

function notedBehind(text: string): NameAndOther | undefined {
  const [, name = "", note = text] = tail.exec(text) ?? [];
  return isStatus(note) ? [name, note] : undefined;
}

function notedBefore(text: string): NameAndOther | undefined {
  const [, note = text, name = ""] = head.exec(text) ?? [];
  const isNote = isStatus(note) || (legalEnding.test(name) && isRemark(note));
  return isNote ? [name, note] : undefined;
}

function phoned(text: string): NameAndOther | undefined {
  const [, name = "", phone = ""] = phoneBehind.exec(text) ?? [];
  return phone === "" ? undefined : [name, phone];
}

/** Whatever a dash or an emoji sets off behind 公司, unless it is a place, a second name or an entity of its own. */
function withoutSetOff(text: string, notes: string[]): string {
  if (text.endsWith("公司")) return text;
  const [, name = "", written = ""] = setOff.exec(text) ?? [];
  const note = written.replace(/^[^\p{L}\p{N}]+/u, "");
  if (!/(?:公司|集团|事务所)$/.test(name) || note === "") return text;
  return isPartOfName(note) ? text : keep(name, note, notes);
}

function isPartOfName(note: string): boolean {
  if (ownEntity.test(note) && !isRemark(note)) return true;
  return /[()]|公司|[A-Za-z]{4}/.test(note) || regionNamed(foldKey(note)) !== undefined;
}

function keep(name: string, note: string, notes: string[]): string {
  notes.push(note);
  return name;
}
