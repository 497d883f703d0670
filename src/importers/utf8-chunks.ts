import { createReadStream } from "node:fs";
import { TextDecoder } from "node:util";
import type { Encoding } from "./encoding.ts";
import { decodeMixed } from "./mixed-lines.ts";

const chunkBytes = 1 << 18;
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

export interface WrittenText {
  readonly encoding: Encoding;
  /** The whole file is UTF-8 without a fault: its bytes are what is wanted. */
  readonly isUtf8: boolean;
  /** Some lines are UTF-8, the others in `encoding`. */
  readonly isMixed: boolean;
  /** Called when a letter could not be decoded. */
  readonly onLost?: () => void;
}

/** The bytes of a file in chunks; memory does not grow with it. */
export function chunksOf(path: string): AsyncIterable<Buffer> {
  // The stream has no encoding set, so its chunks are bytes.
  return createReadStream(path, { highWaterMark: chunkBytes });
}

/**
 * Text as UTF-8 without byte order mark, whatever it is written in and wherever it is cut; what
 * cannot be decoded reads as U+FFFD.
 */
export async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  { encoding, isUtf8, isMixed, onLost }: WrittenText,
): AsyncGenerator<Buffer> {
  if (isUtf8 && encoding === "utf-8") yield* withoutMark(chunks);
  else yield* encode(isMixed ? decodeMixed(chunks, encoding) : decode(chunks, encoding), onLost);
}

async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (start === undefined) yield chunk;
    else {
      start = Buffer.concat([start, chunk]);
      if (start.length < mark.length) continue;
      yield start.subarray(start.indexOf(mark) === 0 ? mark.length : 0);
      start = undefined;
    }
  }
  if (start !== undefined) yield start;
}

async function* decode(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* encode(
  texts: AsyncIterable<string>,
  onLost: (() => void) | undefined,
): AsyncGenerator<Buffer> {
  for await (const text of texts) {
    if (text.includes("\ufffd")) onLost?.();
    if (text !== "") yield Buffer.from(text);
  }
}
