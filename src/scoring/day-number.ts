const isoDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]|$)/;
const msPerDay = 86_400_000;

/**
 * Days since 1970-01-01 of an ISO date or time; of a year or a month the last day, so that an
 * inexact date is never held against its record. Undefined when the text is no date.
 * `"1970-01-02T08:00:00"` -> 1, `"1970-01"` -> 30, `"soon"` -> undefined
 */
export function dayNumber(text: string): number | undefined {
  const [, year, month, day] = isoDate.exec(text) ?? [];
  if (year === undefined) return undefined;
  // Day 0 of the month after is the last day of the month.
  const ms =
    day === undefined
      ? Date.UTC(Number(year), Number(month ?? 12), 0)
      : Date.UTC(Number(year), Number(month) - 1, Number(day));
  return ms / msPerDay;
}
