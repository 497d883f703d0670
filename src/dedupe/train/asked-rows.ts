import { forEachCandidatePair, type Meetings } from "../blocking-keys/candidate-pairs.ts";
import { rowsOfRecords, type ComparedTable } from "../compared-table.ts";
import type { DecidedPair } from "../decided-pairs.ts";
import { intAt } from "../element-at.ts";

/** Rows to look at, by rank, and the records whose pairs count. */
export interface AskedRows {
  /** 1 for rows whose pairs with earlier ones are looked at. */
  readonly asked: Uint8Array;
  /** 1 for records that were drawn. */
  readonly isSampled: Uint8Array;
}

/** What is known, and how many rows may be drawn. */
export interface AskedRowsQuestion {
  readonly codes: Int32Array | undefined;
  readonly decided: readonly DecidedPair[];
  readonly mostRows: number;
}

const windowLength = 1000;
/** Rows on either side of a partner that may fit its pair as well: neighbours are alike. */
const nearby = 16;

/**
 * Draws rows in windows of neighbours, evenly over the table, so that whoever contests a pair is
 * mostly there too; beside them the neighbours of partners outside and of what people decided.
 */
export function rowsToAsk(
  table: ComparedTable,
  meetings: Meetings,
  { codes, decided, mostRows }: AskedRowsQuestion,
): AskedRows {
  const { order, stride } = table;
  const windows =
    codes === undefined ? new Uint8Array(order.length) : drawWindows(order.length, mostRows);
  const asked = windows.slice();
  const surround = (rank: number): void => {
    asked.fill(1, Math.max(0, rank - nearby), rank + nearby + 1);
  };
  if (codes !== undefined && order.length > mostRows) {
    const hasCode = (rank: number): boolean => codes[intAt(order, rank)] !== 0;
    forEachCandidatePair({ ...meetings, asked: windows }, 0, order.length, (left, right) => {
      if (windows[left] === 0 && hasCode(left) && hasCode(right)) surround(left);
    });
  }
  if (decided.length > 0) {
    const rows = rowsOfRecords(table);
    for (const { left, right } of decided) {
      surround(intAt(rows, left) / stride);
      surround(intAt(rows, right) / stride);
    }
  }
  const isSampled = new Uint8Array(order.length);
  for (let rank = 0; rank < order.length; rank += 1) {
    isSampled[intAt(order, rank)] = windows[rank] ?? 0;
  }
  return { asked, isSampled };
}

function drawWindows(rows: number, mostRows: number): Uint8Array {
  const drawn = new Uint8Array(rows);
  if (rows <= mostRows) return drawn.fill(1);
  const windows = Math.max(2, Math.floor(mostRows / windowLength));
  for (let at = 0; at < windows; at += 1) {
    const start = Math.floor(((rows - windowLength) * at) / (windows - 1));
    drawn.fill(1, start, start + windowLength);
  }
  return drawn;
}
