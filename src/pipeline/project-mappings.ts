import { globSync, readFileSync } from "node:fs";
import { join, matchesGlob, relative, resolve } from "node:path";
import { GoldpanError } from "../errors.ts";
import { parseSourceMapping } from "../mapping/parse-mapping.ts";
import type { SourceMapping } from "../mapping/source-mapping.ts";
import { byCodePoint } from "../text/code-point.ts";
import type { RunContext } from "./run-context.ts";

export interface ProjectMapping {
  readonly path: string;
  readonly mapping: SourceMapping;
}

/** Every source mapping of the project, in the order of their names. Throws when one is not valid. */
export function loadProjectMappings({ settings, projectDir, model }: RunContext): ProjectMapping[] {
  const paths = settings.mappings.flatMap((pattern) =>
    globSync(yamlGlob(pattern), { cwd: projectDir }),
  );
  return [...new Set(paths)].toSorted(byCodePoint).map((path) => ({
    path,
    mapping: parseSourceMapping(readFileSync(join(projectDir, path), "utf8"), path, model),
  }));
}

/** A folder means the YAML files in it. */
function yamlGlob(pattern: string): string {
  return /\.ya?ml$/.test(pattern) ? pattern : `${pattern.replace(/\/$/, "")}/*.yaml`;
}

/**
 * The mapping whose `source.files` names this file. Throws IMPORT_NO_MAPPING when none does and
 * IMPORT_TWO_MAPPINGS when several do: which one is meant would be a guess.
 */
export function mappingOf(
  path: string,
  mappings: readonly ProjectMapping[],
  projectDir: string,
): ProjectMapping {
  const name = relative(projectDir, resolve(path)).replaceAll("\\", "/");
  const fitting = mappings.filter(({ mapping }) =>
    mapping.source.files.some((glob) => matchesGlob(name, glob)),
  );
  const [first, second] = fitting;
  if (first === undefined) throw new GoldpanError("IMPORT_NO_MAPPING", { file: path });
  if (second === undefined) return first;
  throw new GoldpanError("IMPORT_TWO_MAPPINGS", {
    file: path,
    first: first.path,
    second: second.path,
  });
}
