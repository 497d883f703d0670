import type { Language } from "../errors.ts";

/** What readers of files say of rows, and the same in Chinese. */
const chinese: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/^expected (\d+) cells, got (\d+)$/, "应为 $1 格, 实为 $2 格"],
  [/^quotes do not close$/, "引号没有配对"],
  [/^no line break for (\d+ MB)$/, "$1 内没有换行"],
  [/^the file ends in it$/, "文件在此中断"],
  [/^(\d+) rows?, the first is (\d+)$/, "$1 行, 首见于第 $2 行"],
  [/^(\d+) cells?, the first is ([A-Z]+\d+)$/, "$1 格, 首见于 $2"],
  [/^(\d+) rows?$/, "$1 行"],
  [/^(\d+) columns?$/, "$1 列"],
  [/^(\d+) cards?$/, "$1 张名片"],
  [/^(\d+) parts? found$/, "找到 $1 个部分"],
];

/** `"expected 2 cells, got 3"` -> `"应为 2 格, 实为 3 格"`; a detail that is not known stays. */
export function findingDetail(detail: string, language: Language): string {
  if (language === "en") return detail;
  const known = chinese.find(([pattern]) => pattern.test(detail));
  return known === undefined ? detail : detail.replace(known[0], known[1]);
}

/** What was guessed, left out or mended while a table was read. */
export interface NoteForPeople {
  readonly code: string;
  readonly value: string;
  readonly detail: string;
  readonly en: string;
  readonly zh: string;
}

/** `I107  台账  Numbers longer than 15 digits: ... (2 rows, the first is 6)` */
export function noteText(note: NoteForPeople, language: Language): string {
  const detail = findingDetail(note.detail, language);
  const about = detail === "" ? "" : ` (${detail})`;
  const words = [note.code, note.value, `${language === "zh" ? note.zh : note.en}${about}`];
  return words.filter((word) => word !== "").join("  ");
}
