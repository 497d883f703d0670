import { join } from "node:path";
import { GoldpanError } from "../../errors.ts";
import { compileMapping, type CompiledMapping } from "../../mapping/compile-mapping.ts";
import { mappingHash } from "../../mapping/mapping-hash.ts";
import type { EntityMapping, FieldRule, SourceMapping } from "../../mapping/source-mapping.ts";
import { findField } from "../../model/canonical-model.ts";
import { entityNames, type EntityName, type Field, type Model } from "../../model/entity.ts";
import type { Normalizer } from "../../model/normalizer.ts";
import { normalizerForField } from "../../normalize/normalizer-for-field.ts";
import type { ImportedSource } from "../../workspace/source-files.ts";
import type { FieldNormalizer, FieldOutcome } from "../normalize-field.ts";
import { loadProjectMappings, mappingOf, type ProjectMapping } from "../project-mappings.ts";
import type { RunContext } from "../run-context.ts";
import { ValueMemo } from "../value-memo.ts";
import { chainNormalizers } from "./chain-normalizers.ts";
import { referenceNormalizer } from "./reference-normalizer.ts";

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

export interface SpecifiedSources {
  readonly specs: readonly SourceSpec[];
  /** Replaced by another content of the file, or taken in again under another mapping. */
  readonly obsolete: readonly ImportedSource[];
}

/**
 * What is read and how, the entities that others refer to first.
 * Throws when a source has no mapping any more, or no longer fits it.
 */
export function specifySources(
  sources: readonly ImportedSource[],
  context: RunContext,
): SpecifiedSources {
  const standing = sources.filter(({ isReplaced }) => !isReplaced);
  const latest = new Map(standing.map((each) => [contentOf(each), each.id]));
  const current = standing.filter((each) => latest.get(contentOf(each)) === each.id);
  const mappings = loadProjectMappings(context);
  const mapped = current
    .map((source) => ({
      source,
      mapping: findMapping(source, mappings, context.projectDir).mapping,
    }))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || a.source.id - b.source.id);
  for (const { source, mapping } of mapped) compileMapping(mapping, source.columns, context.model);
  return {
    specs: mapped.map(({ source, mapping }, index) => ({
      index,
      source,
      mapping,
      group: mapped.findIndex((each) => each.mapping === mapping),
      exportedAt: mapping.source.exported_at ?? "",
    })),
    obsolete: sources.filter((each) => !current.includes(each)),
  };
}

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

const contentOf = ({ file, sheet }: ImportedSource): string => `${file.sha256} ${sheet ?? ""}`;

const rankOf = ({ mapping }: Pick<SourceSpec, "mapping">): number =>
  entityNames.indexOf(mapping.entity);

/** By the path of the file, as for importing; a file that was renamed since, by the mapping it had. */
function findMapping(
  source: ImportedSource,
  mappings: readonly ProjectMapping[],
  projectDir: string,
): ProjectMapping {
  try {
    const path = join(projectDir, source.file.path);
    return mappingOf({ path, sheet: source.sheet }, mappings, projectDir);
  } catch (error) {
    const same = mappings.find(({ mapping }) => mappingHash(mapping) === source.mapping);
    if (same === undefined || !(error instanceof GoldpanError)) throw error;
    return same;
  }
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

/** What reads a field: what its mapping asks for, else what its type asks for. */
export function normalizerOf(field: Field, rule: FieldRule | undefined): Normalizer {
  const [first, ...others] = rule?.transform ?? [];
  if (first !== undefined) return chainNormalizers([first, ...others]);
  return field.type === "ref" ? referenceNormalizer(field) : normalizerForField(field);
}
