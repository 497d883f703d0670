import { matchingFields } from "../dedupe/features/matching-fields.ts";
import { joinPackedParts } from "../dedupe/join-packed-parts.ts";
import { createPacker } from "../dedupe/pack.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import type { RunContext } from "./run-context.ts";
import { evenRanges } from "./search-duplicates.ts";
import { contactField } from "./table-layout.ts";
import { observeColumns, recordReader } from "./table-reader.ts";
import type { TableRecords } from "./table-records.ts";
import type { WorkerPool } from "./workers/worker-pool.ts";

const emitEvery = 1 << 13;

/**
 * The features of all records of a table as integers: large tables are packed by workers, range by
 * range, and joined; the result is the same to the byte.
 */
export async function packTable(
  table: TableRecords,
  pool: WorkerPool,
  { emit }: Pick<RunContext, "emit">,
): Promise<PackedRecords> {
  const { entity, layout, named, spec, rowsById } = table;
  const options = { fields: table.fields, contactField: contactField.name };
  const fields = matchingFields(entity, options);
  const contexts = observeColumns(layout, named, fields);
  const total = rowsById.length;
  if (spec !== undefined && pool.isWorthIt(total)) {
    const ranges = evenRanges(total, pool.parts);
    emit({ step: "normalize", done: 0, total });
    const parts = await pool.askAll(
      "pack",
      ranges.map(([from, to]) => ({ spec, named, fields, contexts, from, to })),
    );
    return joinPackedParts(parts, entity, options);
  }
  const read = recordReader(layout, named, { fields, contexts, withFindings: false });
  const packer = createPacker(entity, options);
  for (let position = 0; position < total; position += 1) {
    if (position % emitEvery === 0) emit({ step: "normalize", done: position, total });
    packer.add(read(position));
  }
  return packer.finish();
}
