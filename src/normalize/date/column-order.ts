/** The order of the parts of a date in which the year does not show itself. */
export type PartOrder = "ymd" | "mdy" | "dmy";

/** What only the whole column can tell. */
export interface DateContext {
  /** "05/03/2024": which of the two comes first, undefined when the column does not decide. */
  readonly longYear: PartOrder | undefined;
  /** "24/3/5" and "3/5/24". */
  readonly shortYear: PartOrder | undefined;
  /** "113/03/05" counts years from 1912. */
  readonly isRepublicYear: boolean;
}

const shortParts = /^\D{0,2}(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?!\d)/;
const positions = { ymd: [0, 1, 2], mdy: [2, 0, 1], dmy: [2, 1, 0] } as const;
const orders = ["ymd", "mdy", "dmy"] as const;

/**
 * Votes of a whole column: a part above 12 is no month, a part above 31 no day, and years repeat
 * where days do not. The same whatever the order of the rows.
 */
export function voteOrder(values: Iterable<string>): DateContext {
  const column: Column = { long: [], short: [], republic: 0 };
  for (const value of values) count(value.trim(), column);
  const longYear = onlyPossible(column.long, ["mdy", "dmy"]);
  const shortYear = onlyPossible(column.short, orders) ?? byRepetition(column.short) ?? longYear;
  return { longYear, shortYear, isRepublicYear: column.republic >= 2 };
}

interface Column {
  readonly long: number[][];
  readonly short: number[][];
  /** Signs of the Republic's calendar. */
  republic: number;
}

function count(value: string, column: Column): void {
  if (value.includes("民国")) column.republic += 2;
  const match = shortParts.exec(value);
  if (match === null) return;
  const [first, , third] = match.slice(1);
  const parts = match.slice(1).map(Number);
  if (first?.length === 3) column.republic += Number(first) <= 150 ? 1 : 0;
  else if (first?.length !== 4) (third?.length === 4 ? column.long : column.short).push(parts);
}

function isPossible(parts: readonly number[], order: PartOrder): boolean {
  const [, month, day] = positions[order].map((at) => parts[at] ?? 0);
  return (
    month !== undefined && day !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= 31
  );
}

/** The one order that fits every value and that at least one value asks for. */
function onlyPossible(
  rows: readonly number[][],
  among: readonly PartOrder[],
): PartOrder | undefined {
  if (rows.length === 0) return undefined;
  const possible = among.filter((order) => rows.every((parts) => isPossible(parts, order)));
  return possible.length === 1 ? possible[0] : undefined;
}

const enoughRows = 8;

/** With enough rows the part with few different values is the year. */
function byRepetition(rows: readonly number[][]): PartOrder | undefined {
  if (rows.length < enoughRows) return undefined;
  const [first = 0, , third = 0] = [0, 1, 2].map(
    (at) => new Set(rows.map((parts) => parts[at])).size,
  );
  if (first * 2 <= third && rows.every((parts) => isPossible(parts, "ymd"))) return "ymd";
  return undefined;
}

/** `["3", "5", "24"], "mdy"` -> ["24", "3", "5"] */
export function inYearOrder(
  parts: readonly [string, string, string],
  order: PartOrder,
): [year: string, month: string, day: string] {
  const [year, month, day] = positions[order];
  return [parts[year], parts[month], parts[day]];
}
