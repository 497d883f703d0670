import { matchingFields } from "../../dedupe/features/matching-fields.ts";
import { createPacker } from "../../dedupe/pack.ts";
import { toBlobs } from "../../dedupe/packed-blobs.ts";
import type { EntityName, Model } from "../../model/entity.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { savePackedColumn } from "../../workspace/packed-columns.ts";
import { iterateRecords } from "../../workspace/records.ts";

/** Entities in which duplicates are looked for. */
const packedEntities: readonly EntityName[] = ["customer", "contact"];

/** Leaves the integers that matching reads beside the records they were made of. */
export function packEntities(workspace: Workspace, model: Model): void {
  for (const entity of packedEntities) {
    const { fields } = model.entities[entity];
    const packer = createPacker(entity, { fields: matchingFields(entity, { fields }) });
    for (const record of iterateRecords(workspace, entity)) packer.add(record);
    for (const { name, bytes } of toBlobs(packer.finish())) {
      savePackedColumn(workspace, entity, name, bytes);
    }
  }
}
