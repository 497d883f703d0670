import { TextDecoder } from "node:util";
import { encodingOfMark, encodingOfZeros } from "../../encoding.ts";
import { findEncoding } from "../../encoding-name.ts";

/** What an XML document is written in when it is not UTF-8: by its mark, its zeros, or what it says. */
function encodingOf(start: Buffer): string | undefined {
  const sure = encodingOfMark(start) ?? encodingOfZeros(start.subarray(0, 256));
  const said = /^\s*<\?xml[^>]*encoding=["']([\w-]+)/.exec(start.toString("latin1", 0, 200))?.[1];
  const encoding = sure ?? findEncoding(said ?? "utf-8");
  return encoding === "utf-8" ? undefined : encoding;
}

/** A document in UTF-8, whatever it was written in. */
export function toUtf8(content: Buffer): Buffer {
  const encoding = encodingOf(content);
  return encoding === undefined ? content : Buffer.from(new TextDecoder(encoding).decode(content));
}

/** The same for a document that comes in pieces. */
export async function* utf8Chunks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: TextDecoder | undefined;
  let isFirst = true;
  for await (const chunk of chunks) {
    const encoding = isFirst ? encodingOf(chunk) : undefined;
    isFirst = false;
    if (encoding !== undefined) decoder = new TextDecoder(encoding);
    yield decoder === undefined ? chunk : Buffer.from(decoder.decode(chunk, { stream: true }));
  }
  if (decoder !== undefined) yield Buffer.from(decoder.decode());
}
