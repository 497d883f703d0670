import type { Model } from "../model/entity.ts";
import { isKnownHeading } from "./heading-alias.ts";
import type { RawRow } from "./raw-row.ts";
import { isCommentRow } from "./row-kind.ts";
import {
  isWechatExporter,
  wechatExporterColumns,
} from "./wechat/wechatexporter-contacts/columns.ts";

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

const isBlank = (cell: string | undefined): boolean => cell === undefined || cell.trim() === "";
const filled = (cells: readonly string[]): number => cells.filter((cell) => !isBlank(cell)).length;
const looksLikeValue = (cell: string): boolean => /^[\d.,:/\s+-]{4,}$|@/.test(cell.trim());

/**
 * The header among the first rows: the one with most known headings, else the first row as wide
 * as the rows below it, unless that row is data already. A header of two rows is joined as
 * `parent/child`. `asked` is the row that the caller named; 0 means that there is none.
 */
export function findHeader(
  rows: readonly RawRow[],
  model: Model,
  asked: number | undefined,
): Header {
  if (asked === 0) return headless(rows, 0);
  const at = asked === undefined ? bestRow(rows, model) : rowNumbered(rows, asked);
  if (asked === undefined && !isHeader(rows, at, model)) return headless(rows, at);
  const [first, last] = twoRows(rows, at, model);
  const headerRows = rows.slice(first, last + 1);
  const names = joinHeaders(headerRows.map(({ cells }) => cells));
  return {
    columns: uniqueNames(withoutUnused(names, rows.slice(last + 1))),
    headerRow: rows[last]?.row ?? asked ?? 1,
    consumed: last + 1,
    titleRows: rows.slice(0, first),
    headerRows,
  };
}

/**
 * The header of a later part of an export that comes without one: the columns of the first part,
 * when the rows are as wide and no heading of it stands here. undefined when it has a header.
 */
export function continuedHeader(
  rows: readonly RawRow[],
  model: Model,
  columns: readonly string[] | undefined,
): Header | undefined {
  if (columns === undefined || commonestWidth(rows) !== columns.length) return undefined;
  const own = findHeader(rows, model, undefined);
  const isOwn = own.headerRow > 0 && own.columns.some((column) => columns.includes(column));
  return isOwn ? undefined : { columns, headerRow: 0, consumed: 0, titleRows: [], headerRows: [] };
}

/** Columns beyond the last heading, where rows below the header have text: `列5`, `列6`. */
export function widenHeader(header: Header, width: number): Header {
  const missing = Math.max(0, width - header.columns.length);
  if (missing === 0) return header;
  const names = [...header.columns, ...Array.from({ length: missing }, () => "")];
  return { ...header, columns: uniqueNames(names) };
}

function headless(rows: readonly RawRow[], consumed: number): Header {
  const width = commonestWidth(rows.slice(consumed));
  const isKnown = isWechatExporter(rows.slice(consumed).map(({ cells }) => cells));
  const columns = isKnown
    ? wechatExporterColumns
    : uniqueNames(Array.from({ length: width }, () => ""));
  return { columns, headerRow: 0, consumed, titleRows: rows.slice(0, consumed), headerRows: [] };
}

/** A row that is not there lies below the last one: all that was searched stands above it. */
function rowNumbered(rows: readonly RawRow[], asked: number): number {
  const at = rows.findIndex(({ row }) => row === asked);
  return at < 0 ? rows.length : at;
}

/** A row whose quotes are broken, and a remark of the program that wrote the file, head nothing. */
const mayHead = ({ cells, broken }: RawRow): boolean =>
  broken === undefined && !isCommentRow(cells);

function bestRow(all: readonly RawRow[], model: Model): number {
  const rows = all.map((each) => (mayHead(each) ? each : { row: each.row, cells: [] }));
  if (!rows.some(({ cells }) => filled(cells) > 0)) return firstBroken(all);
  const known = rows.map(({ cells }) => cells.filter((cell) => isKnownHeading(cell, model)).length);
  const most = Math.max(0, ...known);
  const at = known.indexOf(most);
  if (most >= 2) return captionsBelow(rows, known, at);
  if (most === 1 && filled(rows[at]?.cells ?? []) <= 2) return at;
  const widest = Math.max(0, ...rows.map(({ cells }) => filled(cells)));
  const wide = rows.findIndex(
    ({ cells }) =>
      filled(cells) * 5 >= Math.max(1, widest * 3) &&
      !cells.every((cell) => isBlank(cell) || isLabelled(cell)),
  );
  return Math.max(0, wide);
}

/**
 * Names for programs may stand above those for people, as Kingdee writes `FNumber` above `编码`: then
 * the lower row is the header.
 */
function captionsBelow(rows: readonly RawRow[], known: readonly number[], at: number): number {
  const [upper = [], lower = []] = [rows[at]?.cells, rows[at + 1]?.cells];
  const isCaptions =
    (known[at + 1] ?? 0) * 2 >= Math.max(4, filled(lower)) &&
    filled(lower) * 5 >= filled(upper) * 4 &&
    lower.every((cell, column) => isBlank(cell) || cell !== upper[column]);
  return isCaptions ? at + 1 : at;
}

function firstBroken(rows: readonly RawRow[]): number {
  return Math.max(
    0,
    rows.findIndex(({ broken }) => broken !== undefined),
  );
}

/** A mobile number, an address of the net, a date: no heading is written like that. */
const surelyValue =
  /^(?:(?:\+?86[- ]?)?1[3-9]\d{9}|\S+@\S+\.\S+|https?:\/\/\S+|wxid_\w+|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.*)$/;
const numberOrTime = /^[\d.,:/\s+-]+$/;

/** Is the row where the header should be one, or data already? */
function isHeader(rows: readonly RawRow[], at: number, model: Model): boolean {
  const found = rows[at];
  if (found === undefined || !mayHead(found)) return found === undefined;
  const texts = found.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (texts.some((text) => isKnownHeading(text, model))) return true;
  const isAllNumbers = texts.length > 0 && texts.every((text) => numberOrTime.test(text));
  if (isAllNumbers || texts.some((text) => surelyValue.test(text))) return false;
  return !recurs(
    found.cells,
    rows.slice(at + 1).map(({ cells }) => cells),
  );
}

/** A value that stands in its column again is none that heads it; a whole row that recurs may be. */
function recurs(cells: readonly string[], below: readonly (readonly string[])[]): boolean {
  const isSame = (row: readonly string[], at: number): boolean =>
    !isBlank(cells[at]) && row[at] === cells[at];
  return below.some((row) => {
    const same = cells.filter((_, at) => isSame(row, at)).length;
    return same > 0 && same < filled(cells);
  });
}

/** The range of header rows around `at`: itself, or itself with the row above or below it. */
function twoRows(
  rows: readonly RawRow[],
  at: number,
  model: Model,
): readonly [first: number, last: number] {
  const cells = (index: number): readonly string[] => rows[index]?.cells ?? [];
  if (fillsGaps(cells(at), cells(at + 1))) return [at, at + 1];
  const above = cells(at - 1);
  const isParent =
    filled(above) > 1 &&
    !above.some((cell) => isLabelled(cell) || looksLikeValue(cell)) &&
    !standsAlone(cells(at), model) &&
    fillsGaps(above, cells(at));
  return isParent ? [at - 1, at] : [at, at];
}

/** `制表人：王敏` says who made the table; no heading says its value. */
const isLabelled = (cell: string): boolean => /[:：]\s*\S/.test(cell);

/** A heading in each column, each another one, most of them known: nothing above is missing. */
function standsAlone(cells: readonly string[], model: Model): boolean {
  const known = cells.filter((cell) => isKnownHeading(cell, model)).length;
  const different = new Set(cells.map((cell) => cell.trim()));
  return different.size === cells.length && !different.has("") && known * 2 >= cells.length;
}

/**
 * Does the lower row stand only where the upper one is blank or spans to a blank? Then they are
 * one header: `联系方式 | |` above `联系人 | 手机`.
 */
function fillsGaps(upper: readonly string[], lower: readonly string[]): boolean {
  const places = lower.map((_, at) => at).filter((at) => !isBlank(lower[at]));
  const fitting = places.every(
    (at) => isBlank(upper[at]) || (isBlank(upper[at + 1]) && !isBlank(lower[at + 1])),
  );
  const gaps = places.filter((at) => isBlank(upper[at])).length;
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

/**
 * Front ends that end each line with a comma give one heading too many, with nothing below it. A
 * row longer than the header says nothing: a comma inside one of its names has shifted it.
 */
function withoutUnused(names: readonly string[], below: readonly RawRow[]): readonly string[] {
  const whole = below.filter(({ cells }) => cells.length <= names.length);
  const isUnused = (at: number): boolean =>
    isBlank(names[at]) && whole.every(({ cells }) => isBlank(cells[at]));
  let width = names.length;
  while (width > 0 && isUnused(width - 1)) width -= 1;
  return names.slice(0, width);
}

/** The number of cells that most rows have, the smaller one of two; blank rows do not count. */
export function commonestWidth(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows.filter((row) => filled(row.cells) > 0)) {
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? 0;
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
