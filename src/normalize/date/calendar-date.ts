/** A date with the precision that was given; no field is ever made up. */
export interface CalendarDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const firstYear = 1850;
const lastYear = 2100;

/** `2024, 2, 30` -> undefined: unlike `new Date`, it refuses days that do not exist */
export function calendarDate(year: number, month?: number, day?: number): CalendarDate | undefined {
  if (year < firstYear || year > lastYear) return undefined;
  if (month === undefined) return { year };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { year, month };
  return day >= 1 && day <= daysIn(year, month) ? { year, month, day } : undefined;
}

/** Days of a month in the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** `{ year: 2024, month: 3 }` -> "2024-03" */
export function isoDate({ year, month, day }: CalendarDate): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}
