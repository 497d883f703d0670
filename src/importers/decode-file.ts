import { isAscii, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { encodingOfMark, encodingOfZeros, isMostlyUtf8, type Encoding } from "./encoding.ts";
import { guessLegacyEncoding } from "./legacy-encoding.ts";
import { MixedLines } from "./mixed-lines.ts";

export interface FileDigest {
  readonly sha256: string;
  readonly bytes: number;
  /** The encoding of the file if it is text. */
  readonly encoding: Encoding;
  /** It is UTF-8 but for a few bytes. */
  readonly damaged: boolean;
  /** Some lines are in `encoding`, others in UTF-8. */
  readonly mixed: boolean;
}

const [chunkBytes, sampleBytes] = [1 << 18, 1 << 20];

/**
 * One pass over the file: its hash and, when it is text, whether the whole of it is UTF-8 and what
 * else it may be.
 */
export async function digestFile(path: string, isText: boolean = true): Promise<FileDigest> {
  const hash = createHash("sha256");
  const text = new TextDigest();
  let bytes = 0;
  for await (const chunk of passingChunks(path)) {
    hash.update(chunk);
    if (isText) text.add(chunk);
    bytes += chunk.length;
  }
  return { sha256: hash.digest("hex"), bytes, ...text.end() };
}

/**
 * The bytes of a file, each chunk in the same memory: good until the next one is asked for. On a busy
 * machine memory that is let go of lies about for long.
 */
async function* passingChunks(path: string): AsyncGenerator<Buffer> {
  const memory = Buffer.alloc(chunkBytes);
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead } = await file.read(memory, 0, memory.length, null);
      if (bytesRead === 0) return;
      yield memory.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** What the bytes of a text say about its encoding. What is kept of a chunk is copied. */
class TextDigest {
  private readonly utf8 = new Utf8Check();
  private readonly lines = new MixedLines();
  private head: Buffer = Buffer.alloc(0);
  /** The first pieces with letters beyond ASCII: only they tell. */
  private readonly sample: Buffer[] = [];
  private sampled = 0;

  add(chunk: Buffer): void {
    if (this.head.length === 0) this.head = Buffer.from(chunk);
    this.utf8.add(chunk);
    if (isAscii(chunk)) return;
    // Up to the first fault all is UTF-8; one piece of it is enough to know that there was some.
    if (!this.utf8.isWhole || this.sampled === 0) this.lines.add(chunk);
    if (this.sampled >= sampleBytes) return;
    this.sample.push(Buffer.from(chunk));
    this.sampled += chunk.length;
  }

  end(): Pick<FileDigest, "encoding" | "damaged" | "mixed"> {
    const isWhole = this.utf8.end();
    const named = encodingOfMark(this.head) ?? encodingOfZeros(this.head);
    if (named !== undefined || isWhole) {
      const encoding = named ?? "utf-8";
      return { encoding, damaged: encoding === "utf-8" && !isWhole, mixed: false };
    }
    const other = this.lines.end();
    if (other !== undefined) return { encoding: other, damaged: false, mixed: true };
    const sample = Buffer.concat(this.sample);
    return this.utf8.isCutOff || isMostlyUtf8(sample)
      ? { encoding: "utf-8", damaged: true, mixed: false }
      : { encoding: guessLegacyEncoding(sample), damaged: false, mixed: false };
  }
}

/** Is text that comes in chunks UTF-8 without a fault, letters cut by the chunks put together? */
class Utf8Check {
  private rest: Buffer = Buffer.alloc(0);
  isWhole = true;
  private hasLetters = false;

  add(chunk: Buffer): void {
    if (!this.isWhole) return;
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const end = bytes.length - cutLetter(bytes);
    this.rest = Buffer.from(bytes.subarray(end));
    this.isWhole = isUtf8(bytes.subarray(0, end));
    this.hasLetters ||= !isAscii(bytes.subarray(0, end));
  }

  end(): boolean {
    return this.isWhole && this.rest.length === 0;
  }

  /** All is UTF-8, letters beyond ASCII among it, but for the last one, which was cut off. */
  get isCutOff(): boolean {
    return this.isWhole && this.hasLetters;
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
