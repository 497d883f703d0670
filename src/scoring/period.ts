const monthly = /^(\d{4})-(0[1-9]|1[0-2])$/;
const quarterly = /^(\d{4})-Q([1-4])$/;

/** `isPeriod("2026-10")`, `isPeriod("2026-Q3")` -> true */
export function isPeriod(text: string): boolean {
  return monthly.test(text) || quarterly.test(text);
}

/** The month that a day lies in: `monthOf("2026-11-24")` -> "2026-11" */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The last day of a period: "2026-02" -> "2026-02-28", "2026-Q3" -> "2026-09-30" */
export function endOfPeriod(period: string): string {
  const [, year = "", month = ""] = monthly.exec(period) ?? [];
  const [, yearOfQuarter = year, quarter = ""] = quarterly.exec(period) ?? [];
  const last = quarter === "" ? Number(month) : Number(quarter) * 3;
  // Day 0 of the month after is the last day of the month.
  return new Date(Date.UTC(Number(yearOfQuarter), last, 0)).toISOString().slice(0, 10);
}
