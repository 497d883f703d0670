import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { TextDecoder } from "node:util";
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
  const encoding = encodingOf(Buffer.concat(sample), isUtf8);
  const damaged = encoding === "utf-8" && !isUtf8;
  return { sha256: hash.digest("hex"), bytes, encoding, damaged };
}

function decodesOn(decoder: TextDecoder, chunk: Uint8Array | undefined): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

/** Byte order mark, UTF-16 by its zeros, UTF-8, then the legacy encodings. */
function encodingOf(sample: Uint8Array, isUtf8: boolean): Encoding {
  const named = encodingOfMark(sample) ?? encodingOfZeros(sample);
  if (named !== undefined) return named;
  return isUtf8 || isMostlyUtf8(sample) ? "utf-8" : guessLegacyEncoding(sample);
}
