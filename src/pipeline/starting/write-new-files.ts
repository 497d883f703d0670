import { mkdirSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeReason } from "../../error-messages/write-reasons.ts";
import { GoldpanError } from "../../errors.ts";

export interface NewFile {
  /** From the project folder. */
  readonly path: string;
  readonly text: string;
}

export interface WrittenFiles {
  readonly written: readonly string[];
  /** There before, and as they were. */
  readonly kept: readonly string[];
}

/**
 * Writes files that are not there yet; one that is there stays as it is. Either all are written or,
 * with OUTPUT_NOT_WRITABLE, none.
 */
export function writeNewFiles(dir: string, files: readonly NewFile[]): WrittenFiles {
  const written: string[] = [];
  const kept: string[] = [];
  const made: string[] = [];
  try {
    for (const file of files) (writeNew(dir, file, made) ? written : kept).push(file.path);
    return { written, kept };
  } catch (error) {
    for (const path of written) rmSync(join(dir, path), { force: true });
    // The deepest first; each is empty again, as it was not there before.
    for (const folder of made.toReversed()) rmdirSync(folder);
    throw error;
  }
}

function writeNew(dir: string, { path, text }: NewFile, made: string[]): boolean {
  const place = join(dir, path);
  try {
    makeFolders(dirname(place), made);
    // The flag refuses a file that is there, whoever made it and when.
    writeFileSync(place, text, { flag: "wx" });
    return true;
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (code === "EEXIST") return false;
    throw new GoldpanError("OUTPUT_NOT_WRITABLE", { file: path, ...writeReason(code) }, { cause });
  }
}

/** Notes each folder that was not there, the outermost first. */
function makeFolders(folder: string, made: string[]): void {
  const outermost = mkdirSync(folder, { recursive: true });
  if (outermost === undefined) return;
  const inside: string[] = [];
  for (let each = folder; each !== dirname(outermost); each = dirname(each)) inside.unshift(each);
  made.push(...inside);
}
