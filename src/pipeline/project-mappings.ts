import { globSync, readFileSync } from "node:fs";
import { join, matchesGlob, relative, resolve } from "node:path";
import { GoldpanError } from "../errors.ts";
import { parseSourceMapping } from "../mapping/parse-mapping.ts";
import type { SourceMapping } from "../mapping/source-mapping.ts";
import { byCodePoint } from "../text/code-point.ts";
import { fitsPattern } from "../text/fits-pattern.ts";
import type { RunContext } from "./run-context.ts";

export interface ProjectMapping {
  readonly path: string;
  readonly mapping: SourceMapping;
}

/** Every source mapping of the project, in the order of their names. Throws when one is not valid. */
export function loadProjectMappings({
  settings,
  projectDir,
  model,
}: Pick<RunContext, "settings" | "projectDir" | "model">): ProjectMapping[] {
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
 * The mappings whose `source.files` names this file: one, or one for each of several sheets. Throws
 * IMPORT_NO_MAPPING when there is none and IMPORT_TWO_MAPPINGS when several do not say which sheet
 * is theirs: which one is meant would be a guess.
 */
export function mappingsOf(
  path: string,
  mappings: readonly ProjectMapping[],
  projectDir: string,
): ProjectMapping[] {
  const name = relative(projectDir, resolve(path)).replaceAll("\\", "/");
  const fitting = mappings.filter(({ mapping }) =>
    mapping.source.files.some((glob) => matchesGlob(name, glob)),
  );
  const [first] = fitting;
  if (first === undefined) throw new GoldpanError("IMPORT_NO_MAPPING", { file: path });
  const open = fitting.find(({ mapping }) => mapping.source.sheet === undefined);
  const other = fitting.find((each) => each !== open);
  if (open !== undefined && other !== undefined) throw twoMappings(path, open, other);
  return fitting;
}

/** Two mappings that both mean a table. */
export function twoMappings(
  file: string,
  first: ProjectMapping,
  second: ProjectMapping,
): GoldpanError {
  return new GoldpanError("IMPORT_TWO_MAPPINGS", { file, first: first.path, second: second.path });
}

/** The mapping of one table of a file; throws as `mappingsOf` does, and when no mapping means its sheet. */
export function mappingOf(
  { path, sheet }: { readonly path: string; readonly sheet: string | null },
  mappings: readonly ProjectMapping[],
  projectDir: string,
): ProjectMapping {
  const fitting = mappingsOf(path, mappings, projectDir);
  const own = fitting.find((each) => meansSheet(each, sheet));
  if (own === undefined) throw new GoldpanError("IMPORT_NO_MAPPING", { file: path });
  return own;
}

/** Does the mapping mean the sheet? One that names none means the first with data, whatever its name. */
export function meansSheet({ mapping }: ProjectMapping, sheet: string | null): boolean {
  const names = mapping.source.sheet;
  return names === undefined || names.some((name) => fitsPattern(sheet ?? "", name));
}
