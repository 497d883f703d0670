import { createReadStream } from "node:fs";
import { TextDecoder } from "node:util";
import type { Encoding } from "../encoding.ts";

const chunkBytes = 1 << 18;

export interface WrittenText {
  readonly path: string;
  readonly encoding: Encoding;
  /** The whole file is UTF-8 without a fault: its bytes are what is wanted. */
  readonly isUtf8: boolean;
}

/**
 * A text file as UTF-8 without byte order mark, whatever it is written in; what cannot be decoded
 * reads as U+FFFD. Memory does not grow with the file.
 */
export async function* utf8Chunks({ path, encoding, isUtf8 }: WrittenText): AsyncGenerator<Buffer> {
  // The stream has no encoding set, so its chunks are bytes.
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: chunkBytes });
  if (isUtf8 && encoding === "utf-8") yield* withoutMark(chunks);
  else yield* transcode(chunks, encoding);
}

async function* withoutMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    yield isFirst && chunk.toString("latin1", 0, 3) === "\u00ef\u00bb\u00bf"
      ? chunk.subarray(3)
      : chunk;
    isFirst = false;
  }
}

async function* transcode(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield Buffer.from(text);
  }
  const rest = decoder.decode();
  if (rest !== "") yield Buffer.from(rest);
}
