import {
  columnGroups,
  mergeColumns,
  packedTable,
  type ColumnGroup,
} from "../../dedupe/merge-packed-parts.ts";
import { iterateBlobs } from "../../dedupe/packed-blobs.ts";
import { readGroupPart, readPartIds, type ReadBuffer } from "../../dedupe/packed-part-blobs.ts";
import type { PackedColumn } from "../../dedupe/packed-records.ts";
import { pickTexts, sortTexts } from "../../dedupe/sort-texts.ts";
import { joinPools } from "../../dedupe/text-pool.ts";
import { matchingFields } from "../../dedupe/features/matching-fields.ts";
import type { EntityName, Model } from "../../model/entity.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { savePackedColumn } from "../../workspace/packed-columns.ts";
import { openStagedParts } from "../../workspace/staging.ts";
import type { WorkerPool } from "../workers/worker-pool.ts";
import { packedEntities } from "./record-packer.ts";

/** Packed parts that are kept in memory, because there are few records. */
export class PartsInMemory {
  readonly #parts = new Map<EntityName, Map<string, Uint8Array>[]>();

  add(entity: EntityName, part: number, name: string, bytes: Uint8Array): void {
    const parts = this.#parts.get(entity) ?? [];
    this.#parts.set(entity, parts);
    (parts[part] ??= new Map()).set(name, bytes);
  }

  readers(entity: EntityName): ReadBuffer[] {
    return (this.#parts.get(entity) ?? []).map((buffers) => (name) => {
      const bytes = buffers.get(name);
      if (bytes === undefined) throw new Error(`Packed part without the buffer ${name}`);
      return bytes;
    });
  }
}

/** Where the parts of a packed table are. */
export interface PartPlaces {
  readonly stagingPaths: readonly string[];
  readonly inMemory: PartsInMemory;
}

/** Makes the packed tables of their parts and leaves them in the workspace, where matching finds them. */
export async function savePackedTables(
  workspace: Workspace,
  model: Model,
  places: PartPlaces,
  pool: WorkerPool,
): Promise<void> {
  for (const entity of packedEntities) {
    // What the workers have gathered is of no use from here on.
    await pool.close();
    const { fields } = model.entities[entity];
    const options = { fields: matchingFields(entity, { fields }) };
    const ids = joinPools(idPools(entity, places));
    const order = sortTexts(ids);
    // Ids of the pool begin at 1, records at 0.
    const records = order.map((id) => id - 1);
    const groups = columnGroups(entity, options);
    const columns = await mergeGroups(entity, groups, records, { places, pool });
    const table = packedTable(entity, options, pickTexts(ids, order), columns);
    for (const { name, bytes } of iterateBlobs(table)) {
      savePackedColumn(workspace, entity, name, bytes);
    }
  }
}

function idPools(entity: EntityName, { stagingPaths, inMemory }: PartPlaces) {
  const staged = stagingPaths.flatMap((path) => {
    const parts = openStagedParts(path);
    try {
      return Array.from({ length: parts.count(entity) }, (_, part) =>
        readPartIds((name) => parts.read(entity, part, name)),
      );
    } finally {
      parts.close();
    }
  });
  return [...staged, ...inMemory.readers(entity).map(readPartIds)];
}

async function mergeGroups(
  entity: EntityName,
  groups: readonly ColumnGroup[],
  order: Int32Array,
  { places, pool }: { readonly places: PartPlaces; readonly pool: WorkerPool },
): Promise<Record<string, PackedColumn>> {
  const { stagingPaths, inMemory } = places;
  if (stagingPaths.length === 0) {
    const readers = inMemory.readers(entity);
    const merged = groups.map((group) =>
      mergeColumns(
        group,
        readers.map((read) => readGroupPart(group, read)),
        order,
      ),
    );
    return Object.assign({}, ...merged);
  }
  const inputs = groups.map((group) => ({ entity, group, stagingPaths, order }));
  return Object.assign({}, ...(await pool.askAll("mergeGroup", inputs)));
}
