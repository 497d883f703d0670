import { compileMapping, type CompiledMapping } from "../../mapping/compile-mapping.ts";
import type { EntityMapping, SourceMapping } from "../../mapping/source-mapping.ts";
import { findField } from "../../model/canonical-model.ts";
import type { EntityName, Model } from "../../model/entity.ts";
import type { Normalizer } from "../../model/normalizer.ts";
import type { ImportedSource } from "../../workspace/source-files.ts";
import type { FieldNormalizer, FieldOutcome } from "../normalize-field.ts";
import { ValueMemo } from "../value-memo.ts";
import { normalizerOf } from "./rule-normalizer.ts";

/** One source with its mapping looked up: plain data, so that a worker can be sent it. */
export interface SourceSpec {
  /** Its place in the list of sources that are read. */
  readonly index: number;
  readonly source: ImportedSource;
  readonly mapping: SourceMapping;
  /** The first source with the same mapping: columns are looked at over all of them. */
  readonly group: number;
  readonly exportedAt: string;
}

/** A source with everything that makes records of its rows. */
export interface SourcePlan extends SourceSpec {
  readonly compiled: CompiledMapping;
  /** By part of the mapping: the row itself, then its children. */
  readonly parts: readonly PartPlan[];
}

export interface PartPlan {
  readonly entity: EntityName;
  readonly normalizers: ReadonlyMap<string, FieldNormalizer>;
}

/** A column whose values mean something only beside each other. */
export interface LookedColumn {
  readonly group: number;
  readonly part: number;
  readonly field: string;
}

/** What whole columns say, by `columnName`. */
export type ColumnContexts = ReadonlyMap<string, unknown>;

/** The columns that are read whole before the first value, each once for all sources of a mapping. */
export function lookedColumns(specs: readonly SourceSpec[], model: Model): LookedColumn[] {
  return specs
    .filter(({ index, group }) => index === group)
    .flatMap(({ mapping, group }) =>
      [mapping, ...mapping.children].flatMap(({ entity, fields }, part) =>
        model.entities[entity].fields
          .filter(({ name }) => name in fields)
          .filter((field) => normalizerOf(field, fields[field.name]).vote !== undefined)
          .map(({ name }) => ({ group, part, field: name })),
      ),
    );
}

/** The name of a column in `ColumnContexts`. */
export function columnName({ group, part, field }: LookedColumn): string {
  return `${group} ${part} ${field}`;
}

/** The field that a looked-at column is read into, with what reads it. */
export function lookedNormalizer(
  { mapping }: SourceSpec,
  { part, field }: LookedColumn,
  model: Model,
): Normalizer {
  const mapped = [mapping, ...mapping.children][part];
  const found = mapped && findField(model, mapped.entity, field);
  if (mapped === undefined || found === undefined) throw new Error(`No field ${field}`);
  return normalizerOf(found, mapped.fields[field]);
}

/** Makes a source ready for its rows. */
export function planSource(spec: SourceSpec, model: Model, contexts: ColumnContexts): SourcePlan {
  const { mapping, group } = spec;
  const compiled = compileMapping(mapping, spec.source.columns, model);
  const parts = [mapping, ...mapping.children].map((each, part) => ({
    entity: each.entity,
    normalizers: fieldNormalizers(each, model, (field) =>
      contexts.get(columnName({ group, part, field })),
    ),
  }));
  return { ...spec, compiled, parts };
}

/** A normalizer for every field of the entity: a remark may fill fields that no column has. */
function fieldNormalizers(
  { entity, fields }: EntityMapping,
  model: Model,
  contextOf: (field: string) => unknown,
): ReadonlyMap<string, FieldNormalizer> {
  const prepared = model.entities[entity].fields.map((field): [string, FieldNormalizer] => {
    const rule = fields[field.name];
    const normalizer = normalizerOf(field, rule);
    const context = contextOf(field.name) ?? normalizer.observe([]);
    const { on_invalid: onInvalid = "keep", required: isRequired = false } = rule ?? {};
    const memo = new ValueMemo<FieldOutcome>();
    return [field.name, { field, normalizer, context, onInvalid, isRequired, memo }];
  });
  return new Map(prepared);
}
