import { globSync, readdirSync, statSync, type Dirent } from "node:fs";
import { basename, isAbsolute, join, relative, resolve } from "node:path";
import { GoldpanError } from "../errors.ts";
import { byCodePoint } from "../text/code-point.ts";

export interface ExpandedPaths {
  /** From `cwd`, or absolute where the user typed it so; sorted, each file once. */
  readonly files: readonly string[];
  /** Files that are no data: lock files of Excel and WPS, thumbnails, unfinished output. */
  readonly skipped: readonly string[];
}

const noise = /^(?:~\$.*|\.~.*|thumbs\.db|\.ds_store|desktop\.ini|\..*\.partial)$/i;

/**
 * Files, folders and globs as a sorted list of files; cmd.exe expands no globs, so we do.
 * `["exports", "*.csv"]` -> every file below `exports`, and the CSV files here. Throws
 * IMPORT_FILE_MISSING for a name that is neither, IMPORT_FOLDER_EMPTY for a folder without files.
 */
export function expandPaths(patterns: readonly string[], cwd: string): ExpandedPaths {
  const found = patterns.flatMap((pattern) => {
    const files = expand(pattern, cwd);
    return isAbsolute(pattern) ? files : files.map((file) => relative(cwd, file));
  });
  const pathByFile = new Map(found.map((path) => [resolve(cwd, path), path]));
  const paths = [...pathByFile.values()].toSorted(byCodePoint);
  return {
    files: paths.filter((path) => !noise.test(basename(path))),
    skipped: paths.filter((path) => noise.test(basename(path))),
  };
}

/** A link to a file is one; a link that leads nowhere, or to a folder, is passed over. */
function isFile(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  const target = statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false });
  return target?.isFile() === true;
}

/** A name that exists is itself, whatever letters are in it; only the others are globs. */
function expand(pattern: string, cwd: string): string[] {
  const place = resolve(cwd, pattern);
  const kind = statSync(place, { throwIfNoEntry: false });
  if (kind?.isFile() === true) return [place];
  const entries: Dirent[] =
    kind === undefined
      ? globSync(pattern, { cwd, withFileTypes: true })
      : readdirSync(place, { recursive: true, withFileTypes: true });
  const files = entries.filter(isFile);
  if (files.length > 0)
    return files.map((entry) => resolve(cwd, join(entry.parentPath, entry.name)));
  const code = kind === undefined ? "IMPORT_FILE_MISSING" : "IMPORT_FOLDER_EMPTY";
  throw new GoldpanError(code, { file: pattern });
}
