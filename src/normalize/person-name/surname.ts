import table from "./data/surnames.json" with { type: "json" };

const single: ReadonlySet<string> = new Set(table.single);
const common: ReadonlySet<string> = new Set(table.common);
const compound: ReadonlySet<string> = new Set(table.compound);

export interface SplitName {
  readonly surname: string;
  readonly given: string;
}

/** `"欧阳修"` -> 欧阳 + 修, `"王伟"` -> 王 + 伟; undefined when it does not start with a surname */
export function splitSurname(name: string): SplitName | undefined {
  const length = name.length >= 3 && compound.has(name.slice(0, 2)) ? 2 : 1;
  const surname = name.slice(0, length);
  return length === 2 || single.has(surname) ? { surname, given: name.slice(length) } : undefined;
}

/** `"王"`, `"欧阳"` -> true */
export function isSurname(text: string): boolean {
  return single.has(text) || compound.has(text);
}

/** `"王伟"` -> true: two or three letters after one of the 400 commonest surnames, or a compound one */
export function looksLikeName(text: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false;
  if (text.length >= 3 && compound.has(text.slice(0, 2))) return true;
  return text.length <= 3 && common.has(text.charAt(0));
}
