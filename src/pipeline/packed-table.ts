import { entityFeatures } from "../dedupe/features/entity-features.ts";
import { matchingFields } from "../dedupe/features/matching-fields.ts";
import { createPacker } from "../dedupe/pack.ts";
import { fromBlobs } from "../dedupe/packed-blobs.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import type { EntityName, Field, Model } from "../model/entity.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { findPackedColumn, listPackedColumns } from "../workspace/packed-columns.ts";
import { iterateRecords } from "../workspace/records.ts";

/** The packed table of an entity as `normalize` left it, else packed from its records. */
export function readPackedTable(
  workspace: Workspace,
  entity: EntityName,
  { entities }: Model,
): PackedRecords {
  const blobs = listPackedColumns(workspace, entity).map((name) => ({
    name,
    bytes: findPackedColumn(workspace, entity, name) ?? new Uint8Array(),
  }));
  const { fields } = entities[entity];
  const packed = blobs.length > 0 ? fromBlobs(blobs) : undefined;
  if (packed !== undefined && hasAllFeatures(packed, fields)) return packed;
  const packer = createPacker(entity, { fields: matchingFields(entity, { fields }) });
  for (const record of iterateRecords(workspace, entity)) packer.add(record);
  return packer.finish();
}

/** An older goldpan may have packed other features, or the project has other fields since. */
function hasAllFeatures(packed: PackedRecords, fields: readonly Field[]): boolean {
  const wanted = entityFeatures(packed.entity, { fields }).columns.map(({ name }) => name);
  const found = Object.keys(packed.columns);
  return wanted.length === found.length && wanted.every((name) => found.includes(name));
}
