import { createPartPacker } from "../../dedupe/pack.ts";
import type { PackedPart } from "../../dedupe/packed-part.ts";
import type { Field } from "../../model/entity.ts";
import { contactField } from "../table-layout.ts";
import {
  layoutOfSpec,
  recordReader,
  type ColumnContexts,
  type NamedRows,
  type TableSpec,
} from "../table-reader.ts";

/** Records of a table, by their positions in the order of ids. */
export interface PackRange {
  readonly spec: TableSpec;
  readonly named: NamedRows;
  /** The fields that matching reads, and what their whole columns say. */
  readonly fields: readonly Field[];
  readonly contexts: ColumnContexts;
  readonly from: number;
  readonly to: number;
}

/** Their features as integers. */
export function packRange({ spec, named, fields, contexts, from, to }: PackRange): PackedPart {
  const read = recordReader(layoutOfSpec(spec), named, { fields, contexts, withFindings: false });
  const packer = createPartPacker(spec.entity, { fields, contactField: contactField.name });
  for (let position = from; position < to; position += 1) packer.add(read(position));
  return packer.finish();
}
