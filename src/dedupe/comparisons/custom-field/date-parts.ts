import { slotOf, type ComparedTable } from "../../compared-table.ts";
import { byteAt, intAt, unitAt } from "../../element-at.ts";
import { columnOf } from "../../packed-records.ts";
import type { TextPool } from "../../text-pool.ts";

/**
 * Dates of eight digits that agree in two of year, month and day, or have day and month swapped.
 * The rarity is half of that of the commoner date; -1 for all others.
 */
export function bindDateParts(
  table: ComparedTable,
  column: string,
): (left: number, right: number) => number {
  const { cells } = table;
  const slot = slotOf(table, column);
  const rarities = table.rarities[column] ?? new Uint8Array(0);
  const dates = datesOf(columnOf(table.packed, column).text);
  return (left, right) => {
    const id = intAt(cells, left + slot);
    const otherId = intAt(cells, right + slot);
    const date = intAt(dates, id);
    const other = intAt(dates, otherId);
    if (id <= 0 || otherId <= 0 || date === 0 || other === 0) return -1;
    if (!agreeInTwo(date, other)) return -1;
    return Math.min(byteAt(rarities, id), byteAt(rarities, otherId)) >> 1;
  };
}

function agreeInTwo(date: number, other: number): boolean {
  const [year, month, day] = partsOf(date);
  const [otherYear, otherMonth, otherDay] = partsOf(other);
  const equal =
    Number(year === otherYear) + Number(month === otherMonth) + Number(day === otherDay);
  return equal >= 2 || (year === otherYear && month === otherDay && day === otherMonth);
}

function partsOf(date: number): readonly [number, number, number] {
  return [Math.trunc(date / 10_000), Math.trunc(date / 100) % 100, date % 100];
}

/** The digits of each text as a number where there are eight of them, else 0. */
function datesOf({ offsets, units }: TextPool): Int32Array {
  const dates = new Int32Array(offsets.length);
  for (let id = 1; id + 1 < offsets.length; id += 1) {
    let [digits, date] = [0, 0];
    for (let at = intAt(offsets, id); at < intAt(offsets, id + 1); at += 1) {
      const digit = unitAt(units, at) - 48;
      if (digit < 0 || digit > 9) continue;
      digits += 1;
      if (digits <= 8) date = date * 10 + digit;
    }
    if (digits === 8) dates[id] = date;
  }
  return dates;
}
