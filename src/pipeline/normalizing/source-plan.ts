import { join } from "node:path";
import { GoldpanError } from "../../errors.ts";
import { compileMapping, type CompiledMapping } from "../../mapping/compile-mapping.ts";
import { mappingHash } from "../../mapping/mapping-hash.ts";
import type { EntityMapping, FieldRule, SourceMapping } from "../../mapping/source-mapping.ts";
import { entityNames, type EntityName, type Field, type Model } from "../../model/entity.ts";
import type { Normalizer } from "../../model/normalizer.ts";
import { normalizerForField } from "../../normalize/normalizer-for-field.ts";
import type { ImportedSource } from "../../workspace/source-files.ts";
import type { FieldNormalizer, FieldOutcome } from "../normalize-values.ts";
import { loadProjectMappings, mappingOf, type ProjectMapping } from "../project-mappings.ts";
import type { RunContext } from "../run-context.ts";
import { ValueMemo } from "../value-memo.ts";
import { chainNormalizers } from "./chain-normalizers.ts";
import { referenceNormalizer } from "./reference-normalizer.ts";

/** One source with everything that makes records of its rows. */
export interface SourcePlan {
  /** Its place in the list of sources that are read. */
  readonly index: number;
  readonly source: ImportedSource;
  readonly mapping: SourceMapping;
  readonly compiled: CompiledMapping;
  readonly exportedAt: string;
  /** By part of the mapping: the row itself, then its children. */
  readonly parts: readonly PartPlan[];
}

export interface PartPlan {
  readonly entity: EntityName;
  readonly normalizers: ReadonlyMap<string, FieldNormalizer>;
}

/** The raw values of one field over every source of one mapping. */
export type ReadColumn = (
  sources: readonly MappedSource[],
  part: number,
  field: string,
) => Iterable<string>;

/** A source with its mapping looked up. */
export type MappedSource = Omit<SourcePlan, "parts" | "index">;

export interface PlannedSources {
  readonly plans: readonly SourcePlan[];
  /** Taken in again under another mapping: their rows stand in the later source too. */
  readonly obsolete: readonly ImportedSource[];
}

/**
 * What is read and how, the entities that others refer to first. A column is looked at over all
 * sources of a mapping, so that a split file gives the same records.
 * Throws when a source has no mapping any more, or no longer fits it.
 */
export function planSources(
  sources: readonly ImportedSource[],
  context: RunContext,
  readColumn: ReadColumn,
): PlannedSources {
  const latest = new Map(sources.map((each) => [contentOf(each), each.id]));
  const current = sources.filter((each) => latest.get(contentOf(each)) === each.id);
  const mappings = loadProjectMappings(context);
  const mapped = current.map((source) => mapSource(source, mappings, context));
  const ranked = mapped.toSorted((a, b) => rankOf(a) - rankOf(b) || a.source.id - b.source.id);
  const partsOf = new Map<SourceMapping, readonly PartPlan[]>();
  for (const { mapping } of ranked) {
    if (partsOf.has(mapping)) continue;
    const same = ranked.filter((each) => each.mapping === mapping);
    partsOf.set(mapping, planParts(mapping, same, context.model, readColumn));
  }
  return {
    plans: ranked.map((each, index) => ({
      ...each,
      index,
      parts: partsOf.get(each.mapping) ?? [],
    })),
    obsolete: sources.filter((each) => !current.includes(each)),
  };
}

const contentOf = ({ file, sheet }: ImportedSource): string => `${file.sha256} ${sheet ?? ""}`;

const rankOf = ({ mapping }: MappedSource): number => entityNames.indexOf(mapping.entity);

function mapSource(
  source: ImportedSource,
  mappings: readonly ProjectMapping[],
  { model, projectDir }: RunContext,
): MappedSource {
  const { mapping } = findMapping(source, mappings, projectDir);
  const compiled = compileMapping(mapping, source.columns, model);
  return { source, mapping, compiled, exportedAt: mapping.source.exported_at ?? "" };
}

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

function planParts(
  mapping: SourceMapping,
  sources: readonly MappedSource[],
  model: Model,
  readColumn: ReadColumn,
): PartPlan[] {
  return [mapping, ...mapping.children].map((each, part) => ({
    entity: each.entity,
    normalizers: fieldNormalizers(each, model, (field) => readColumn(sources, part, field)),
  }));
}

/** A normalizer for every field of the entity: a remark may fill fields that no column has. */
function fieldNormalizers(
  { entity, fields }: EntityMapping,
  model: Model,
  columnOf: (field: string) => Iterable<string>,
): ReadonlyMap<string, FieldNormalizer> {
  const prepared = model.entities[entity].fields.map((field): [string, FieldNormalizer] => {
    const rule = fields[field.name];
    const normalizer = normalizerOf(field, rule);
    const looks = normalizer.looksAtColumn === true && rule !== undefined;
    const context = normalizer.observe(looks ? columnOf(field.name) : []);
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
