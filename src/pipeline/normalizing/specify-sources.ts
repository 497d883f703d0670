import { join } from "node:path";
import { GoldpanError } from "../../errors.ts";
import { compileMapping } from "../../mapping/compile-mapping.ts";
import { mappingHash } from "../../mapping/mapping-hash.ts";
import { entityNames } from "../../model/entity.ts";
import type { ImportedSource } from "../../workspace/source-files.ts";
import { loadProjectMappings, mappingOf, type ProjectMapping } from "../project-mappings.ts";
import type { RunContext } from "../run-context.ts";
import type { SourceSpec } from "./source-plan.ts";

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
