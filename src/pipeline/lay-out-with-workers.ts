import { rowTraits } from "../dedupe/blocking-keys/row-traits.ts";
import type { LaidOutTable } from "../dedupe/compare-pairs.ts";
import { blocksOf, filledTable, planRows } from "../dedupe/lay-out-table.ts";
import { letterColumns, type NameLetters } from "../dedupe/name-letters.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import { evenRanges } from "./share-out.ts";
import type { WorkerPool } from "./workers/worker-pool.ts";

/**
 * `layOutForComparison` with its work spread over workers; the same result to the byte. This thread
 * plans the rows while workers read values and letters, and reads their traits while workers fill
 * them in.
 */
export async function layOutWithWorkers(
  packed: PackedRecords,
  pool: WorkerPool,
): Promise<LaidOutTable> {
  const columns = [...new Set(Object.values(letterColumns(packed)))];
  const signing = pool.askBeside(
    "signColumn",
    columns.map((column) => ({ packed, column })),
  );
  const measuring = pool.askBeside("measureRarities", [packed]);
  const plan = planRows(packed);
  const letters: NameLetters = Object.assign({}, ...(await signing));
  const ranges = evenRanges(blocksOf(plan), pool.parts);
  const filling = pool.shareAll(
    "fillRows",
    ranges.map(([from, to]) => ({ plan, letters, from, to })),
  );
  const traits = rowTraits(plan, letters);
  const [[rarities = {}]] = await Promise.all([measuring, filling]);
  return { table: filledTable(plan, rarities), traits };
}
