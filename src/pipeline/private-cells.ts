import { recogniseSystem } from "../importers/source-system.ts";
import { cleanHeading } from "../importers/clean-heading.ts";
import type { TableBatch, TableRow } from "../model/source.ts";
import { isResidentId } from "../normalize/uscc/check-digits.ts";

/** What of a table is not kept as it stands (`contracts.md` 9): columns by their positions. */
export interface PrivateColumns {
  /** Text of messages that the mapping does not ask for: it is not kept at all. */
  readonly messages: readonly number[];
  /** Columns with identity numbers of persons: the numbers are masked. */
  readonly identities: readonly number[];
}

const identityHeading = /身份证|证件号|government id|id card/i;
const longNumber = /(?<![\dA-Za-z])\d{14,17}[\dXx](?![\dA-Za-z])/g;

/** Columns of a known chat that hold what people wrote to each other, unless a field reads them. */
export function messageColumns(
  columns: readonly string[],
  usedColumns: readonly string[],
): number[] {
  const messages = recogniseSystem(columns)?.profile.messages ?? [];
  const headings = new Set(messages.map(cleanHeading));
  return columns.flatMap((column, at) =>
    headings.has(cleanHeading(column)) && !usedColumns.includes(column) ? [at] : [],
  );
}

/** Columns that are headed like identity numbers, or hold one in the rows at hand. */
export function identityColumns(columns: readonly string[], rows: readonly TableRow[]): number[] {
  return columns.flatMap((column, at) =>
    identityHeading.test(column) || rows.some(({ cells }) => holdsIdentity(cells[at] ?? ""))
      ? [at]
      : [],
  );
}

function holdsIdentity(cell: string): boolean {
  return cell.length >= 15 && maskIdentities(cell) !== cell;
}

/** `"张三 11010519491231002X"` -> `"张三 110105********002X"`: a number that is none stays. */
export function maskIdentities(cell: string): string {
  return cell.replaceAll(longNumber, (number) =>
    isResidentId(number.toUpperCase())
      ? `${number.slice(0, 6)}${"*".repeat(number.length - 10)}${number.slice(-4)}`
      : number,
  );
}

/** The same rows without what is private; rows that hold nothing of it are the same objects. */
export function withoutPrivate(batch: TableBatch, hidden: PrivateColumns): TableBatch {
  if (hidden.messages.length + hidden.identities.length === 0) return batch;
  return { ...batch, rows: batch.rows.map((row) => hideCells(row, hidden)) };
}

function hideCells(row: TableRow, { messages, identities }: PrivateColumns): TableRow {
  const cells = [...row.cells];
  for (const at of messages) cells[at] = "";
  for (const at of identities) cells[at] = maskIdentities(cells[at] ?? "");
  return { row: row.row, cells };
}
