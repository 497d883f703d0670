import type { EntityName } from "../model/entity.ts";
import { countIds, type RawColumn } from "./column-builder.ts";
import { entityFeatures } from "./features/entity-features.ts";
import type { FeatureOptions } from "./features/feature-options.ts";
import { dictionaryOf, type FeatureColumn } from "./features/feature-set.ts";
import { dropGenericValues } from "./generic-values.ts";
import { appendPart, emptyColumn } from "./merged-column.ts";
import { MergedTexts } from "./merged-texts.ts";
import { orderColumns } from "./order-columns.ts";
import { TextNumbering } from "./text-numbering.ts";
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
  const merged = columns.map(emptyColumn);
  const texts = new MergedTexts();
  for (const part of parts) {
    const ids = texts.add(part.dictionary);
    for (const column of merged) appendPart(column, part.columns[column.spec.name], ids);
  }
  const pool = texts.finish();
  const numbering = new TextNumbering(pool);
  const ordered = orderColumns(merged, order, numbering);
  const keepsText = columns.some((column) => column.keepsText === true);
  const kept = keepsText ? pickTexts(pool, numbering.order) : emptyTextPool;
  return Object.fromEntries(
    ordered.map(({ spec, column }) => [spec.name, withTexts(spec, column, numbering, kept)]),
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

function withTexts(
  { kind, keepsText = false }: FeatureColumn,
  column: RawColumn,
  { order }: TextNumbering,
  pool: TextPool,
): PackedColumn {
  if (kind === "number") return { ...column, counts: none, text: emptyTextPool };
  const counts = countIds(column.values, order.length + 1);
  return { ...column, counts, text: keepsText ? pool : emptyTextPool };
}

const none = new Int32Array(0);
