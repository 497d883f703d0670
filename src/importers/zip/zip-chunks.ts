import { createReadStream, type ReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, type Readable, type TransformOptions } from "node:stream";
import { crc32, createGunzip, createInflateRaw, type ZlibOptions } from "node:zlib";
import { GoldpanError } from "../../errors.ts";
import { damagedFile, type Reason } from "./damaged-file.ts";
import { readAt } from "./zip-directory.ts";
import type { ZipEntry } from "./zip-entry.ts";

const [readBytes, unpackedBytes] = [1 << 19, 1 << 20];
/** So much is unpacked in the background while the last piece is being worked on. */
const inflateOptions: ZlibOptions & TransformOptions = {
  chunkSize: unpackedBytes,
  readableHighWaterMark: 1 << 20,
};
/** Deflate packs at most 1,032 to 1. Real sheets stay below 200, unless they are small. */
export const highestRatio: number = 400;
const smallBytes = 1 << 27;

/** Can the content be unpacked here? Methods other than "stored" and "deflated" cannot. */
export function isReadable({ method }: ZipEntry): boolean {
  return method === 0 || method === 8;
}

/**
 * The unpacked content of an entry, piece by piece, in bounded memory; its length and checksum are
 * compared with what the archive says. `mostBytes` is what the caller is ready to take. Throws
 * IMPORT_DAMAGED, or IMPORT_ZIP_BOMB when the content grows out of all proportion.
 */
export async function* zipChunks(
  path: string,
  entry: ZipEntry,
  mostBytes: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<Buffer> {
  const seen = { bytes: 0, checksum: 0 };
  for await (const chunk of unpacked(path, entry, await contentStart(path, entry))) {
    seen.bytes += chunk.length;
    if (seen.bytes > mostBytes || isBomb(seen.bytes, entry)) throw bomb(path, entry, seen.bytes);
    if (!isCheckedBeside(entry)) seen.checksum = crc32(chunk, seen.checksum);
    yield chunk;
  }
  if (!isCheckedBeside(entry)) assertSame(path, entry, seen);
}

function assertSame(
  path: string,
  entry: ZipEntry,
  { bytes, checksum }: { readonly bytes: number; readonly checksum: number },
): void {
  // Without zip64 the archive says the length modulo 2^32.
  if (entry.bytes !== undefined && bytes % 2 ** 32 !== entry.bytes % 2 ** 32)
    throw damagedFile(path, wrongLength(entry));
  if (entry.checksum !== undefined && checksum !== entry.checksum)
    throw damagedFile(path, wrongChecksum(entry));
}

/** The whole content of a small entry. Throws IMPORT_ZIP_BOMB when it is larger than `mostBytes`. */
export async function zipContent(
  path: string,
  entry: ZipEntry,
  mostBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zipChunks(path, entry, mostBytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function isBomb(bytes: number, { packedBytes }: ZipEntry): boolean {
  return bytes > smallBytes && bytes > packedBytes * highestRatio;
}

function bomb(file: string, { name, packedBytes }: ZipEntry, bytes: number): GoldpanError {
  return new GoldpanError("IMPORT_ZIP_BOMB", { file, part: name, packed: packedBytes, bytes });
}

function inPart({ name }: ZipEntry, en: string, zh: string): Reason {
  return [`\`${name}\`: ${en}`, `\`${name}\`: ${zh}`];
}

const wrongLength = (entry: ZipEntry): Reason => inPart(entry, "its length is wrong", "长度不符");
const wrongChecksum = (entry: ZipEntry): Reason =>
  inPart(entry, "its checksum is wrong", "校验和不符");

/** The header of the entry says how long it is itself: its extra field may differ from the directory's. */
async function contentStart(path: string, entry: ZipEntry): Promise<number> {
  const file = await open(path);
  try {
    const header = await readAt(file, entry.headerAt, 30);
    if (header.length < 30) throw damagedFile(path, inPart(entry, "it was cut off", "内容被截断"));
    return entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}

async function* unpacked(path: string, entry: ZipEntry, start: number): AsyncGenerator<Buffer> {
  if (entry.packedBytes === 0) return;
  const end = start + entry.packedBytes - 1;
  const source = createReadStream(path, { start, end, highWaterMark: readBytes });
  try {
    // Neither stream has an encoding set, so the chunks are bytes.
    for await (const chunk of contentOf(source, entry)) yield chunk as Buffer;
  } catch (cause) {
    throw explained(path, entry, cause);
  } finally {
    source.destroy();
  }
}

function contentOf(source: ReadStream, entry: ZipEntry): Readable {
  if (entry.method === 0) return source;
  // What goes wrong with the source ends the content too; there it is caught.
  const ignore = (): void => undefined;
  if (!isCheckedBeside(entry)) return pipeline(source, createInflateRaw(inflateOptions), ignore);
  return pipeline(source, asGzip(entry), createGunzip(inflateOptions), ignore);
}

/** Length and checksum are known before, so that who unpacks can compare them in the background. */
function isCheckedBeside({ method, bytes, checksum }: ZipEntry): boolean {
  return method === 8 && bytes !== undefined && checksum !== undefined;
}

/** The same packed bytes with the head and the end of a gzip member (RFC 1952) around them. */
function asGzip({ bytes = 0, checksum = 0 }: ZipEntry) {
  return async function* (packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    yield Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
    yield* packed;
    const end = Buffer.alloc(8);
    end.writeUInt32LE(checksum, 0);
    end.writeUInt32LE(bytes % 2 ** 32, 4);
    yield end;
  };
}

function explained(path: string, entry: ZipEntry, cause: unknown): unknown {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "Z_BUF_ERROR")
    return damagedFile(path, inPart(entry, "it was cut off", "内容被截断"), cause);
  if (!code.startsWith("Z_")) return cause;
  const reason = cause instanceof Error ? cause.message : "";
  if (reason === "incorrect length check") return damagedFile(path, wrongLength(entry), cause);
  if (reason === "incorrect data check") return damagedFile(path, wrongChecksum(entry), cause);
  return damagedFile(path, inPart(entry, "it cannot be unpacked", "无法解压"), cause);
}
