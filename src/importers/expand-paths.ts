import { globSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { GoldpanError } from "../errors.ts";
import { byCodePoint } from "../text/code-point.ts";

export interface ExpandedPaths {
  readonly files: readonly string[];
  /** Files that are no data: lock files of Excel, thumbnails. */
  readonly skipped: readonly string[];
}

const noise = /^(?:~\$.*|\.~.*|thumbs\.db|\.ds_store|desktop\.ini|\..*\.partial)$/i;

/**
 * Files, folders and globs as a sorted list of files; cmd.exe expands no globs, so we do.
 * `["exports", "*.csv"]` -> every file below `exports`, and the CSV files here. Throws
 * IMPORT_FILE_MISSING for a name that is neither.
 */
export function expandPaths(patterns: readonly string[], cwd: string): ExpandedPaths {
  const found = new Set(patterns.flatMap((pattern) => expand(pattern, cwd)));
  const paths = [...found].toSorted(byCodePoint);
  return {
    files: paths.filter((path) => !noise.test(basename(path))),
    skipped: paths.filter((path) => noise.test(basename(path))),
  };
}

function expand(pattern: string, cwd: string): string[] {
  const kind =
    statSync(join(cwd, pattern), { throwIfNoEntry: false }) ??
    statSync(pattern, { throwIfNoEntry: false });
  if (kind?.isFile() === true) return [pattern];
  const glob = kind?.isDirectory() === true ? `${pattern.replace(/\/$/, "")}/**` : pattern;
  const files = globSync(glob, { cwd, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  if (files.length === 0 && kind === undefined)
    throw new GoldpanError("IMPORT_FILE_MISSING", { file: pattern });
  return files;
}
