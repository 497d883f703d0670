import type { Language } from "../errors.ts";

/** What readers of files say of a row that they set aside, and the same in Chinese. */
const chinese: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/^expected (\d+) cells, got (\d+)$/, "应为 $1 格, 实为 $2 格"],
  [/^quotes do not close$/, "引号没有配对"],
  [/^no line break for (\d+ MB)$/, "$1 内没有换行"],
  [/^the file ends in it$/, "文件在此中断"],
];

/** `"expected 2 cells, got 3"` -> `"应为 2 格, 实为 3 格"`; a detail that is not known stays. */
export function findingDetail(detail: string, language: Language): string {
  if (language === "en") return detail;
  const known = chinese.find(([pattern]) => pattern.test(detail));
  return known === undefined ? detail : detail.replace(known[0], known[1]);
}
