import type { ColumnVote } from "../../model/normalizer.ts";
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
export const areaVote: ColumnVote<PhoneContext> = {
  labelOf: areaOf,
  decide: (counts) => ({ area: onlyArea(counts) }),
};

function onlyArea(counts: ReadonlyMap<string, number>): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
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
