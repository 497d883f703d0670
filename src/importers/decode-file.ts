import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { TextDecoder } from "node:util";
import { encodingOfMark, encodingOfZeros, guessLegacyEncoding, type Encoding } from "./encoding.ts";

export interface FileDigest {
  readonly sha256: string;
  readonly bytes: number;
  /** The encoding of the file if it is text. */
  readonly encoding: Encoding;
}

const sampleBytes = 1 << 20;

/** One pass over the file: its hash, and whether the whole of it is UTF-8. */
export async function digestFile(path: string): Promise<FileDigest> {
  const hash = createHash("sha256");
  const strict = new TextDecoder("utf-8", { fatal: true });
  const sample: Uint8Array[] = [];
  let [bytes, isUtf8] = [0, true];
  for await (const part of createReadStream(path, { highWaterMark: 1 << 18 })) {
    // The stream has no encoding set, so its chunks are bytes.
    const chunk = part as Uint8Array;
    hash.update(chunk);
    if (bytes < sampleBytes) sample.push(chunk);
    bytes += chunk.length;
    isUtf8 &&= decodesOn(strict, chunk);
  }
  isUtf8 &&= decodesOn(strict, undefined);
  return { sha256: hash.digest("hex"), bytes, encoding: encodingOf(Buffer.concat(sample), isUtf8) };
}

function decodesOn(decoder: TextDecoder, chunk: Uint8Array | undefined): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** Byte order mark, UTF-16 by its zeros, strict UTF-8, then the legacy encodings. */
function encodingOf(sample: Uint8Array, isUtf8: boolean): Encoding {
  const named = encodingOfMark(sample) ?? encodingOfZeros(sample);
  if (named !== undefined) return named;
  return isUtf8 ? "utf-8" : guessLegacyEncoding(sample);
}
