import { simplify } from "../../text/simplify.ts";
import { arabicDate } from "./arabic-date.ts";

/** A text of a date without what people and programs put around it. */
export interface PlainDate {
  readonly text: string;
  /** 约, 预计, 月底: the date is only about. */
  readonly isAbout: boolean;
}

/** The common case: digits and the marks between them. */
const onlyDigits = /^[\d\s:/.T-]*$/;
const excelGuard = /^=?"(.*)"$|^'(?=\d)/;
const label = /^\p{Script=Han}{2,6}\s*[:：]\s*(?=[\d〇○零一二])/u;
const expected = /^(?:大?约|预计|预估|计划|拟|不晚于|截至|截止)(?=\d)/;
const around = /(?:左右|前后|上下|之?前|以前|之?内)$/;
/** 2024年3月底 names the month, 2024年上半年 the year: the finer word is only about. */
const partOfMonth = /^(\d{4}年\d{1,2}月)(?:[上中下]旬|[初中底末]|月[初底])$/;
const partOfYear = /^(\d{4})年?(?:年?[初中底末]|[上下]半年)$/;
const zeroLetter = /^[\dOo]{4}([-/.年])[\dOo]{1,2}[-/.月][\dOo]{1,2}日?$/;
const dashes = /^(\d{4})[—–−、,\\](\d{1,2})[—–−、,\\](\d{1,2})(?!\d)/;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Tue, 05 Mar 2024 10:20:30 GMT (RFC 5322) and Tue Mar 05 10:20:30 CST 2024, as Java prints it. */
const mailDate =
  /^(?:[a-z]{3}, )?(?<day>\d{1,2}) (?<name>[a-z]{3}) (?<year>\d{4}) (?<clock>\d\d:\d\d:\d\d) (?<zone>GMT|UTC|[+-]\d{4})(?: \([A-Z]+\))?$/i;
const javaDate =
  /^[a-z]{3} (?<name>[a-z]{3}) (?<day>\d{1,2})(?: (?<clock>\d\d:\d\d:\d\d) (?<zone>CST|GMT|UTC))? (?<year>\d{4})$/i;
const unixDate = /^\/Date\((\d{13})\)\/$/;
const goDate = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.\d+)? ([+-]\d{4}) [A-Z]{3}$/;

/**
 * `"日期：2024 年 3 月 5 日"` -> "2024年3月5日"; `"预计2024-03"` and `"2024年3月底"` -> the month, about;
 * dates as programs print them -> ISO 8601.
 */
export function plainDate(written: string): PlainDate {
  if (onlyDigits.test(written)) return { text: arabicDate(written), isAbout: false };
  const bare = written
    .trim()
    .replace(excelGuard, "$1")
    .replace(label, "")
    .replace(/^中[华華]/, "");
  const text = arabicDate(printed(withoutSlips(simplify(bare))));
  const exact = text
    .replace(expected, "")
    .replace(around, "")
    .replace(partOfMonth, "$1")
    .replace(partOfYear, "$1年");
  return { text: exact, isAbout: exact !== text };
}

/** Spaces inside, dashes of typesetting, the letter O for a zero. */
function withoutSlips(text: string): string {
  const plain = text
    .replace(dashes, "$1-$2-$3")
    .replace(/\s*([年月])\s*(?=\d)|\s+(?=[年月日])/g, "$1");
  return zeroLetter.test(plain) ? plain.replace(/[Oo]/g, "0") : plain;
}

/** What a program printed, as ISO 8601; CST is the time of China, as in Chinese systems. */
function printed(text: string): string {
  const groups = (mailDate.exec(text) ?? javaDate.exec(text))?.groups;
  if (groups === undefined) return text.replace(unixDate, "$1").replace(goDate, "$1$2");
  const { day = "", name = "", year = "", clock, zone = "" } = groups;
  const month = String(months.indexOf(name.toLowerCase()) + 1).padStart(2, "0");
  const date = `${year}-${month}-${day.padStart(2, "0")}`;
  if (clock === undefined) return date;
  const offset = zone.toUpperCase() === "CST" ? "+0800" : zone.replace(/GMT|UTC/i, "Z");
  return `${date}T${clock}${offset}`;
}
