import type { ColumnVote } from "../../model/normalizer.ts";

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
export const orderVote: ColumnVote<DateContext> = {
  labelOf(value) {
    const parts = partsOf(value.trim());
    return value.includes("民国") ? `${republic} ${parts}` : parts;
  },
  decide(counts) {
    const column: Column = { long: [], short: [], republic: 0 };
    for (const [label, count] of counts) countParts(label.split(" "), count, column);
    const longYear = onlyPossible(column.long, ["mdy", "dmy"]);
    const shortYear = onlyPossible(column.short, orders) ?? byRepetition(column.short) ?? longYear;
    return { longYear, shortYear, isRepublicYear: column.republic >= 2 };
  },
};

const republic = "民国";

/** What a value shows of the order: `"5/3/2024"` -> "long 5 3 2024", `"24/3/5"` -> "short 24 3 5" */
function partsOf(value: string): string {
  const match = shortParts.exec(value);
  if (match === null) return "";
  const [, first = "", second = "", third = ""] = match;
  if (first.length === 3) return Number(first) <= 150 ? "early" : "";
  if (first.length === 4) return "";
  const kind = third.length === 4 ? "long" : "short";
  return `${kind} ${Number(first)} ${Number(second)} ${Number(third)}`;
}

interface Column {
  readonly long: Parts[];
  readonly short: Parts[];
  /** Signs of the Republic's calendar. */
  republic: number;
}

/** The numbers of a date in their order, and how many values have them. */
interface Parts {
  readonly numbers: readonly number[];
  readonly count: number;
}

function countParts([kind, ...texts]: readonly string[], count: number, column: Column): void {
  const parts = { numbers: texts.map(Number), count };
  if (kind === republic) {
    column.republic += 2 * count;
    countParts(texts, count, column);
  } else if (kind === "early") column.republic += count;
  else if (kind === "long") column.long.push(parts);
  else if (kind === "short") column.short.push(parts);
}

function isPossible(parts: readonly number[], order: PartOrder): boolean {
  const [, month, day] = positions[order].map((at) => parts[at] ?? 0);
  return (
    month !== undefined && day !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= 31
  );
}

/** The one order that fits every value and that at least one value asks for. */
function onlyPossible(rows: readonly Parts[], among: readonly PartOrder[]): PartOrder | undefined {
  if (rows.length === 0) return undefined;
  const possible = among.filter((order) => rows.every(({ numbers }) => isPossible(numbers, order)));
  return possible.length === 1 ? possible[0] : undefined;
}

const enoughRows = 8;

/** With enough rows the part with few different values is the year. */
function byRepetition(rows: readonly Parts[]): PartOrder | undefined {
  if (rows.reduce((sum, { count }) => sum + count, 0) < enoughRows) return undefined;
  const [first = 0, , third = 0] = [0, 1, 2].map(
    (at) => new Set(rows.map(({ numbers }) => numbers[at])).size,
  );
  if (first * 2 <= third && rows.every(({ numbers }) => isPossible(numbers, "ymd"))) return "ymd";
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
