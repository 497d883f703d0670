import { stat } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { matchingFields } from "../dedupe/features/matching-fields.ts";
import { sharedInts } from "../dedupe/growing-array.ts";
import {
  columnGroups,
  groupOfPart,
  mergeColumns,
  packedTable,
  type ColumnGroup,
  type GroupPart,
} from "../dedupe/merge-packed-parts.ts";
import type { PackedColumn, PackedRecords } from "../dedupe/packed-records.ts";
import { pickTexts } from "../dedupe/sort-texts.ts";
import type { TextPool } from "../dedupe/text-pool.ts";
import type { Model } from "../model/entity.ts";
import { ColumnValues } from "./column-values.ts";
import type { ProgressEvent } from "./run-context.ts";
import type { PackedRows } from "./row-packer.ts";
import type { RowSlots } from "./row-slots.ts";
import { RowStream } from "./row-stream.ts";
import { expectShortLives } from "./short-lives.ts";
import { contactField } from "./table-layout.ts";
import { unreadColumns, type ColumnContexts } from "./table-reader.ts";
import { readIds, type RowIds } from "./row-ids.ts";
import { openTableRows, type TableQuestion, type TableRecords } from "./table-records.ts";
import type { WorkerPool } from "./workers/worker-pool.ts";

/** A table as integers for matching, and what else is told about it; its rows are let go. */
export interface PackedFile extends Pick<
  TableRecords,
  "unknownColumns" | "counts" | "quarantined" | "otherSheets"
> {
  readonly packed: PackedRecords;
  readonly ids: RowIds;
}

interface PackContext {
  readonly model: Model;
  readonly emit: (event: ProgressEvent) => void;
  /** Buffers of another size than usual. */
  readonly slots?: () => RowSlots;
}

/**
 * The features of all rows of a table, read while the table is: workers take rows from a few
 * buffers that go round, so that memory holds the features and no table. The result is the same to
 * the byte for any number of workers. What whole columns say is guessed from the rows that fill the
 * buffers; where the rest of the table says otherwise, it is read once more. Throws what
 * `readTableRecords` throws.
 */
export async function packFile(
  question: TableQuestion,
  pool: WorkerPool,
  context: PackContext,
): Promise<PackedFile> {
  if (pool.size > 1 && (await isLarge(question.path))) {
    expectShortLives();
    pool.start("packRows", pool.size);
  }
  const guessed = await packOnce(question, pool, context, undefined);
  const { contexts } = guessed;
  const packed = isDeepStrictEqual(contexts, guessed.usedContexts)
    ? guessed
    : await packOnce(question, pool, context, contexts);
  return packed.file;
}

/** A file whose rows will be packed by workers, as far as its size can tell: they may load their code meanwhile. */
async function isLarge(path: string): Promise<boolean> {
  // Whoever reads the file says what is wrong with it.
  const found = await stat(path).catch(() => undefined);
  return (found?.size ?? 0) >= largeBytes;
}

/** Half as many again as the rows that are put by before workers are asked. */
const largeBytes = 16 << 20;

interface Attempt {
  readonly file: PackedFile;
  /** What whole columns say, and what rows were read by. */
  readonly contexts: ColumnContexts;
  readonly usedContexts: ColumnContexts;
}

async function packOnce(
  question: TableQuestion,
  pool: WorkerPool,
  { model, emit, slots }: PackContext,
  known: ColumnContexts | undefined,
): Promise<Attempt> {
  const { source, table, layout, spec, otherSheets } = await openTableRows(question, model);
  try {
    if (spec === undefined) throw new Error("Workers need a layout that they can be sent");
    const options = { fields: layout.fields, contactField: contactField.name };
    const fields = matchingFields(layout.entity, options);
    const values = new ColumnValues(layout, fields);
    let usedContexts = known;
    const stream = new RowStream(
      () => ({ spec, fields, contexts: (usedContexts ??= values.observe()) }),
      pool,
      unreadColumns(layout, fields, table.columns.length),
      slots?.(),
    );
    const { ids, quarantined } = await readIds(table, question, (row, number) => {
      if (number % emitEvery === 0) emit({ step: "read", done: number });
      if (known === undefined) values.add(row);
      return stream.add(row, number);
    });
    const parts = await stream.finish();
    // What the workers have gathered is of no use from here on; others start while it is freed.
    const closing = pool.close();
    const contexts = known ?? values.observe();
    const groups = columnGroups(layout.entity, options);
    const merging = mergeParts(parts, recordOrder(parts, ids), groups, pool);
    const names = sortedIds(ids);
    const [columns] = await Promise.all([merging, closing]);
    const packed = packedTable(layout.entity, options, names, columns);
    const { unknownColumns } = layout;
    const counts = table.counts();
    const file = { packed, ids, quarantined, otherSheets, unknownColumns, counts };
    return { file, contexts, usedContexts: usedContexts ?? contexts };
  } finally {
    await source.close();
  }
}

function sortedIds({ texts, rowsById }: RowIds): TextPool {
  return pickTexts(
    texts,
    rowsById.map((row) => row + 1),
  );
}

const emitEvery = 1 << 13;

/** The records by id, as numbers counted over all parts. */
function recordOrder(parts: readonly PackedRows[], { rowsById }: RowIds): Int32Array {
  const numberOf = new Int32Array(rowsById.length);
  let number = 0;
  for (const { rows } of parts) {
    for (const row of rows) {
      numberOf[row] = number;
      number += 1;
    }
  }
  if (number !== rowsById.length) throw new Error(`${number} of ${rowsById.length} rows packed`);
  const order = sharedInts(rowsById.length);
  for (let at = 0; at < order.length; at += 1) order[at] = numberOf[rowsById[at] ?? 0] ?? 0;
  return order;
}

async function mergeParts(
  rows: readonly PackedRows[],
  order: Int32Array,
  groups: readonly ColumnGroup[],
  pool: WorkerPool,
): Promise<Record<string, PackedColumn>> {
  const inputs = groups
    .map((group) => ({ group, parts: rows.map(({ part }) => groupOfPart(group, part)), order }))
    .toSorted((a, b) => sizeOf(b.parts) - sizeOf(a.parts));
  const merged = pool.isWorthIt(order.length)
    ? await pool.shareAll("mergeParts", inputs)
    : inputs.map((each) => mergeColumns(each.group, each.parts, each.order));
  return Object.assign({}, ...merged);
}

/** Letters and values: the largest group is merged first, so that no thread waits for it in the end. */
function sizeOf(parts: readonly GroupPart[]): number {
  let size = 0;
  for (const { columns, dictionary } of parts) {
    size += dictionary.units.length;
    for (const { values } of Object.values(columns)) size += values.length;
  }
  return size;
}
