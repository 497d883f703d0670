import type { ColumnObserver } from "../../model/normalizer.ts";
import { readLandline } from "./landline.ts";

/** What only the whole column can tell: the area code of its fixed lines, "" when they have several. */
export interface PhoneContext {
  readonly area: string;
}

const coded = /^\D{0,3}(?:86[- ]?)?\(?(0\d{2,3})[-) —]{0,2}(\d{7,8})(?!\d)/;
const fewest = 10;
/** Of fifty fixed lines at most one may be from elsewhere. */
const otherShare = 50;

/**
 * The one area code that the fixed lines of a column have: at least ten of them, and hardly another
 * one. `["0512-66881234", ...]` -> "0512". The same whatever the order of the rows.
 */
export function areaOfColumn(values: Iterable<string>): PhoneContext {
  const observer = observeAreas();
  for (const value of values) observer.add(value);
  return observer.context();
}

/** The same value by value: only the area codes are counted. */
export function observeAreas(): ColumnObserver<PhoneContext> {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    add(value) {
      const area = areaOf(value);
      if (area === "") return;
      counts.set(area, (counts.get(area) ?? 0) + 1);
      total += 1;
    },
    context: () => ({ area: onlyArea(counts, total) }),
  };
}

function onlyArea(counts: ReadonlyMap<string, number>, total: number): string {
  for (const [area, count] of counts) {
    const isAlone = (total - count) * otherShare <= total;
    if (count >= fewest && isAlone) return area;
  }
  return "";
}

function areaOf(value: string): string {
  const [, area = "", local = ""] = value.includes("0") ? (coded.exec(value) ?? []) : [];
  return area !== "" && readLandline(area + local) !== undefined ? area : "";
}
