/** How a number format makes a workbook's number a text of ours. */
export type NumberFormat =
  /** As Excel holds it: the share of a percentage, the amount without its currency sign. */
  | { readonly kind: "number" }
  /** Zeros in front up to `width` digits: `000000` */
  | { readonly kind: "digits"; readonly width: number }
  /** A day, a time of day, or both. */
  | { readonly kind: "date"; readonly hasDay: boolean; readonly hasTime: boolean }
  /** A length of time, longer than a day or not: `[h]:mm` */
  | { readonly kind: "elapsed"; readonly code: string };

export const plain: NumberFormat = { kind: "number" };

/** Literal text, colours, languages and fillers: what has no say in the kind of a format. */
const literal = /"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]?/giu;
const general = /general|g\/通用格式/gi;
const exponent = /(?<=[0#?.])e[+-]/gi;
const elapsed = /\[(?:h+|m+|s+)\]/i;
const halfOfDay = /am\/pm|a\/p|上午\/下午/gi;
const dateLetter = /[ymdhsgeb]/i;
/** Digits, but for the parts of a second that stand behind one: `ss.00` */
const digits = /(?<![hms.0]\.?0*)[0#?]/i;

/**
 * What a format code says of a number (ECMA-376 part 1, 18.8.31).
 * `yyyy"年"m"月"d"日"` -> a date; `[h]:mm` -> elapsed time; `0.00"元"` -> a number
 */
export function numberFormatOf(code: string): NumberFormat {
  if (/^0{2,}$/.test(code)) return { kind: "digits", width: code.length };
  const sections = code.replaceAll(literal, "").replaceAll(general, "").split(";");
  if (sections.some((section) => elapsed.test(section))) return { kind: "elapsed", code };
  const dated = sections.filter(isDate).join(";");
  if (dated === "") return plain;
  const hasTime = /[hs]|上午|a\/p|am\/pm/i.test(dated);
  return { kind: "date", hasTime, hasDay: !hasTime || /[yde]/i.test(dated) };
}

/** Letters of a date beside places for digits are the name of a unit that nobody quoted: `0.00USD` */
function isDate(section: string): boolean {
  const bare = section.replaceAll(exponent, "");
  if (halfOfDay.test(bare)) return true;
  return dateLetter.test(bare) && !digits.test(bare);
}

/**
 * Formats that a workbook may name by number without writing them out. 27 to 36 and 50 to 58 are
 * those of Chinese Excel, 71 to 81 those of Thai (ECMA-376 part 1, 18.8.30).
 */
const builtIn: readonly (readonly [first: number, last: number, code: string])[] = [
  [1, 4, "0"],
  [5, 8, "#,##0"],
  [9, 13, "0"],
  [14, 17, "yyyy-mm-dd"],
  [18, 21, "h:mm:ss"],
  [22, 22, "yyyy-mm-dd h:mm"],
  [27, 31, 'yyyy"年"m"月"d"日"'],
  [32, 35, 'h"时"mm"分"ss"秒"'],
  [36, 36, 'yyyy"年"m"月"'],
  [45, 45, "mm:ss"],
  [46, 46, "[h]:mm:ss"],
  [47, 47, "mm:ss.0"],
  [50, 54, 'yyyy"年"m"月"d"日"'],
  [55, 56, '上午/下午h"时"mm"分"ss"秒"'],
  [57, 58, 'yyyy"年"m"月"'],
  [71, 75, "yyyy-mm-dd"],
  [76, 77, "h:mm:ss"],
  [78, 78, "yyyy-mm-dd h:mm"],
  [79, 79, "mm:ss"],
  [80, 80, "[h]:mm:ss"],
  [81, 81, "mm:ss.0"],
];

/** The code of a built-in format as far as it matters here; "General" for all that are only numbers. */
export function builtInFormat(id: number): string {
  return builtIn.find(([first, last]) => id >= first && id <= last)?.[2] ?? "General";
}
