import type { PairColumns } from "../compare-pairs.ts";
import type { ComparedTable } from "../compared-table.ts";
import type { DecidedPair } from "../decided-pairs.ts";
import { intAt } from "../element-at.ts";

const windowLength = 1000;
/** Rows on either side of a partner that may fit its pair as well: neighbours are alike. */
const nearby = 16;

/**
 * Draws rows, by rank, in windows of neighbours, evenly over a table of so many, so that whoever
 * contests a pair is mostly there too: 1 for those that were drawn.
 */
export function drawWindows(rows: number, mostRows: number): Uint8Array {
  const drawn = new Uint8Array(rows);
  if (rows <= mostRows) return drawn.fill(1);
  const windows = Math.max(2, Math.floor(mostRows / windowLength));
  for (let at = 0; at < windows; at += 1) {
    const start = Math.floor(((rows - windowLength) * at) / (windows - 1));
    drawn.fill(1, start, start + windowLength);
  }
  return drawn;
}

/** What else is to be looked at beside drawn rows. */
export interface SurroundingQuestion {
  readonly drawn: Uint8Array;
  /** The pairs worth keeping of the drawn rows. */
  readonly pairs: PairColumns;
  /** Whether it is known what both records of a pair are. */
  readonly isTold: (left: number, right: number) => boolean;
  readonly decided: readonly DecidedPair[];
}

/**
 * Rows beside the drawn ones: the neighbours of partners that pairs with a label have outside, who
 * may contest them, and those of what people decided.
 */
export function surroundingRows(
  table: ComparedTable,
  { drawn, pairs, isTold, decided }: SurroundingQuestion,
): Uint8Array {
  const { stride } = table;
  const rows = table.rows;
  const beside = new Uint8Array(drawn.length);
  const surround = (record: number): void => {
    const rank = intAt(rows, record) / stride;
    beside.fill(1, Math.max(0, rank - nearby), rank + nearby + 1);
  };
  for (let at = 0; at < pairs.left.length; at += 1) {
    const left = intAt(pairs.left, at);
    const right = intAt(pairs.right, at);
    if (!isTold(left, right)) continue;
    for (const record of [left, right]) {
      if (drawn[intAt(rows, record) / stride] === 0) surround(record);
    }
  }
  for (const { left, right } of decided) for (const record of [left, right]) surround(record);
  for (let rank = 0; rank < drawn.length; rank += 1) if (drawn[rank] === 1) beside[rank] = 0;
  return beside;
}
