import type { RawRow } from "../../raw-row.ts";
import { MergeFiller } from "../fill-merges.ts";
import type { RowBlock } from "./row-block.ts";
import { SheetRow } from "./sheet-row.ts";
import type { SheetSurvey } from "./sheet-survey.ts";
import { sortedRows } from "./sorted-rows.ts";

type Blocks = AsyncIterable<RowBlock> | Iterable<RowBlock>;

/** Few rows at a time: those that live while the collector runs are copied by it. */
const batchRows = 1 << 8;
/** The last row of Excel; what lies beyond makes no blank rows. */
const lastRow = 1 << 20;

/**
 * Packed rows in batches of an even size and in order, those under a merged cell with its text, a
 * blank one for each number without text above the last that has some.
 */
export async function* rowBatches(
  blocks: Blocks,
  { merges, isOrdered }: Pick<SheetSurvey, "merges" | "isOrdered">,
): AsyncGenerator<readonly RawRow[]> {
  const filler = merges.length > 0 ? new MergeFiller(merges) : undefined;
  const batcher = new Batcher();
  for await (const rows of isOrdered ? rowsIn(blocks) : [await sortedRows(blocks)]) {
    for (const row of rows) {
      if (row.row > batcher.next) yield* batcher.fillUpTo(row.row);
      const full = batcher.add(filler?.filled(row) ?? row);
      if (full !== undefined) yield full;
    }
  }
  yield batcher.take();
}

async function* rowsIn(blocks: Blocks): AsyncGenerator<RawRow[]> {
  for await (const block of blocks) {
    for (let from = 0; from < block.count; from += batchRows) {
      const count = Math.min(batchRows, block.count - from);
      yield Array.from({ length: count }, (_, at) => new SheetRow(block, from + at));
    }
  }
}

/** Gathers rows, those that are not stored too. */
class Batcher {
  /** Number of the row that comes next. */
  next = 1;
  private batch: RawRow[] = [];

  /** Adds a row; returns the batch when it has become full. */
  add(row: RawRow): readonly RawRow[] | undefined {
    this.batch.push(row);
    this.next = row.row + 1;
    return this.batch.length < batchRows ? undefined : this.take();
  }

  *fillUpTo(row: number): Generator<readonly RawRow[]> {
    if (row > lastRow) return;
    while (this.next < row) {
      const full = this.add({ row: this.next, cells: [] });
      if (full !== undefined) yield full;
    }
  }

  take(): readonly RawRow[] {
    const { batch } = this;
    this.batch = [];
    return batch;
  }
}
