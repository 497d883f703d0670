import { calendarDate, isoDate } from "./calendar-date.ts";

const dayMs = 86_400_000;
/** China has had one time zone and no summer time since 1992: exported instants are read there. */
const shanghaiMs = 8 * 3_600_000;
const excelEpochMs = Date.UTC(1899, 11, 30);
const time =
  /^[T\s]*(上午|下午|中午|晚上|凌晨|早上|am|pm)?\s*(\d{1,2})(?:[:：时点](\d{1,2})?)?(?:[:：分](\d{1,2})?)?(?:\.\d+)?秒?\s*(am|pm)?$/i;

/** `"下午3:05"` -> "15:05", `"0:00"` -> "" (a date in Excel's dress), no time of day -> undefined */
export function readTime(text: string): string | undefined {
  const match = time.exec(text);
  if (match === null || !/[:：时点]/.test(text)) return undefined;
  const [, before = "", hours = "", minutes = "0", seconds, after = ""] = match;
  const hour = hourOfDay(Number(hours), before || after.toLowerCase());
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  const parts = [hour, Number(minutes), ...(seconds === undefined ? [] : [Number(seconds)])];
  if (parts.every((part) => part === 0)) return "";
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

function hourOfDay(hour: number, half: string): number {
  if (/下午|晚上|pm/.test(half) && hour < 12) return hour + 12;
  return /上午|凌晨|早上|am/.test(half) && hour === 12 ? 0 : hour;
}

/** `"2024-03-05T16:00:00.000Z"` -> "2024-03-06": an instant as the clock in Shanghai shows it */
export function readInstant(text: string): string | undefined {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(?:(Z)|([+-])(\d\d):?(\d\d))$/i.exec(
      text,
    );
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (calendarDate(year, month, day) === undefined) return undefined;
  const sign = match[8] === "-" ? -1 : 1;
  const offsetMinutes = sign * (Number(match[9] ?? 0) * 60 + Number(match[10] ?? 0));
  return clock(
    Date.UTC(year, month - 1, day, hour, minute, second) - offsetMinutes * 60_000 + shanghaiMs,
  );
}

/** `"45356"` -> "2024-03-05", `"1709568000000"` -> the day of that Unix time; other numbers -> undefined */
export function readSerial(text: string): string | undefined {
  if (!/^\d{5}(?:\.\d+)?$|^\d{10}$|^\d{13}$/.test(text)) return undefined;
  const value = Number(text);
  if (value >= 20_000 && value < 60_001) {
    return clock(excelEpochMs + Math.round(value * 86_400) * 1000);
  }
  if (/^\d{5}/.test(text) && text.length < 10) return undefined;
  const milliseconds = text.length === 13 ? value : value * 1000;
  const isPlausible = milliseconds > 5e11 && milliseconds < 4.2e12 && !text.includes(".");
  return isPlausible ? clock(milliseconds + shanghaiMs) : undefined;
}

/** Milliseconds of a clock on the wall; midnight means that only the day is known. */
function clock(milliseconds: number): string {
  const whole = new Date(milliseconds).toISOString().slice(0, 19);
  if (milliseconds % dayMs === 0) return whole.slice(0, 10);
  return whole.replace(/:00$/, "");
}

/** `"2024", "3", "5"` -> "2024-03-05", or undefined when there is no such day */
export function isoOf(year: string, month?: string, day?: string): string | undefined {
  const parts = [month, day].map((part) => (part === undefined ? undefined : Number(part)));
  const date = calendarDate(Number(year), ...parts);
  return date === undefined ? undefined : isoDate(date);
}
