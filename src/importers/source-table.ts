import type { Model } from "../model/entity.ts";
import type {
  NonDataKind,
  QuarantinedRow,
  ReadOptions,
  RowCounts,
  SourceTable,
  TableBatch,
  TableRow,
} from "../model/source.ts";
import type { Finding } from "../model/finding.ts";
import {
  commonestWidth,
  continuedHeader,
  findHeader,
  headerSearchRows,
  widenHeader,
  type Header,
} from "./header-row.ts";
import type { RawRow, RawTable } from "./raw-row.ts";
import { RowCompletion } from "./row-completion.ts";
import { RowKinds, type CellsOfRow } from "./row-kind.ts";

interface Tally {
  read: number;
  data: number;
  quarantined: number;
  readonly nonData: Record<NonDataKind, number>;
}

interface Widths {
  readonly columns: number;
  readonly isAllowed: (width: number) => boolean;
}

interface Peeked {
  readonly header: Header;
  /** Rows that were read while searching, below the header. */
  readonly waiting: readonly RawRow[];
  readonly rest: AsyncIterator<readonly RawRow[]>;
}

/** Why a table is none: nothing is data, or only the sample rows of a template are. */
export interface EmptyTable {
  readonly emptyBecause: "no-rows" | "template";
  /** Rows with text in them, all told. */
  readonly rowsWithText: number;
}

export interface TableInUse {
  readonly table: SourceTable;
  /** Lets go of what the rows are read from, however far they were read. */
  close(): Promise<void>;
}

/**
 * A format's rows as a table: header found, titles, repeated headers, footers, samples and blank
 * rows named and counted. `emptyBecause` when no row below the header is data or quarantined;
 * a table with sample rows only is a template.
 */
export async function openSourceTable(
  raw: RawTable,
  model: Model,
  options: ReadOptions,
): Promise<TableInUse | EmptyTable> {
  const { header, waiting, rest } = await peek(raw, model, options);
  const tally = startTally(header);
  const widths = widthsOf(raw, header, waiting);
  const kinds = new RowKinds({
    headers: header.headerRows.map(({ cells }) => cells),
    titles: header.titleRows.map(({ cells }) => cells),
    columns: header.columns.length,
  });
  const completion = new RowCompletion(header.columns, header.titleRows);
  const classify = (rows: readonly RawRow[]): TableBatch =>
    completion.complete(classifyRows(rows, kinds, widths, tally));
  const first: TableBatch[] = [classify(waiting)];
  while (tally.data + tally.quarantined === 0) {
    const next = await rest.next();
    if (next.done === true) return emptyTable(tally);
    first.push(classify(next.value));
  }
  const table: SourceTable = {
    sheet: raw.sheet,
    columns: completion.columns,
    headerRow: header.headerRow,
    preamble: header.titleRows.map(textOfRow).filter((text) => text !== ""),
    // What a reader finds out on its way is told when it has come to the end.
    get findings() {
      return [...raw.findings, ...doubtsAbout(header, options), ...completion.findings()];
    },
    batches: () => streamBatches(first, rest, classify),
    counts: () => checkedCounts(tally),
  };
  return { table, close: async () => void (await rest.return?.()) };
}

function emptyTable({ read, nonData }: Tally): EmptyTable {
  const emptyBecause = nonData.sample > 0 ? "template" : "no-rows";
  return { emptyBecause, rowsWithText: read - nonData.blank };
}

function textOfRow({ cells }: RawRow): string {
  return cells.filter((cell) => cell.trim() !== "").join(" ");
}

/** Nobody said that the table has no header: it is a guess, and said to be one. */
function doubtsAbout({ headerRow, columns }: Header, asked: ReadOptions): Finding[] {
  if (headerRow > 0 || asked.headerRow === 0) return [];
  if (columns === asked.continues) return [{ code: "I115", severity: "info" }];
  return [{ code: "I105", severity: "warning", detail: `${columns.length} columns` }];
}

/** A stray note far to the right must not make thousands of columns. */
const mostUnnamedColumns = 50;

async function peek(raw: RawTable, model: Model, options: ReadOptions): Promise<Peeked> {
  const rest = raw.rows[Symbol.asyncIterator]();
  const rows: RawRow[] = [];
  const enough = Math.max(headerSearchRows, options.headerRow ?? 0);
  while (rows.length < enough) {
    const next = await rest.next();
    if (next.done === true) break;
    rows.push(...next.value);
  }
  const start = rows.slice(0, enough);
  const found =
    continuedHeader(start, model, options.continues) ??
    findHeader(start, model, options.headerRow ?? raw.headerRow);
  const width = raw.widthBelow?.(rows[found.consumed - 1]?.row ?? 0) ?? 0;
  const header = widenHeader(found, Math.min(width, found.columns.length + mostUnnamedColumns));
  return { header, waiting: rows.slice(header.consumed), rest };
}

function startTally({ titleRows, headerRows }: Header): Tally {
  const blank = titleRows.filter(({ cells }) => cells.every((cell) => cell.trim() === "")).length;
  return {
    read: titleRows.length + headerRows.length,
    data: 0,
    quarantined: 0,
    nonData: {
      title: titleRows.length - blank,
      header: headerRows.length,
      footer: 0,
      sample: 0,
      blank,
    },
  };
}

async function* streamBatches(
  first: readonly TableBatch[],
  rest: AsyncIterator<readonly RawRow[]>,
  classify: (rows: readonly RawRow[]) => TableBatch,
): AsyncGenerator<TableBatch> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    yield classify(next.value);
  }
}

function classifyRows(
  rows: readonly RawRow[],
  kinds: RowKinds,
  widths: Widths,
  tally: Tally,
): TableBatch {
  const data: TableRow[] = [];
  const quarantined: QuarantinedRow[] = [];
  for (const each of rows) {
    tally.read += 1;
    const kind = each.broken === undefined ? kinds.kindOf(cellsOf(each), tally.data) : null;
    if (kind !== null) {
      tally.nonData[kind] += 1;
      continue;
    }
    const outcome = fit(each, widths);
    if ("finding" in outcome) {
      tally.quarantined += 1;
      quarantined.push(outcome);
    } else {
      tally.data += 1;
      data.push(outcome);
    }
  }
  return { rows: data, quarantined };
}

/** The cells as they lie there; those of a text file are decoded one by one. */
function cellsOf(raw: RawRow): CellsOfRow {
  if (raw.encoded !== undefined) return raw.encoded;
  const { cells } = raw;
  return { width: cells.length, cellAt: (at) => cells[at] ?? "" };
}

/**
 * How many cells a row may have. In text a comma inside a name shifts all that follows, so a row
 * must be as long as the header, or as most rows are: front ends end each line with a comma.
 */
function widthsOf(raw: RawTable, header: Header, waiting: readonly RawRow[]): Widths {
  const columns = header.columns.length;
  if (!raw.strictWidth) return { columns, isAllowed: () => true };
  const headings = Math.max(0, ...header.headerRows.map(({ cells }) => cells.length));
  const allowed = new Set([columns, headings, commonestWidth(waiting)]);
  return { columns, isAllowed: (width) => width >= columns && allowed.has(width) };
}

/** The row with as many cells as there are columns, or quarantined where that would be a guess. */
function fit(raw: RawRow, widths: Widths): TableRow | QuarantinedRow {
  return fitUndecoded(raw, widths.columns) ?? fitCells(raw, widths);
}

/** The row as it is or widened, when its reader can do that without decoding it. */
function fitUndecoded(raw: RawRow, columns: number): TableRow | undefined {
  const width = raw.broken === undefined ? raw.encoded?.width : undefined;
  if (width === columns) return raw;
  return width !== undefined && width < columns ? raw.widened?.(columns) : undefined;
}

function fitCells(raw: RawRow, { columns, isAllowed }: Widths): TableRow | QuarantinedRow {
  const { row, cells, text = cells.join("\t") } = raw;
  if (raw.broken !== undefined) return { row, text, finding: raw.broken };
  if (cells.length === columns) return { row, cells };
  const isBlankBeyond = cells.slice(columns).every((cell) => cell.trim() === "");
  if (isBlankBeyond && isAllowed(cells.length)) {
    const missing = Math.max(0, columns - cells.length);
    return {
      row,
      cells: [...cells.slice(0, columns), ...Array.from({ length: missing }, () => "")],
    };
  }
  const detail = `expected ${columns} cells, got ${cells.length}`;
  return { row, text, finding: { code: "I101", severity: "error", detail } };
}

/** `contracts.md` 5: rows read = non-data rows + quarantined + source rows. */
function checkedCounts(tally: Tally): RowCounts {
  const nonData = Object.values(tally.nonData).reduce((sum, count) => sum + count, 0);
  if (tally.read !== nonData + tally.quarantined + tally.data) {
    throw new Error(`rows do not add up: ${JSON.stringify(tally)}`);
  }
  return { ...tally, nonData: { ...tally.nonData } };
}
