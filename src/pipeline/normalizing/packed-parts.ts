import { namesColumn, withoutGenericValues } from "../../dedupe/generic-values.ts";
import { columnGroups, mergeColumns, type ColumnGroup } from "../../dedupe/merge-packed-parts.ts";
import { columnBlobs, headerBlob, idBlobs, type PackedBlob } from "../../dedupe/packed-blobs.ts";
import { readGroupPart, readPartIds, type ReadBuffer } from "../../dedupe/packed-part-blobs.ts";
import type { PackedColumn } from "../../dedupe/packed-records.ts";
import { entityFeatures, type EntityFeatures } from "../../dedupe/features/entity-features.ts";
import { matchingFields } from "../../dedupe/features/matching-fields.ts";
import type { EntityName, Model } from "../../model/entity.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { savePackedColumn } from "../../workspace/packed-columns.ts";
import { settle } from "../../workspace/staged-tables.ts";
import type { MergedGroup, OrderedGroup } from "../workers/merge-groups.ts";
import { orderOf, type OrderedIds } from "../workers/order-ids.ts";
import type { WorkerPool } from "../workers/worker-pool.ts";
import { createTurns, InTurn } from "./range-turns.ts";
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

/** What makes packed tables of their parts. */
export interface TableMaking {
  readonly places: PartPlaces;
  readonly pool: WorkerPool;
  /** Indexes the records of an entity: this thread has nothing else to do while workers merge. */
  readonly index: (entity: EntityName) => void;
}

/** Makes the packed tables of their parts and leaves them in the workspace, where matching finds them. */
export async function savePackedTables(
  workspace: Workspace,
  model: Model,
  making: TableMaking,
): Promise<void> {
  const { places, pool, index } = making;
  // What the workers have gathered is of no use from here on.
  await pool.close();
  const [first, ...others] = packedEntities;
  const [ordered] = await Promise.all([
    orderRecords(places, pool),
    indexAll(first === undefined ? [] : [first], index),
  ]);
  const tables = packedEntities.map(
    (entity, at) => new SavedTable({ workspace, entity, model }, ordered[at]),
  );
  const groups = tables.flatMap((table) => table.groups);
  const take = ({ at, columns }: MergedGroup): void => {
    tables.find(({ entity }) => entity === groups[at]?.entity)?.add(columns);
    if (places.partPaths.length > 0) settle(workspace);
  };
  await Promise.all([mergeAll(groups, making, take), indexAll(others, index)]);
  for (const table of tables) table.finish();
}

/** Fails as a promise, so that others who are at work are waited for. */
async function indexAll(
  entities: readonly EntityName[],
  index: TableMaking["index"],
): Promise<void> {
  entities.forEach(index);
}

/** The ids of each packed entity and the order of its records. */
async function orderRecords(
  { partPaths, inMemory }: PartPlaces,
  pool: WorkerPool,
): Promise<readonly OrderedIds[]> {
  if (partPaths.length > 0) {
    const inputs = packedEntities.map((entity) => ({ entity, partPaths }));
    return await pool.askAll("orderIds", inputs);
  }
  return packedEntities.map((entity) => orderOf(inMemory.readers(entity).map(readPartIds)));
}

/** Merges the parts of all groups, on other threads where they are in files; each is taken in its turn. */
async function mergeAll(
  groups: readonly OrderedGroup[],
  { places: { partPaths, inMemory }, pool }: TableMaking,
  take: (merged: MergedGroup) => void,
): Promise<void> {
  if (partPaths.length > 0) {
    const turns = createTurns();
    const inTurn = new InTurn(turns, take);
    const inputs = Array.from({ length: pool.size }, () => ({ groups, partPaths, turns }));
    try {
      await pool.askAll("mergeGroups", inputs, (merged) => inTurn.add(merged));
    } finally {
      inTurn.end();
    }
    return;
  }
  for (const [at, { entity, group, order }] of groups.entries()) {
    const parts = inMemory.readers(entity).map((read) => readGroupPart(group, read));
    take({ at, columns: mergeColumns(group, parts, order) });
  }
}

/** A table whose columns are kept as they come, for all of them at once are hundreds of megabytes. */
class SavedTable {
  readonly entity: EntityName;
  /** Its columns, those first that tell strangers apart. */
  readonly groups: readonly OrderedGroup[];
  readonly #features: EntityFeatures;
  readonly #size: number;
  readonly #keep: (blob: PackedBlob) => void;
  readonly #columns: KeptColumns;

  constructor(
    { workspace, entity, model }: { workspace: Workspace; entity: EntityName; model: Model },
    ordered: OrderedIds | undefined,
  ) {
    if (ordered === undefined) throw new Error(`No ids of ${entity}`);
    const options = { fields: matchingFields(entity, { fields: model.entities[entity].fields }) };
    const { ids, order } = ordered;
    const isTelling = ({ columns }: ColumnGroup): boolean =>
      columns.some(({ name }) => name === namesColumn(entity));
    this.entity = entity;
    this.#features = entityFeatures(entity, options);
    this.#size = order.length;
    this.groups = columnGroups(entity, options)
      .toSorted((a, b) => Number(isTelling(b)) - Number(isTelling(a)))
      .map((group) => ({ entity, group, order }));
    this.#keep = ({ name, bytes }) => savePackedColumn(workspace, entity, name, bytes);
    this.#columns = new KeptColumns(entity, this.#keep);
    for (const blob of idBlobs(ids)) this.#keep(blob);
  }

  add(columns: Readonly<Record<string, PackedColumn>>): void {
    this.#columns.add(columns);
  }

  finish(): void {
    const { columns: specs, customFields } = this.#features;
    const columns = specs.map(({ name }) => ({ name, kind: this.#columns.kindOf(name) }));
    this.#keep(headerBlob({ entity: this.entity, size: this.#size, customFields, columns }));
  }
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
