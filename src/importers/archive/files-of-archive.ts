import { GoldpanError } from "../../errors.ts";
import { byCodePoint } from "../../text/code-point.ts";
import type { ZipEntry } from "../zip/zip-entry.ts";

/** What archivers and systems add: folders, previews, lock files. */
const noise =
  /(?:\/|(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*|\._[^/]*))$/i;
/** An archive of more files is no export of customers. */
const mostFiles = 1000;

/**
 * The files of an archive that may hold tables, by name. Throws when a name leads out of the
 * archive, when there are no files or too many, and when all of them want a password.
 */
export function filesOfArchive(path: string, entries: readonly ZipEntry[]): ZipEntry[] {
  const outside = entries.find(({ name }) => leadsOut(name));
  if (outside !== undefined)
    throw new GoldpanError("IMPORT_ZIP_PATH", { file: path, part: outside.name });
  const files = entries.filter(({ name, bytes }) => !noise.test(name) && bytes !== 0);
  if (files.length === 0 || files.length > mostFiles)
    throw new GoldpanError("IMPORT_ZIP_FILES", { file: path, files: files.length });
  if (files.every(({ isEncrypted }) => isEncrypted))
    throw new GoldpanError("IMPORT_ZIP_PASSWORD", { file: path });
  return files.toSorted((a, b) => byCodePoint(a.name, b.name));
}

function leadsOut(name: string): boolean {
  return /^[a-z]:/i.test(name) || name.split("/").includes("..");
}
