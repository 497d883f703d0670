import type { MergedColumn } from "./merged-column.ts";
import { compareTexts } from "./sort-texts.ts";
import { poolSize, type TextPool } from "./text-pool.ts";

/** Ids in the order in which records, by their ids, first hold a text. */
export interface TextNumbering {
  /** Old id -> new id; 0 for a text that no record holds. */
  readonly newIds: Int32Array;
  /** Old ids in the order of the new ones, which begin at 1. */
  readonly order: Int32Array;
}

/**
 * Numbers texts anew, so that their ids do not tell in which order the records came: by record,
 * column by column, several new ones of one set in the order of the texts.
 */
export function numberTexts(
  columns: readonly MergedColumn[],
  records: Int32Array,
  texts: TextPool,
): TextNumbering {
  const newIds = new Int32Array(poolSize(texts));
  const order = new Int32Array(poolSize(texts));
  const worded = columns.filter(({ spec }) => spec.kind !== "number");
  let next = 0;
  const number = (id: number): void => {
    if (id === 0 || newIds[id] !== 0) return;
    order[next] = id;
    next += 1;
    newIds[id] = next;
  };
  for (let at = 0; at < records.length; at += 1) {
    for (const column of worded) numberOf(column, records[at] ?? 0, texts, number);
  }
  return { newIds, order: order.subarray(0, next) };
}

function numberOf(
  { spec, offsets, values }: MergedColumn,
  record: number,
  texts: TextPool,
  number: (id: number) => void,
): void {
  if (spec.kind === "text") {
    number(values.at(record));
    return;
  }
  const [from, to] = [offsets.at(record), offsets.at(record + 1)];
  if (to - from === 1) {
    number(values.at(from));
    return;
  }
  const ids: number[] = [];
  for (let at = from; at < to; at += 1) ids.push(values.at(at));
  ids.sort((left, right) => compareTexts(texts, left, right)).forEach(number);
}
