import { isAscii, isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import type { Encoding } from "./encoding.ts";
import { sureLegacyEncoding } from "./legacy-encoding.ts";

/** Two Han letters of UTF-8 in a row, as bytes; what is in GB18030 or Big5 hardly ever reads so. */
const utf8Han = /(?:[\u00e4-\u00e9][\u0080-\u00bf]{2}){2}/;
const lineFeed = 0x0a;
const longestLine = 1 << 20;
const enoughBytes = 1 << 16;

/** A line of a file that is not UTF-8 as a whole: is this line UTF-8 all the same? */
export function isUtf8Line(line: Buffer): boolean {
  return utf8Han.test(line.toString("latin1")) && isUtf8(line);
}

/**
 * Looks for lines in UTF-8 among the bytes of a file that is not UTF-8: somebody glued two exports
 * together. Feed it chunk after chunk, nothing of which is kept; a line cut by their borders is put
 * together.
 */
export class MixedLines {
  private rest: Buffer = Buffer.alloc(0);
  private hasUtf8 = false;
  /** Lines in something else, as many as it takes to tell in what. */
  private readonly others: Buffer[] = [];
  private otherBytes = 0;

  add(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const end = bytes.lastIndexOf(lineFeed) + 1;
    const rest = bytes.length - end > longestLine ? bytes.subarray(0, 0) : bytes.subarray(end);
    this.rest = Buffer.from(rest);
    this.look(bytes.subarray(0, end));
  }

  /** The encoding of the other lines, or undefined when the file is all of one kind. */
  end(): Encoding | undefined {
    this.look(this.rest);
    if (!this.hasUtf8 || this.otherBytes === 0) return undefined;
    return sureLegacyEncoding(Buffer.concat(this.others));
  }

  private look(bytes: Buffer): void {
    if (isAscii(bytes) || (this.hasUtf8 && this.otherBytes > enoughBytes)) return;
    const hasUtf8 = utf8Han.test(bytes.toString("latin1"));
    if (!hasUtf8 && this.otherBytes > enoughBytes) return;
    for (const line of linesOf(bytes)) {
      if (isUtf8Line(line)) this.hasUtf8 = true;
      else if (!isUtf8(line) && !utf8Han.test(line.toString("latin1"))) this.keep(line);
    }
  }

  /** A line of UTF-8 with a letter that was cut is not yet another encoding, and not kept. */
  private keep(line: Buffer): void {
    if (this.otherBytes > enoughBytes) return;
    this.others.push(Buffer.from(line));
    this.otherBytes += line.length;
  }
}

/** Lines with their line feeds. */
function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    yield bytes.subarray(start, end);
    start = end;
  }
}

/** Decodes line by line: UTF-8 what is UTF-8, the rest as the encoding that the file has else. */
export async function* decodeMixed(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<string> {
  let rest = Buffer.alloc(0);
  const decode = (bytes: Buffer): string =>
    Array.from(linesOf(bytes), (line) =>
      new TextDecoder(isUtf8Line(line) ? "utf-8" : encoding).decode(line),
    ).join("");
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    const feed = bytes.lastIndexOf(lineFeed) + 1;
    const end = bytes.length - feed > longestLine ? bytes.length : feed;
    rest = Buffer.from(bytes.subarray(end));
    if (end > 0) yield decode(bytes.subarray(0, end));
  }
  yield decode(rest);
}
