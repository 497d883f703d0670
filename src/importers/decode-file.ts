import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import {
  encodingOfMark,
  encodingOfZeros,
  guessLegacyEncoding,
  isMostlyUtf8,
  type Encoding,
} from "./encoding.ts";

export interface FileDigest {
  readonly sha256: string;
  readonly bytes: number;
  /** The encoding of the file if it is text. */
  readonly encoding: Encoding;
  /** It is UTF-8 but for a few bytes. */
  readonly damaged: boolean;
}

const sampleBytes = 1 << 20;

/** One pass over the file: its hash, and whether the whole of it is UTF-8. */
export async function digestFile(path: string): Promise<FileDigest> {
  const hash = createHash("sha256");
  const sample: Buffer[] = [];
  const utf8 = new Utf8Check();
  let bytes = 0;
  // The stream has no encoding set, so its chunks are bytes.
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 1 << 18 });
  for await (const chunk of chunks) {
    hash.update(chunk);
    utf8.add(chunk);
    if (bytes < sampleBytes) sample.push(chunk);
    bytes += chunk.length;
  }
  const isWhole = utf8.end();
  const encoding = encodingOf(Buffer.concat(sample), isWhole);
  const damaged = encoding === "utf-8" && !isWhole;
  return { sha256: hash.digest("hex"), bytes, encoding, damaged };
}

/** Is text that comes in chunks UTF-8 without a fault, letters cut by the chunks put together? */
class Utf8Check {
  private rest: Buffer = Buffer.alloc(0);
  private isWhole = true;

  add(chunk: Buffer): void {
    if (!this.isWhole) return;
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const end = bytes.length - cutLetter(bytes);
    this.rest = bytes.subarray(end);
    this.isWhole = isUtf8(bytes.subarray(0, end));
  }

  end(): boolean {
    return this.isWhole && this.rest.length === 0;
  }
}

/** How many bytes at the end begin a letter that goes on beyond them. */
function cutLetter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Byte order mark, UTF-16 by its zeros, UTF-8, then the legacy encodings. */
function encodingOf(sample: Uint8Array, isWholeUtf8: boolean): Encoding {
  const named = encodingOfMark(sample) ?? encodingOfZeros(sample);
  if (named !== undefined) return named;
  return isWholeUtf8 || isMostlyUtf8(sample) ? "utf-8" : guessLegacyEncoding(sample);
}
