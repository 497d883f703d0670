import { type DateContext, inYearOrder } from "./column-order.ts";
import { daysIn } from "./calendar-date.ts";
import { isoOf, readInstant, readSerial, readTime } from "./moment.ts";
import { plainDate } from "./plain-date.ts";

/** What a text says: ISO text with its precision, or the code of the reason why it says no date. */
export interface ReadDate {
  readonly iso: string;
  /** "" for a date that stands for itself, else the code of a finding. */
  readonly code: string;
}

type Reader = (text: string, context: DateContext) => ReadDate | undefined;

const openEnd = /^(?:长期(?:有效)?|永久|永续|无固定期限|至今)$/;
const zeroDate = /^(?:0000|1899|1900)[-/.]\d{1,2}[-/.]0{1,2}$|^0{4}[-/.]00/;
const fillerDates: ReadonlySet<string> = new Set([
  "1900-01-01",
  "1970-01-01",
  "1970-01-01T08:00",
  "1899-12-30",
  "1899-12-31",
  "2099-12-31",
  "9999-12-31",
]);
const quarters: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 };
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const compactDate = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/;
const yearFirst =
  /^(?:民国(\d{1,3})|(\d{3,4}))\s*[年\-/.\s]\s*(\d{1,2})\s*[月\-/.\s]\s*(\d{1,2})(?:[日号]|(?=\D|$))(.*)$/;
const shortYear = /^(\d\d)年(\d{1,2})月(?:(\d{1,2})[日号]?)?$/;
const dayFirst = /^(?<day>\d{1,2})[-\s](?<name>[a-z]{3,9})\.?[-\s,]+(?<year>\d{4}|\d\d)$/i;
const monthFirst = /^(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})$/i;

/** In this order; the first that knows the form of the text decides. */
const readers: readonly Reader[] = [
  (text) => (openEnd.test(text) ? { iso: "", code: "N806" } : undefined),
  (text) =>
    zeroDate.test(text) || text.startsWith("9999") ? { iso: "", code: "N804" } : undefined,
  (text) => found(readInstant(text) ?? readSerial(text)),
  readCompact,
  readYearFirst,
  readShortYear,
  readPartial,
  readMonthDay,
  readByVote,
  readEnglish,
];

/**
 * One date or time. `"2024年3月5日 下午3:05"` -> "2024-03-05T15:05"; a day that does not exist,
 * relative and lunar days are no dates (N801); a doubtful order is N802 unless the column decided.
 */
export function readDate(written: string, context: DateContext): ReadDate {
  if (isProgramDate(written)) return withoutFiller(readProgramDate(written, context));
  const { text: exact, isAbout } = plainDate(written);
  for (const reader of readers) {
    const date = reader(exact, context);
    if (date === undefined) continue;
    if (fillerDates.has(date.iso)) return withoutFiller(date);
    return isAbout && date.iso !== "" ? { ...date, code: date.code || "N807" } : date;
  }
  return { iso: "", code: "N801" };
}

/** As programs write dates, years of this life only: nothing else can be meant. */
const programDate =
  /^(?:19[1-9]|20\d)\d(?:[-/]\d\d[-/]\d\d(?: \d\d:\d\d(?::\d\d)?)?|年\d{1,2}月\d{1,2}日)$/;

/** `"2024-03-05 08:30:00"`, `"2024年3月5日"`: one date, and no words, signs or numerals to look for. */
export function isProgramDate(text: string): boolean {
  return programDate.test(text);
}

/** Each part of such a date has its place, but for one with 年. */
function readProgramDate(text: string, context: DateContext): ReadDate | undefined {
  if (text.charAt(4) === "年") return readYearFirst(text, context);
  const [year, month, day] = [numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10)];
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  const [hour, minute, second] = [
    numberAt(text, 11, 13),
    numberAt(text, 14, 16),
    numberAt(text, 17, 19),
  ];
  if (!isDay || hour > 23 || minute > 59 || second > 59) return undefined;
  const date = text.slice(0, 10).replaceAll("/", "-");
  // Midnight means that only the day is known.
  return { iso: hour + minute + second === 0 ? date : `${date}T${text.slice(11)}`, code: "" };
}

/** The number that the digits from `from` to before `to` make; 0 behind the end of the text. */
function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to && at < text.length; at += 1) {
    number = number * 10 + text.charCodeAt(at) - zero;
  }
  return number;
}

const zero = 0x30;

function withoutFiller(date: ReadDate | undefined): ReadDate {
  if (date === undefined) return { iso: "", code: "N801" };
  return fillerDates.has(date.iso) ? { iso: "", code: "N804" } : date;
}

function found(iso: string | undefined): ReadDate | undefined {
  return iso === undefined ? undefined : { iso, code: "" };
}

function foundOrInvalid(iso: string | undefined): ReadDate {
  return found(iso) ?? { iso: "", code: "N801" };
}

/** "20240305", "20240305083000" */
function readCompact(text: string): ReadDate | undefined {
  const [, year, month, day, ...clock] = compactDate.exec(text) ?? [];
  if (year === undefined) return undefined;
  return foundOrInvalid(withTime(isoOf(year, month, day), clock.filter(Boolean).join(":")));
}

/** "2024年3月5日", "2024-3-5 8:30", "民国113年3月5日" */
function readYearFirst(text: string, context: DateContext): ReadDate | undefined {
  const match = yearFirst.exec(text);
  if (match === null) return undefined;
  const [, ofRepublic, written = "", month, day, rest = ""] = match;
  const isShort = written.length === 3;
  if (isShort && !context.isRepublicYear) return { iso: "", code: "N802" };
  const republic = isShort ? written : ofRepublic;
  const year = republic === undefined ? written : String(Number(republic) + 1911);
  return foundOrInvalid(withTime(isoOf(year, month, day), rest));
}

/** "24年3月5日": 年 shows the year; the century is that of a company's life. */
function readShortYear(text: string, { isRepublicYear }: DateContext): ReadDate | undefined {
  const [, year, month, day] = shortYear.exec(text) ?? [];
  if (year === undefined) return undefined;
  const whole = isRepublicYear ? String(Number(year) + 1911) : fullYear(year);
  return foundOrInvalid(isoOf(whole, month, day));
}

function withTime(date: string | undefined, rest: string): string | undefined {
  const clock = rest.replace(/[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?/, "").trim();
  if (date === undefined || clock === "") return date;
  const time = readTime(clock);
  if (time === undefined) return undefined;
  return time === "" ? date : `${date}T${time}`;
}

/** "2024年3月", "2024-03", "2024年", "2024年第一季度", "2024Q1" */
function readPartial(text: string): ReadDate | undefined {
  const month = /^(\d{4})[年\-/.](\d{1,2})月?$/.exec(text);
  if (month !== null) return foundOrInvalid(isoOf(month[1] ?? "", month[2]));
  const glued = /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/.exec(text);
  if (glued !== null) return readYearAndMonth(glued[1] ?? "", glued[2] ?? "");
  const year = /^(\d{4})年?$/.exec(text);
  if (year !== null) return foundOrInvalid(isoOf(year[1] ?? ""));
  return readQuarter(text);
}

/** "2024年第一季度", "2024Q1" */
function readQuarter(text: string): ReadDate | undefined {
  const quarter = /^(\d{4})[年-]?(?:第?([一二三四1-4])季度|Q([1-4]))$/i.exec(text);
  if (quarter === null) return undefined;
  const [, inYear = "", word = "", digit = word] = quarter;
  return { iso: `${inYear}-Q${quarters[digit] ?? digit}`, code: "" };
}

/** "202403" is a month; "201012" may be the 12th of October 2020 as well. */
function readYearAndMonth(year: string, month: string): ReadDate {
  const asDay = isoOf(`20${year.slice(0, 2)}`, year.slice(2), month);
  return asDay === undefined ? foundOrInvalid(isoOf(year, month)) : { iso: "", code: "N802" };
}

/** "3月5日": the year is not there, and none is added. */
function readMonthDay(text: string): ReadDate | undefined {
  const match = /^(?:--)?(\d{1,2})[月-](\d{1,2})[日号]?$/.exec(text);
  if (match === null || !/月|^--/.test(text)) return undefined;
  const [month, day] = [Number(match[1]), Number(match[2])];
  // Any leap year will do for the number of days.
  if (month < 1 || month > 12 || day < 1 || day > daysIn(2024, month))
    return { iso: "", code: "N801" };
  return {
    iso: `--${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    code: "N803",
  };
}

/** "05/03/2024" and "24/3/5": the column decides, or nobody. */
function readByVote(text: string, { longYear, shortYear }: DateContext): ReadDate | undefined {
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2}|\d)(?:\s+(.*))?$/.exec(text);
  if (match === null) return undefined;
  const [, first = "", second = "", third = "", rest = ""] = match;
  const order = (third.length === 4 ? longYear : shortYear) ?? ownOrder(first, second, third);
  if (order === undefined) return { iso: "", code: "N802" };
  const [year, month, day] = inYearOrder([first, second, third], order);
  return foundOrInvalid(withTime(isoOf(fullYear(year), month, day), rest));
}

/** "25/03/2024" can only be day first; "05/13/2024" only month first. */
function ownOrder(first: string, second: string, third: string): "dmy" | "mdy" | undefined {
  if (third.length !== 4) return undefined;
  if (Number(first) > 12) return "dmy";
  return Number(second) > 12 ? "mdy" : undefined;
}

function fullYear(year: string): string {
  if (year.length === 4) return year;
  return String(Number(year) + (Number(year) < 50 ? 2000 : 1900));
}

/** "5-Mar-2024", "Mar 5, 2024" */
function readEnglish(text: string): ReadDate | undefined {
  const groups = (dayFirst.exec(text) ?? monthFirst.exec(text))?.groups;
  if (groups === undefined) return undefined;
  const { year = "", name = "", day } = groups;
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return foundOrInvalid(isoOf(fullYear(year), String(month), day));
}
