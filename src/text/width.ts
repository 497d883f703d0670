/**
 * NFKC but for the letters where it does harm: enclosed numbers would glue to what follows
 * ("①138" -> "1138"), fractions and accents standing alone would fall apart.
 */
const kept = /[\u2460-\u249b\u24ea-\u24ff\u00bc-\u00be\u00b4\u00a8\u2026\u2150-\u215f]/;
const keptAll = new RegExp(`${kept.source}+|[^${kept.source.slice(1, -1)}]+`, "g");

/** Radicals that NFKC leaves alone, as PDFs and old fonts write them (Unicode CJK Radicals Supplement). */
const radicals: Readonly<Record<string, string>> = {
  "⻓": "长",
  "⻔": "门",
  "⻋": "车",
  "⻜": "飞",
  "⻢": "马",
  "⺠": "民",
  "⻩": "黄",
  "⻰": "龙",
  "⻛": "风",
  "⻥": "鱼",
  "⻦": "鸟",
  "⻉": "贝",
  "⻅": "见",
  "⻚": "页",
  "⻄": "西",
  "⻆": "角",
  "⻘": "青",
  "⻬": "齐",
  "⻤": "鬼",
};

/**
 * Full-width and compatibility letters to plain ones.
 * `"ＡＢＣ（深圳）"` -> `"ABC(深圳)"`
 */
export function narrow(text: string): string {
  const plain = kept.test(text)
    ? text.replace(keptAll, (part) => (kept.test(part) ? part : part.normalize("NFKC")))
    : text.normalize("NFKC");
  return /[\u2e80-\u2eff]/.test(plain)
    ? plain.replace(/[\u2e80-\u2eff]/g, (letter) => radicals[letter] ?? letter)
    : plain;
}

const invisible =
  /[\p{Cf}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u034f\u115f\u1160\u3164\uffa0\u2800\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** `"华\u200b宸"` -> `"华宸"`: format letters, blank Hangul and braille, variation selectors. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, "");
}
