import words from "./data/note-words.json" with { type: "json" };

export interface NameWithNotes {
  /** The name that is left, brackets as written. */
  readonly name: string;
  /** Other names of the same company that stand in the cell. */
  readonly aliases: readonly string[];
  /** Status words and the like that were set apart. */
  readonly notes: readonly string[];
}

const noteWords: ReadonlySet<string> = new Set(words.flatMap((line) => line.split(" ")));
const decoration = /^["'「『《“‘]+|["'」』》”’。.,，;；、\s]+$/g;
const bracket = /[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/g;
const label =
  /^(?:曾用名|原名称?|旧名|又名|简称|别名|现更名为?|现名|更名为?|英文名?|原)[为是]?[:：]?\s*/;
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
  let name = withoutBrackets(text, aliases, notes);
  for (let before = ""; before !== name;) {
    before = name;
    name = withoutEnds(name.replace(decoration, ""), notes);
  }
  return { name, aliases, notes };
}

function withoutBrackets(text: string, aliases: string[], notes: string[]): string {
  return text.replace(bracket, (whole, inside: string, at: number) => {
    const content = inside.trim();
    const isLast = at + whole.length === text.length;
    if (isNote(content)) notes.push(content);
    else if (isOtherName(content, isLast)) aliases.push(content.replace(label, ""));
    else return content === "" ? "" : whole;
    return "";
  });
}

function isOtherName(content: string, isLast: boolean): boolean {
  const other = content.replace(label, "");
  if (other !== content && other.length >= 4) return true;
  return isLast && content.length > 4 && legalEnding.test(content);
}

function withoutEnds(name: string, notes: string[]): string {
  const [, left = "", behind = ""] = tail.exec(name) ?? [];
  if (isNote(behind)) return keep(left, behind, notes);
  const [, before = "", right = ""] = head.exec(name) ?? [];
  if (isNote(before)) return keep(right, before, notes);
  return name.replace(subsidiaries, "");
}

function keep(name: string, note: string, notes: string[]): string {
  notes.push(note);
  return name;
}

/** Every part between commas is a status word: `原单一，已转出`. */
function isNote(text: string): boolean {
  return text.split(/[,，、;；/\s]+/).every((part) => noteWords.has(part));
}
