import type { EntityName } from "../model/entity.ts";
import { countIds, type RawColumn } from "./column-builder.ts";
import { Dictionary } from "./dictionary.ts";
import { entityFeatures } from "./features/entity-features.ts";
import type { FeatureOptions } from "./features/feature-options.ts";
import { dictionaryOf, type FeatureColumn } from "./features/feature-set.ts";
import { dropGenericValues } from "./generic-values.ts";
import { sharedInts } from "./growing-array.ts";
import { appendPart, emptyColumn, type MergedColumn } from "./merged-column.ts";
import { numberTexts, type TextNumbering } from "./number-texts.ts";
import type { PackedPart } from "./packed-part.ts";
import type { PackedColumn, PackedRecords } from "./packed-records.ts";
import { pickTexts } from "./sort-texts.ts";
import { emptyTextPool, type TextPool } from "./text-pool.ts";

/** Columns that share a dictionary; plain numbers have none and stand alone. */
export interface ColumnGroup {
  readonly dictionary: string;
  readonly columns: readonly FeatureColumn[];
}

/** What a part holds of one group of columns. */
export interface GroupPart {
  readonly columns: Readonly<Record<string, RawColumn>>;
  readonly dictionary: TextPool;
}

/** What a part in memory holds of a group. */
export function groupOfPart({ columns, dictionary }: ColumnGroup, part: PackedPart): GroupPart {
  return {
    columns: Object.fromEntries(
      columns.flatMap(({ name }) => {
        const column = part.columns[name];
        return column === undefined ? [] : [[name, column]];
      }),
    ),
    dictionary: part.dictionaries[dictionary] ?? emptyTextPool,
  };
}

/** The groups of columns of an entity: each can be merged by itself. */
export function columnGroups(entity: EntityName, options: FeatureOptions = {}): ColumnGroup[] {
  const { columns } = entityFeatures(entity, options);
  return [...new Set(columns.map(dictionaryOf))].map((dictionary) => ({
    dictionary,
    columns: columns.filter((column) => dictionaryOf(column) === dictionary),
  }));
}

/**
 * One group of columns of a table whose parts were packed in any order. `order` are the records by
 * id, as numbers counted over all parts. The columns do not depend on how the records were parted:
 * they equal those of `createPacker`, to the byte.
 */
export function mergeColumns(
  { columns }: ColumnGroup,
  parts: Iterable<GroupPart>,
  order: Int32Array,
): Record<string, PackedColumn> {
  const dictionary = new Dictionary();
  const merged = columns.map(emptyColumn);
  for (const part of parts) {
    const ids = dictionary.idsOf(part.dictionary);
    for (const column of merged) appendPart(column, part.columns[column.spec.name], ids);
  }
  const texts = dictionary.finish();
  const numbering = numberTexts(merged, order, texts);
  const keepsText = columns.some((column) => column.keepsText === true);
  const pool = keepsText ? pickTexts(texts, numbering.order) : emptyTextPool;
  return Object.fromEntries(
    merged.map((column) => [column.spec.name, packColumn(column, order, numbering, pool)]),
  );
}

/** The table of its columns. */
export function packedTable(
  entity: EntityName,
  options: FeatureOptions,
  ids: TextPool,
  columns: Readonly<Record<string, PackedColumn>>,
): PackedRecords {
  const { customFields, columns: specs } = entityFeatures(entity, options);
  const size = ids.offsets.length - 2;
  const ordered = specs.map(({ name }): [string, PackedColumn] => {
    const column = columns[name];
    if (column === undefined) throw new Error(`Column ${name} was not packed`);
    return [name, column];
  });
  return dropGenericValues({
    entity,
    size,
    ids,
    customFields,
    columns: Object.fromEntries(ordered),
  });
}

const none = new Int32Array(0);

function packColumn(
  column: MergedColumn,
  order: Int32Array,
  { newIds, order: texts }: TextNumbering,
  pool: TextPool,
): PackedColumn {
  const { kind, keepsText = false } = column.spec;
  if (kind === "number") {
    const values = gather(column, order);
    return { kind: "one", offsets: none, values, counts: none, text: emptyTextPool };
  }
  const raw = kind === "text" ? oneOf(column, order, newIds) : setOf(column, order, newIds);
  const counts = countIds(raw.values, texts.length + 1);
  return { ...raw, counts, text: keepsText ? pool : emptyTextPool };
}

function gather({ values }: MergedColumn, order: Int32Array): Int32Array {
  const sorted = sharedInts(order.length);
  for (let at = 0; at < order.length; at += 1) sorted[at] = values.at(order[at] ?? 0);
  return sorted;
}

function oneOf(column: MergedColumn, order: Int32Array, newIds: Int32Array): RawColumn {
  const values = gather(column, order);
  for (let at = 0; at < values.length; at += 1) values[at] = newIds[values[at] ?? 0] ?? 0;
  return { kind: "one", offsets: none, values };
}

function setOf(column: MergedColumn, order: Int32Array, newIds: Int32Array): RawColumn {
  const offsets = sharedInts(order.length + 1);
  const values = sharedInts(column.values.length);
  let end = 0;
  for (let at = 0; at < order.length; at += 1) {
    const record = order[at] ?? 0;
    const start = end;
    const to = column.offsets.at(record + 1);
    for (let from = column.offsets.at(record); from < to; from += 1, end += 1) {
      values[end] = newIds[column.values.at(from)] ?? 0;
    }
    if (end - start > 1) values.subarray(start, end).sort();
    offsets[at + 1] = end;
  }
  return { kind: "set", offsets, values };
}
