import words from "./data/note-words.json" with { type: "json" };

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
const mayHoldMore = /[^\u4e00-\u9fffA-Za-z0-9]|[名更及]/;
const noteWords: ReadonlySet<string> = new Set(words.flatMap((line) => line.split(" ")));
const decoration = /^["'「『《“‘]+|["'」』》”’。.,，;；、\s]+$/g;
const bracket = /[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/g;
const label = /^(?:曾用名|原名称?|旧名|又名|简称|别名|英文名?|原)[为是]?[:：]?\s*/;
const renamed = /^(?:现?已?更名为?|现名为?|现改名为?|改名为?|现为)[:：]?\s*/;
const former = /^(.{4,}?)\s*[,，;；]?\s*(?:曾用名|原名|又名|简称|别名)[为是]?[:：]?\s*(.{2,})$/;
const successor =
  /^(.{4,}?)\s*(?:-+>|=+>|→|(?:现?已?更名|现?改名|变更)为|现名为?[:：]?)\s*(.{4,})$/;
const twoNames = /^(.{4,}?)\s*[/／、]\s*(.{4,})$/;
const phoneBehind = /^(.{4,}?)[\s,，;；/-]+(\+?[\d-]{7,})$/;
const tail = /^(.{2,}?)\s*(?:[-—–_|]+|\s)\s*([^-—–_|()\s]{1,12})$/u;
const head = /^([^-—–_|()\s]{1,12})\s*[-—–_|]+\s*(.{2,})$/u;
const subsidiaries = /及(?:其)?(?:下属|所属|旗下)?(?:子|分|关联)?(?:公司|企业|子企业|机构)$/;
const legalEnding =
  /(?:(?<![分支子])公司|集团|事务所|合作社|银行|医院|(?<!分)厂|(?<!分)店|中心|大学|学院|学校)$/;

/**
 * A name without what people wrote around it. `"华宸精密有限公司(曾用名:华晨精密)-已转出"` -> name
 * `"华宸精密有限公司"`, aliases `["华晨精密"]`, notes `["已转出"]`. Status words count only when a
 * bracket, a dash or a space sets them off: 原 or 合并 inside a name is part of it.
 */
export function splitNotes(text: string): NameWithNotes {
  const aliases: string[] = [];
  const notes: string[] = [];
  if (text.length > longestNoted || !mayHoldMore.test(text)) return { name: text, aliases, notes };
  let name = text;
  for (let before = ""; before !== name;) {
    before = name;
    name = withoutBrackets(name.replace(decoration, ""), aliases, notes);
    name = withoutSecondName(withoutEnds(name, notes), aliases);
  }
  return { name, aliases, notes };
}

/** Two names in one cell: the one in use is the name, the other one an alias. */
function withoutSecondName(name: string, aliases: string[]): string {
  const [found, other] = renamedTo(name) ?? namedBefore(name) ?? besideOther(name) ?? [name];
  if (other !== undefined) aliases.push(other);
  return found;
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

function withoutBrackets(text: string, aliases: string[], notes: string[]): string {
  let current = "";
  const left = text.replace(bracket, (whole, inside: string, at: number) => {
    const content = inside.trim();
    const isLast = at + whole.length === text.length;
    const now = content.replace(renamed, "");
    if (isNote(content)) notes.push(content);
    else if (isLast && now !== content && now.length >= 4) current = now;
    else if (isOtherName(content, isLast)) aliases.push(content.replace(label, ""));
    else return content === "" ? "" : whole;
    return "";
  });
  return current === "" ? left : keep(current, left.trim(), aliases);
}

function isOtherName(content: string, isLast: boolean): boolean {
  const other = content.replace(label, "");
  if (other !== content && other.length >= 4) return true;
  return isLast && content.length > 4 && legalEnding.test(content);
}

function withoutEnds(name: string, notes: string[]): string {
  const [found, note] = notedBehind(name) ?? notedBefore(name) ?? phoned(name) ?? [name];
  if (note !== undefined) return keep(found, note, notes);
  return name.replace(subsidiaries, "");
}

function notedBehind(text: string): NameAndOther | undefined {
  const [, name = "", note = text] = tail.exec(text) ?? [];
  return isNote(note) ? [name, note] : undefined;
}

function notedBefore(text: string): NameAndOther | undefined {
  const [, note = text, name = ""] = head.exec(text) ?? [];
  return isNote(note) ? [name, note] : undefined;
}

function phoned(text: string): NameAndOther | undefined {
  const [, name = "", phone = ""] = phoneBehind.exec(text) ?? [];
  return phone === "" ? undefined : [name, phone];
}

function keep(name: string, note: string, notes: string[]): string {
  notes.push(note);
  return name;
}

/** Every part between commas is a status word: `原单一，已转出`. */
function isNote(text: string): boolean {
  return text.split(/[,，、;；/\s]+/).every((part) => noteWords.has(part));
}
