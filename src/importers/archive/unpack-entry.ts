import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { GoldpanError } from "../../errors.ts";
import { isReadable, zipChunks } from "../zip/zip-chunks.ts";
import type { ZipEntry } from "../zip/zip-entry.ts";

/** The most that one file of an archive may hold unpacked: room on the disk is finite. */
const mostBytes = 2 ** 35;

/**
 * Unpacks one file of an archive to `target`. Throws IMPORT_ZIP_PASSWORD when it wants one,
 * IMPORT_NOT_A_TABLE when it is packed in a way that nobody here knows, IMPORT_ZIP_BOMB and
 * IMPORT_DAMAGED by its content.
 */
export async function unpackEntry(path: string, entry: ZipEntry, target: string): Promise<string> {
  if (entry.isEncrypted) throw new GoldpanError("IMPORT_ZIP_PASSWORD", { file: path });
  if (!isReadable(entry)) {
    const method = String(entry.method);
    const [what, whatZh] = [`packed by method ${method}`, `用第 ${method} 种方法压缩的`];
    throw new GoldpanError("IMPORT_NOT_A_TABLE", { file: path, what, whatZh });
  }
  await pipeline(Readable.from(zipChunks(path, entry, mostBytes)), createWriteStream(target));
  return target;
}
