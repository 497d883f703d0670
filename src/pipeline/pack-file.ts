import { matchingFields } from "../dedupe/features/matching-fields.ts";
import { sharedInts } from "../dedupe/growing-array.ts";
import {
  columnGroups,
  groupOfPart,
  mergeColumns,
  packedTable,
  type ColumnGroup,
} from "../dedupe/merge-packed-parts.ts";
import type { PackedColumn, PackedRecords } from "../dedupe/packed-records.ts";
import { pickTexts } from "../dedupe/sort-texts.ts";
import type { TextPool } from "../dedupe/text-pool.ts";
import type { Model } from "../model/entity.ts";
import { packTable } from "./pack-table.ts";
import type { ProgressEvent } from "./run-context.ts";
import type { PackedRows } from "./row-packer.ts";
import { RowStream } from "./row-stream.ts";
import { contactField } from "./table-layout.ts";
import { looksAtColumns, observeNothing, unreadColumns, type TableSpec } from "./table-reader.ts";
import { readIds, type RowIds } from "./row-ids.ts";
import {
  openTableRows,
  readTableRecords,
  type OpenedRows,
  type TableQuestion,
  type TableRecords,
} from "./table-records.ts";
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
}

/**
 * The features of all rows of a table, read while the table is: workers take rows from a few
 * buffers that go round, so that memory holds the features and no table. The result is the same to
 * the byte for any number of workers. Throws what `readTableRecords` throws.
 */
export async function packFile(
  question: TableQuestion,
  pool: WorkerPool,
  context: PackContext,
): Promise<PackedFile> {
  const opened = await openTableRows(question, context.model);
  const { layout, spec } = opened;
  const fields = matchingFields(layout.entity, {
    fields: layout.fields,
    contactField: contactField.name,
  });
  const isOnePass = spec !== undefined && !looksAtColumns(layout, fields);
  try {
    if (isOnePass) return await packOpened({ ...opened, spec }, question, pool, context);
  } finally {
    await opened.source.close();
  }
  const records = await readTableRecords(question, context.model);
  return { ...records, packed: packTable(records, context) };
}

async function packOpened(
  { table, layout, spec, otherSheets }: OpenedRows & { readonly spec: TableSpec },
  question: TableQuestion,
  pool: WorkerPool,
  { emit }: PackContext,
): Promise<PackedFile> {
  const options = { fields: layout.fields, contactField: contactField.name };
  const fields = matchingFields(layout.entity, options);
  const packing = { spec, fields, contexts: observeNothing(layout, fields) };
  const stream = new RowStream(packing, pool, unreadColumns(layout, fields, table.columns.length));
  const { ids, quarantined } = await readIds(table, question, (row, number) => {
    if (number % emitEvery === 0) emit({ step: "read", done: number });
    return stream.add(row, number);
  });
  const parts = await stream.finish();
  // What the workers have gathered is of no use from here on.
  await pool.close();
  const order = recordOrder(parts, ids);
  const columns = await mergeParts(parts, order, columnGroups(layout.entity, options), pool);
  return {
    packed: packedTable(layout.entity, options, sortedIds(ids), columns),
    ids,
    quarantined,
    otherSheets,
    unknownColumns: layout.unknownColumns,
    counts: table.counts(),
  };
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
  const inputs = groups.map((group) => ({
    group,
    parts: rows.map(({ part }) => groupOfPart(group, part)),
    order,
  }));
  const merged = pool.isWorthIt(order.length)
    ? await pool.askAll("mergeParts", inputs)
    : inputs.map((each) => mergeColumns(each.group, each.parts, each.order));
  return Object.assign({}, ...merged);
}
