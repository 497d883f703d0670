import { namesColumn, withoutGenericValues } from "../../dedupe/generic-values.ts";
import { columnGroups, mergeColumns, type ColumnGroup } from "../../dedupe/merge-packed-parts.ts";
import { columnBlobs, headerBlob, idBlobs, type PackedBlob } from "../../dedupe/packed-blobs.ts";
import { readGroupPart, readPartIds, type ReadBuffer } from "../../dedupe/packed-part-blobs.ts";
import type { PackedColumn } from "../../dedupe/packed-records.ts";
import { pickTexts, sortTexts } from "../../dedupe/sort-texts.ts";
import { joinPools } from "../../dedupe/text-pool.ts";
import { entityFeatures } from "../../dedupe/features/entity-features.ts";
import { matchingFields } from "../../dedupe/features/matching-fields.ts";
import type { EntityName, Model } from "../../model/entity.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { savePackedColumn } from "../../workspace/packed-columns.ts";
import { openPartFile } from "../../workspace/part-files.ts";
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
  readonly partPaths: readonly string[];
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
    const keep = ({ name, bytes }: PackedBlob): void =>
      savePackedColumn(workspace, entity, name, bytes);
    await mergeTable(entity, model, keep, { places, pool });
  }
}

/** One table; its columns are kept as they come, for all of them at once are hundreds of megabytes. */
async function mergeTable(
  entity: EntityName,
  model: Model,
  keep: (blob: PackedBlob) => void,
  { places, pool }: { readonly places: PartPlaces; readonly pool: WorkerPool },
): Promise<void> {
  const options = { fields: matchingFields(entity, { fields: model.entities[entity].fields }) };
  const { columns: specs, customFields } = entityFeatures(entity, options);
  const order = keepIds(entity, places, keep);
  const merge = groupMerger(entity, order, places, pool);
  const kept = new KeptColumns(entity, keep);
  const isTelling = ({ columns }: ColumnGroup): boolean =>
    columns.some(({ name }) => name === namesColumn(entity));
  const groups = columnGroups(entity, options);
  const inOrder = groups.toSorted((a, b) => Number(isTelling(b)) - Number(isTelling(a)));
  // Asked at once and kept in their order, so that the file is the same whoever is ready first.
  const asked = inOrder.map(merge);
  // One that fails before its turn is reported in its turn.
  for (const each of asked) each.catch(() => undefined);
  for (const merged of asked) kept.add(await merged);
  const columns = specs.map(({ name }) => ({ name, kind: kept.kindOf(name) }));
  keep(headerBlob({ entity, size: order.length, customFields, columns }));
}

/** Keeps the ids of a table; returns its records by id, as numbers counted over all parts. */
function keepIds(
  entity: EntityName,
  places: PartPlaces,
  keep: (blob: PackedBlob) => void,
): Int32Array {
  const ids = joinPools(idPools(entity, places));
  const order = sortTexts(ids);
  for (const blob of idBlobs(pickTexts(ids, order))) keep(blob);
  // Ids of the pool begin at 1, records at 0.
  return order.map((id) => id - 1);
}

/** Columns that were handed on, without the values that strangers share. */
class KeptColumns {
  readonly #entity: EntityName;
  readonly #keep: (blob: PackedBlob) => void;
  readonly #kinds = new Map<string, PackedColumn["kind"]>();
  /** The values that tell strangers apart; they come first. */
  #names: Int32Array = new Int32Array(0);

  constructor(entity: EntityName, keep: (blob: PackedBlob) => void) {
    this.#entity = entity;
    this.#keep = keep;
  }

  add(columns: Readonly<Record<string, PackedColumn>>): void {
    const names = columns[namesColumn(this.#entity) ?? ""];
    if (names !== undefined) this.#names = names.values;
    for (const [name, column] of Object.entries(columns)) {
      this.#kinds.set(name, column.kind);
      const own = withoutGenericValues(this.#entity, { name, column }, this.#names);
      for (const blob of columnBlobs(name, own)) this.#keep(blob);
    }
  }

  kindOf(name: string): PackedColumn["kind"] {
    const kind = this.#kinds.get(name);
    if (kind === undefined) throw new Error(`Column ${name} was not packed`);
    return kind;
  }
}

function idPools(entity: EntityName, { partPaths, inMemory }: PartPlaces) {
  const staged = partPaths.flatMap((path) => {
    const parts = openPartFile(path);
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

/** Merges the parts of one group of columns after the other, on another thread where they are in files. */
function groupMerger(
  entity: EntityName,
  order: Int32Array,
  { partPaths, inMemory }: PartPlaces,
  pool: WorkerPool,
): (group: ColumnGroup) => Promise<Record<string, PackedColumn>> {
  return async (group) => {
    if (partPaths.length === 0) {
      const parts = inMemory.readers(entity).map((read) => readGroupPart(group, read));
      return mergeColumns(group, parts, order);
    }
    const [merged = {}] = await pool.askAll("mergeGroup", [{ entity, group, partPaths, order }]);
    return merged;
  };
}
