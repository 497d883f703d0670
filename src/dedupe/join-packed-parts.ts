import type { EntityName } from "../model/entity.ts";
import { countIds, type RawColumn } from "./column-builder.ts";
import { Dictionary } from "./dictionary.ts";
import { entityFeatures } from "./features/entity-features.ts";
import type { FeatureOptions } from "./features/feature-options.ts";
import { dictionaryOf, type FeatureColumn } from "./features/feature-set.ts";
import { dropGenericValues } from "./generic-values.ts";
import { sharedInts } from "./growing-array.ts";
import type { PackedPart } from "./packed-part.ts";
import type { PackedColumn, PackedRecords } from "./packed-records.ts";
import { emptyTextPool, joinPools, poolSize, type TextPool } from "./text-pool.ts";

/**
 * The table of consecutive parts. The ids of texts follow their first appearance over all parts,
 * so that the table is the same to the byte wherever it was cut.
 */
export function joinPackedParts(
  parts: readonly PackedPart[],
  entity: EntityName,
  options: FeatureOptions,
): PackedRecords {
  const joined = joinColumns(parts, entity, options);
  return tableOfColumns(parts, joined, entity, options);
}

/** The columns of parts, or those whose ids these dictionaries give: they may be joined side by side. */
export function joinColumns(
  parts: readonly PackedPart[],
  entity: EntityName,
  options: FeatureOptions,
  asked?: readonly string[],
): Record<string, PackedColumn> {
  const { columns } = entityFeatures(entity, options);
  const wanted = columns.filter((spec) => asked?.includes(dictionaryOf(spec)) ?? true);
  const dictionaries = joinDictionaries(parts, asked);
  return Object.fromEntries(
    wanted.map((spec) => [spec.name, joinColumn(parts, spec, dictionaries)]),
  );
}

/** The table of the columns that `joinColumns` made, all of them, in any order. */
export function tableOfColumns(
  parts: readonly PackedPart[],
  joined: Readonly<Record<string, PackedColumn>>,
  entity: EntityName,
  options: FeatureOptions,
): PackedRecords {
  const { columns, customFields } = entityFeatures(entity, options);
  const ids = joinPools(parts.map((part) => part.ids));
  const inOrder = columns.map(({ name }) => {
    const column = joined[name];
    if (column === undefined) throw new Error(`Column ${name} was not joined`);
    return [name, column] as const;
  });
  return dropGenericValues({
    entity,
    size: poolSize(ids) - 1,
    ids,
    customFields,
    columns: Object.fromEntries(inOrder),
  });
}

/** One dictionary of all parts, and the ids that each part's ids become; none for a single part. */
interface JoinedDictionary {
  readonly pool: TextPool;
  readonly idsOfPart: readonly (Int32Array | undefined)[];
}

function joinDictionaries(
  parts: readonly PackedPart[],
  asked?: readonly string[],
): ReadonlyMap<string, JoinedDictionary> {
  const all = Object.keys(parts[0]?.dictionaries ?? {});
  const names = all.filter((name) => asked?.includes(name) ?? true);
  return new Map(names.map((name) => [name, joinDictionary(parts, name)]));
}

function joinDictionary(parts: readonly PackedPart[], name: string): JoinedDictionary {
  const pools = parts.map(({ dictionaries }) => dictionaries[name] ?? emptyTextPool);
  const [only, ...others] = pools;
  if (only !== undefined && others.length === 0) return { pool: only, idsOfPart: [undefined] };
  const dictionary = new Dictionary();
  const idsOfPart = pools.map((pool) => dictionary.idsOf(pool));
  return { pool: dictionary.finish(), idsOfPart };
}

function joinColumn(
  parts: readonly PackedPart[],
  spec: FeatureColumn,
  dictionaries: ReadonlyMap<string, JoinedDictionary>,
): PackedColumn {
  const columns = parts.flatMap(({ columns: all }) => all[spec.name] ?? []);
  const dictionary = dictionaries.get(dictionaryOf(spec));
  if (spec.kind === "number" || dictionary === undefined) {
    return { ...concat(columns, []), counts: new Int32Array(0), text: emptyTextPool };
  }
  const column = concat(columns, dictionary.idsOfPart);
  const counts = countIds(column.values, poolSize(dictionary.pool));
  return { ...column, counts, text: spec.keepsText === true ? dictionary.pool : emptyTextPool };
}

function concat(
  columns: readonly RawColumn[],
  idsOfPart: readonly (Int32Array | undefined)[],
): RawColumn {
  const [only, ...others] = columns;
  if (only !== undefined && others.length === 0) return only;
  const values = sharedInts(sum(columns.map((column) => column.values.length)));
  let start = 0;
  for (const [at, column] of columns.entries()) {
    values.set(withIds(column.values, idsOfPart[at]), start);
    start += column.values.length;
  }
  if (only?.kind !== "set") return { kind: "one", offsets: new Int32Array(0), values };
  const offsets = joinOffsets(columns);
  sortSets(offsets, values);
  return { kind: "set", offsets, values };
}

function joinOffsets(columns: readonly RawColumn[]): Int32Array {
  const records = sum(columns.map(({ offsets }) => offsets.length - 1));
  const joined = sharedInts(records + 1);
  let [start, record] = [0, 1];
  for (const { offsets, values } of columns) {
    for (let at = 1; at < offsets.length; at += 1, record += 1) {
      joined[record] = start + (offsets[at] ?? 0);
    }
    start += values.length;
  }
  return joined;
}

/** Other ids, another order. */
function sortSets(offsets: Int32Array, values: Int32Array): void {
  for (let record = 1; record < offsets.length; record += 1) {
    const [from = 0, to = 0] = [offsets[record - 1], offsets[record]];
    if (to - from > 1) values.subarray(from, to).sort();
  }
}

function withIds(values: Int32Array, ids: Int32Array | undefined): Int32Array {
  return ids === undefined ? values : values.map((value) => ids[value] ?? 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
