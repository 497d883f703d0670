const secondsPerDay = 86_400;
const msPerDay = secondsPerDay * 1000;
/** 9999-12-31, the last day that Excel knows. */
const lastDay = 2_958_465;
/** From 1899-12-30, where Excel counts from, to 1904-01-01. */
const daysTo1904 = 1462;

interface DateShape {
  readonly hasDay: boolean;
  readonly hasTime: boolean;
}

/**
 * A serial number as a date of ISO 8601, its time where the format shows one and it is not
 * midnight, or as a time alone where it is of no day; undefined for what is no date.
 * `45356.4305` -> `"2024-03-05 10:20:00"`, `0.5` -> `"12:00:00"`
 */
export function dateText(serial: number, shape: DateShape, date1904: boolean): string | undefined {
  const seconds = Math.round(serial * secondsPerDay);
  const day = Math.floor(seconds / secondsPerDay);
  if (!(serial >= 0 && day <= lastDay - (date1904 ? daysTo1904 : 0))) return undefined;
  const second = seconds - day * secondsPerDay;
  if (day === 0 && (!date1904 || !shape.hasDay)) return timeText(second);
  const date = dayText(day, date1904);
  return shape.hasTime && second > 0 ? `${date} ${timeText(second)}` : date;
}

const twoDigits: readonly string[] = Array.from({ length: 60 }, (_, at) =>
  String(at).padStart(2, "0"),
);

function timeText(second: number): string {
  const hour = twoDigits[Math.floor(second / 3600)] ?? "";
  return `${hour}:${twoDigits[Math.floor(second / 60) % 60] ?? ""}:${twoDigits[second % 60] ?? ""}`;
}

/** A column of dates has few different days: a slot for each of the last ones that were asked for. */
const slots = 1 << 14;
const dayInSlot = new Int32Array(slots);
const textInSlot: string[] = [];

/** Excel's day 60 is the false 1900-02-29; days before it are one later than they count. */
function dayText(day: number, date1904: boolean): string {
  const daysFrom1899 = day + (date1904 ? daysTo1904 : day < 60 ? 1 : 0);
  const slot = daysFrom1899 % slots;
  const known = textInSlot[slot];
  if (known !== undefined && dayInSlot[slot] === daysFrom1899) return known;
  const text = isoDay(daysFrom1899);
  dayInSlot[slot] = daysFrom1899;
  textInSlot[slot] = text;
  return text;
}

function isoDay(daysFrom1899: number): string {
  return new Date(Date.UTC(1899, 11, 30) + daysFrom1899 * msPerDay).toISOString().slice(0, 10);
}

/**
 * A date that the file holds as text, as strict workbooks do: `"2024-03-05T10:20:00"` with a format
 * of days only -> `"2024-03-05"`; another text stays as it stands.
 */
export function isoCellText(text: string, showsTime: boolean): string {
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?$/.exec(
    text,
  );
  const [, day, minute = "00:00", second = ":00"] = found ?? [];
  if (day === undefined) return text;
  const time = `${minute}${second}`;
  return showsTime && time !== "00:00:00" ? `${day} ${time}` : day;
}
