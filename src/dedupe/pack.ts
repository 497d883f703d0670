import type { EntityName } from "../model/entity.ts";
import type { EntityRecord } from "../model/record.ts";
import { byCodePoint } from "../text/code-point.ts";
import { createColumnBuilder, type ColumnBuilder } from "./column-builder.ts";
import { Dictionary } from "./dictionary.ts";
import { entityFeatures } from "./features/entity-features.ts";
import type { FeatureOptions } from "./features/feature-options.ts";
import type { FeatureColumn } from "./features/feature-set.ts";
import { dropGenericValues } from "./generic-values.ts";
import type { PackedColumn, PackedRecords } from "./packed-records.ts";

/** Takes records one by one, so that a table need never be in memory as objects. */
export interface Packer {
  /** Records must come sorted by id (code point); ids and statistics follow that order. */
  add(record: EntityRecord): void;
  finish(): PackedRecords;
}

/** A packer for the records of one entity. Strings are read here and nowhere later. */
export function createPacker(entity: EntityName, options: FeatureOptions = {}): Packer {
  const features = entityFeatures(entity, options);
  const builders = createBuilders(features.columns);
  const ids = new Dictionary();
  let last = "";
  return {
    add(record) {
      if (ids.size > 1 && byCodePoint(last, record.id) >= 0) {
        throw new Error("Records must be packed in ascending order of their ids");
      }
      last = record.id;
      ids.idOf(record.id);
      const set = features.read(record);
      for (const builder of builders) builder.add(set);
    },
    finish: () =>
      dropGenericValues({
        entity,
        size: ids.size - 1,
        ids: ids.toPool(),
        customFields: features.customFields,
        columns: finishColumns(builders),
      }),
  };
}

/** All records at once, in any order. */
export function packRecords(
  records: Iterable<EntityRecord>,
  entity: EntityName,
  options: FeatureOptions = {},
): PackedRecords {
  const packer = createPacker(entity, options);
  const sorted = [...records].sort((left, right) => byCodePoint(left.id, right.id));
  for (const record of sorted) packer.add(record);
  return packer.finish();
}

function createBuilders(columns: readonly FeatureColumn[]): ColumnBuilder[] {
  const dictionaries = new Map<string, Dictionary>();
  return columns.map((column) => {
    const name = column.dictionary ?? column.name;
    const dictionary = dictionaries.get(name) ?? new Dictionary();
    dictionaries.set(name, dictionary);
    return createColumnBuilder(column, dictionary);
  });
}

function finishColumns(builders: readonly ColumnBuilder[]): Record<string, PackedColumn> {
  return Object.fromEntries(builders.map((builder) => [builder.name, builder.finish()]));
}
