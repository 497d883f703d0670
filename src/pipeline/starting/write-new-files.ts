import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

/** Writes files that are not there yet; one that is there stays as it is. Throws OUTPUT_NOT_WRITABLE. */
export function writeNewFiles(dir: string, files: readonly NewFile[]): WrittenFiles {
  const written: string[] = [];
  const kept: string[] = [];
  for (const file of files) (writeNew(dir, file) ? written : kept).push(file.path);
  return { written, kept };
}

function writeNew(dir: string, { path, text }: NewFile): boolean {
  const place = join(dir, path);
  try {
    mkdirSync(dirname(place), { recursive: true });
    // The flag refuses a file that is there, whoever made it and when.
    writeFileSync(place, text, { flag: "wx" });
    return true;
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (code === "EEXIST") return false;
    const details = { file: path, reason: code, reasonZh: code };
    throw new GoldpanError("OUTPUT_NOT_WRITABLE", details, { cause });
  }
}
