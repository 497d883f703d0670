import { matchingFields } from "../dedupe/features/matching-fields.ts";
import { createPacker } from "../dedupe/pack.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import type { RunContext } from "./run-context.ts";
import { contactField } from "./table-layout.ts";
import { observeColumns, recordReader } from "./table-reader.ts";
import type { TableRecords } from "./table-records.ts";

const emitEvery = 1 << 13;

/** The features of all records of a table as integers. */
export function packTable(table: TableRecords, { emit }: Pick<RunContext, "emit">): PackedRecords {
  const { entity, layout, named, rowsById } = table;
  const options = { fields: table.fields, contactField: contactField.name };
  const fields = matchingFields(entity, options);
  const contexts = observeColumns(layout, named, fields);
  const read = recordReader(layout, named, { fields, contexts, withFindings: false });
  const packer = createPacker(entity, options);
  const total = rowsById.length;
  for (let position = 0; position < total; position += 1) {
    if (position % emitEvery === 0) emit({ step: "normalize", done: position, total });
    packer.add(read(position));
  }
  return packer.finish();
}
