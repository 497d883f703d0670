import type { Model } from "../model/entity.ts";
import { isKnownHeading } from "./heading-alias.ts";
import type { RawRow } from "./raw-row.ts";

/** How many rows are searched: seen at row 1, 2, 3, 4, 7 and 10. */
export const headerSearchRows = 15;

export interface Header {
  readonly columns: readonly string[];
  /** Row of the last header row, 0 when the table has none. */
  readonly headerRow: number;
  /** How many of the searched rows are title or header. */
  readonly consumed: number;
  readonly titleRows: readonly RawRow[];
  readonly headerRows: readonly RawRow[];
}

const filled = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.trim() !== "").length;
const looksLikeValue = (cell: string): boolean => /^[\d.,:/\s+-]{4,}$|@/.test(cell.trim());

/**
 * The header among the first rows: the one with most known headings, else the first row as wide
 * as the rows below it. A header of two rows is joined as `parent/child`.
 * `headerRow` of 0 means that the caller says there is none.
 */
export function findHeader(
  rows: readonly RawRow[],
  model: Model,
  asked: number | undefined,
): Header {
  if (asked === 0) return headless(rows);
  const wanted =
    asked === undefined ? bestRow(rows, model) : rows.findIndex(({ row }) => row === asked);
  const at = Math.max(0, wanted);
  const [first, last] = twoRows(rows, at);
  const headerRows = rows.slice(first, last + 1);
  return {
    columns: uniqueNames(joinHeaders(headerRows.map(({ cells }) => cells))),
    headerRow: rows[last]?.row ?? 1,
    consumed: last + 1,
    titleRows: rows.slice(0, first),
    headerRows,
  };
}

function headless(rows: readonly RawRow[]): Header {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = uniqueNames(Array.from({ length: width }, () => ""));
  return { columns, headerRow: 0, consumed: 0, titleRows: [], headerRows: [] };
}

function bestRow(rows: readonly RawRow[], model: Model): number {
  const known = rows.map(({ cells }) => cells.filter((cell) => isKnownHeading(cell, model)).length);
  const most = Math.max(0, ...known);
  const at = known.indexOf(most);
  if (most >= 2 || (most === 1 && filled(rows[at]?.cells ?? []) <= 2)) return at;
  const widest = Math.max(0, ...rows.map(({ cells }) => filled(cells)));
  return rows.findIndex(({ cells }) => filled(cells) * 5 >= widest * 3);
}

/** The range of header rows around `at`: itself, or itself with the row above or below it. */
function twoRows(rows: readonly RawRow[], at: number): readonly [first: number, last: number] {
  const cells = (index: number): readonly string[] => rows[index]?.cells ?? [];
  if (fillsGaps(cells(at), cells(at + 1))) return [at, at + 1];
  return at > 0 && filled(cells(at - 1)) > 1 && fillsGaps(cells(at - 1), cells(at))
    ? [at - 1, at]
    : [at, at];
}

/**
 * Does the lower row stand only where the upper one is blank or spans to a blank? Then they are
 * one header: `联系方式 | |` above `联系人 | 手机`.
 */
function fillsGaps(upper: readonly string[], lower: readonly string[]): boolean {
  const isBlank = (cells: readonly string[], at: number): boolean =>
    (cells[at] ?? "").trim() === "";
  const places = lower.map((_, at) => at).filter((at) => !isBlank(lower, at));
  const fitting = places.every(
    (at) => isBlank(upper, at) || (isBlank(upper, at + 1) && !isBlank(lower, at + 1)),
  );
  const gaps = places.filter((at) => isBlank(upper, at)).length;
  return (
    gaps > 0 &&
    fitting &&
    filled(upper) > 1 &&
    !lower.some(looksLikeValue) &&
    !places.every((at) => at >= upper.length)
  );
}

function joinHeaders(rows: readonly (readonly string[])[]): string[] {
  const [upper = [], lower] = rows;
  if (lower === undefined) return upper.map((cell) => cell.trim());
  let parent = "";
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => {
    const [above, below] = [(upper[at] ?? "").trim(), (lower[at] ?? "").trim()];
    if (above !== "") parent = above;
    if (below === "") return above;
    return parent === "" ? below : `${parent}/${below}`;
  });
}

/** Blank headings get a number, repeated ones a suffix, so that each column has a name of its own. */
function uniqueNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name, at) => {
    const base = name.replace(/\s+/g, " ") || `列${at + 1}`;
    let unique = base;
    for (let n = 2; used.has(unique); n += 1) unique = `${base}_${n}`;
    used.add(unique);
    return unique;
  });
}
