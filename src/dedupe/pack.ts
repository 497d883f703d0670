import type { EntityName } from "../model/entity.ts";
import type { EntityRecord } from "../model/record.ts";
import { byCodePoint } from "../text/code-point.ts";
import { createColumnBuilder, type ColumnBuilder } from "./column-builder.ts";
import { Dictionary } from "./dictionary.ts";
import { entityFeatures } from "./features/entity-features.ts";
import type { FeatureOptions } from "./features/feature-options.ts";
import { dictionaryOf, type FeatureColumn, type FeatureValue } from "./features/feature-set.ts";
import { joinPackedParts } from "./join-packed-parts.ts";
import type { PackedPart } from "./packed-part.ts";
import type { PackedRecords } from "./packed-records.ts";
import { TextBatch } from "./text-batch.ts";

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
  /** Adds these after all others, and keeps none of them. */
  addAll(records: readonly EntityRecord[]): void;
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
  const groups = createBuilders(features.columns, order);
  const ids = new Dictionary();
  let waiting: EntityRecord[] = [];
  let last = "";
  const flush = (): void => {
    if (waiting.length === 0) return;
    addBatch(groups, features.read(waiting), waiting.length);
    waiting = [];
  };
  const addId = ({ id }: EntityRecord): void => {
    if (order === "ascending" && ids.size > 1 && byCodePoint(last, id) >= 0) {
      throw new Error("Records must be packed in ascending order of their ids");
    }
    last = id;
    ids.idOf(id);
  };
  return {
    add(record) {
      addId(record);
      waiting.push(record);
      if (waiting.length === recordsAtOnce) flush();
    },
    addAll(records) {
      flush();
      records.forEach(addId);
      addBatch(groups, features.read(records), records.length);
    },
    finish() {
      flush();
      return finishPart(ids, groups);
    },
  };
}

function finishPart(ids: Dictionary, groups: readonly BuilderGroup[]): PackedPart {
  const builders = groups.flatMap((group) => group.builders);
  const worded = groups.filter(({ isNumber }) => !isNumber);
  return {
    ids: ids.finish(),
    columns: Object.fromEntries(builders.map(({ builder }) => [builder.name, builder.finish()])),
    dictionaries: Object.fromEntries(
      worded.map(({ name, dictionary }) => [name, dictionary.finish()]),
    ),
  };
}

/** Enough for a feature to stay in the caches of a core, and few that live when a collector runs. */
const recordsAtOnce = 64;

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

/** The columns of one dictionary. */
interface BuilderGroup {
  readonly name: string;
  readonly dictionary: Dictionary;
  /** A plain number, which has no dictionary. */
  readonly isNumber: boolean;
  readonly builders: readonly { readonly builder: ColumnBuilder; readonly column: number }[];
}

function createBuilders(
  columns: readonly FeatureColumn[],
  order: "ascending" | "any",
): BuilderGroup[] {
  const names = [...new Set(columns.map(dictionaryOf))];
  return names.map((name) => {
    const dictionary = new Dictionary();
    const builders = columns.flatMap((spec, column) =>
      dictionaryOf(spec) === name ? [{ builder: createColumnBuilder(spec, order), column }] : [],
    );
    const isNumber = columns.some((each) => each.kind === "number" && each.name === name);
    return { name, dictionary, isNumber, builders };
  });
}

const batch = new TextBatch();

function addBatch(
  groups: readonly BuilderGroup[],
  values: readonly (readonly FeatureValue[])[],
  count: number,
): void {
  for (const group of groups) {
    // Ids follow first appearance: columns that share a dictionary go side by side, record by record.
    const step = group.builders.length > 1 ? 1 : count;
    addTexts(group, values, { count, step });
  }
}

/** The values of `count` records, `step` records of each column after the other. */
function addTexts(
  { dictionary, builders }: BuilderGroup,
  values: readonly (readonly FeatureValue[])[],
  { count, step }: { readonly count: number; readonly step: number },
): void {
  const texts: string[] = [];
  for (let from = 0; from < count; from += step) {
    for (const { builder, column } of builders) {
      builder.gather(values[column] ?? noValues, from, from + step, texts);
    }
  }
  batch.take(texts);
  const ids = dictionary.idsOfBatch(batch);
  let next = 0;
  for (let from = 0; from < count; from += step) {
    for (const { builder } of builders) next = builder.settle(ids, next, step);
  }
}

const noValues: readonly FeatureValue[] = [];
