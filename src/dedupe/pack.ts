import type { EntityName } from "../model/entity.ts";
import type { EntityRecord } from "../model/record.ts";
import { byCodePoint } from "../text/code-point.ts";
import { createColumnBuilder, type ColumnBuilder } from "./column-builder.ts";
import { Dictionary } from "./dictionary.ts";
import { entityFeatures } from "./features/entity-features.ts";
import type { FeatureOptions } from "./features/feature-options.ts";
import { dictionaryOf, type FeatureColumn } from "./features/feature-set.ts";
import { joinPackedParts } from "./join-packed-parts.ts";
import type { PackedPart } from "./packed-part.ts";
import type { PackedRecords } from "./packed-records.ts";

/** Takes records one by one, so that a table need never be in memory as objects. */
export interface Packer {
  /** Records must come sorted by id (code point); ids and statistics follow that order. */
  add(record: EntityRecord): void;
  finish(): PackedRecords;
}

/** A packer for a range of a table: several of them may work side by side. */
export interface PartPacker {
  /** As of a `Packer`. */
  add(record: EntityRecord): void;
  finish(): PackedPart;
}

/** A packer for the records of one entity. Strings are read here and nowhere later. */
export function createPacker(entity: EntityName, options: FeatureOptions = {}): Packer {
  const packer = createPartPacker(entity, options);
  return {
    add: (record) => packer.add(record),
    finish: () => joinPackedParts([packer.finish()], entity, options),
  };
}

/**
 * A packer for consecutive records of a table; `joinPackedParts` makes the table of its parts. In
 * `any` order the parts are for `mergeColumns`.
 */
export function createPartPacker(
  entity: EntityName,
  options: FeatureOptions = {},
  order: "ascending" | "any" = "ascending",
): PartPacker {
  const features = entityFeatures(entity, options);
  const { builders, dictionaries } = createBuilders(features.columns);
  const ids = new Dictionary();
  let last = "";
  return {
    add(record) {
      if (order === "ascending" && ids.size > 1 && byCodePoint(last, record.id) >= 0) {
        throw new Error("Records must be packed in ascending order of their ids");
      }
      last = record.id;
      ids.idOf(record.id);
      const values = features.read(record);
      for (let at = 0; at < builders.length; at += 1) builders[at]?.add(values[at] ?? "");
    },
    finish: () => ({
      ids: ids.finish(),
      columns: Object.fromEntries(builders.map((builder) => [builder.name, builder.finish()])),
      dictionaries: Object.fromEntries(
        [...dictionaries].map(([name, dictionary]) => [name, dictionary.finish()]),
      ),
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

interface Builders {
  readonly builders: readonly ColumnBuilder[];
  readonly dictionaries: ReadonlyMap<string, Dictionary>;
}

function createBuilders(columns: readonly FeatureColumn[]): Builders {
  const dictionaries = new Map<string, Dictionary>();
  const builders = columns.map((column) => {
    const name = dictionaryOf(column);
    const dictionary = dictionaries.get(name) ?? new Dictionary();
    if (column.kind !== "number") dictionaries.set(name, dictionary);
    return createColumnBuilder(column, dictionary);
  });
  return { builders, dictionaries };
}
