import { calendarDate, isoDate } from "./calendar-date.ts";

const dayMs = 86_400_000;
/** China has had one time zone and no summer time since 1992: exported instants are read there. */
const shanghaiMs = 8 * 3_600_000;
const excelEpochMs = Date.UTC(1899, 11, 30);
const instant =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)$/i;
const time =
  /^[T\s]*(上午|下午|中午|晚上|凌晨|早上|am|pm)?\s*(\d{1,2})(?:[:：时点](\d{1,2})?)?(?:[:：分](\d{1,2})?)?(?:\.\d+)?秒?\s*(am|pm)?$/i;

/** `"下午3:05"` -> "15:05", `"0:00"` -> "" (a date in Excel's dress), no time of day -> undefined */
export function readTime(text: string): string | undefined {
  const match = time.exec(text);
  if (match === null || !/[:：时点]/.test(text)) return undefined;
  const [, before = "", hours, minutes = "0", seconds, after = ""] = match;
  const hour = hourOfDay(Number(hours), before + after.toLowerCase());
  const parts = [hour, Number(minutes), ...(seconds === undefined ? [] : [Number(seconds)])];
  return isTimeOfDay(parts) ? clockText(parts) : undefined;
}

function hourOfDay(hour: number, half: string): number {
  if (/下午|晚上|pm/.test(half) && hour < 12) return hour + 12;
  return /上午|凌晨|早上|am/.test(half) && hour === 12 ? 0 : hour;
}

function isTimeOfDay([hour = 0, ...smaller]: readonly number[]): boolean {
  return hour <= 23 && smaller.every((part) => part <= 59);
}

function clockText(parts: readonly number[]): string {
  if (parts.every((part) => part === 0)) return "";
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** `"2024-03-05T16:00:00.000Z"` -> "2024-03-06": an instant as the clock in Shanghai shows it */
export function readInstant(text: string): string | undefined {
  const match = instant.exec(text);
  if (match === null) return undefined;
  const numbers = match.slice(1, 7).map((part) => Number(part ?? 0));
  const [year = 0, month = 0, day = 0, ...ofDay] = numbers;
  if (calendarDate(year, month, day) === undefined || !isTimeOfDay(ofDay)) return undefined;
  const utc = Date.UTC(year, month - 1, day, ...ofDay);
  return clock(utc - offsetMs(match[7] ?? "") + shanghaiMs);
}

/** `"+08:00"` -> 8 hours, `"Z"` -> 0 */
function offsetMs(zone: string): number {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
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
