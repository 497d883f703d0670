/** Where a piece of a text ends; told chunk after chunk. */
export interface PieceCutter {
  /** The place of the byte that ends the piece which goes on at `from`, or -1. */
  endOf(bytes: Buffer, from: number): number;
}

export interface Piece {
  readonly text: string;
  /** The text is all of the piece: it was not too long, and something ended it. */
  readonly isWhole: boolean;
}

/** No record of a program is longer; of what is longer the beginning is kept. */
const longestPiece = 1 << 26;
const keptOfLongest = 1 << 12;

/** Cuts UTF-8 into pieces without what ends them; memory does not grow with the file. */
export async function* cutPieces(
  chunks: AsyncIterable<Buffer>,
  cutter: PieceCutter,
): AsyncGenerator<Piece> {
  const piece = new OpenPiece();
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = cutter.endOf(chunk, from); end >= 0; end = cutter.endOf(chunk, from)) {
      piece.add(chunk.subarray(from, end));
      yield piece.take(true);
      from = end + 1;
    }
    piece.add(chunk.subarray(from));
  }
  yield piece.take(false);
}

class OpenPiece {
  private parts: Buffer[] = [];
  private length = 0;

  add(part: Buffer): void {
    if (this.isTooLong) return;
    this.parts.push(part);
    this.length += part.length;
  }

  take(isEnded: boolean): Piece {
    const kept = this.isTooLong ? keptOfLongest : this.length;
    const text = Buffer.concat(this.parts, this.length).toString("utf8", 0, kept);
    const isWhole = isEnded && !this.isTooLong;
    [this.parts, this.length] = [[], 0];
    return { text, isWhole };
  }

  private get isTooLong(): boolean {
    return this.length > longestPiece;
  }
}

/** Lines of a text. */
export const lineCutter: PieceCutter = { endOf: (bytes, from) => bytes.indexOf(0x0a, from) };

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The elements of the array that a JSON document is (RFC 8259): its bracket ends a piece of blanks,
 * each comma and the closing bracket end an element.
 */
export class ElementCutter implements PieceCutter {
  private depth = 0;
  private inText = false;
  private isEscaped = false;

  endOf(bytes: Buffer, from: number): number {
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (this.inText) this.passText(byte);
      else if (this.isEnd(byte)) return at;
    }
    return -1;
  }

  private passText(byte: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === backslash) this.isEscaped = true;
    else if (byte === quote) this.inText = false;
  }

  private isEnd(byte: number): boolean {
    if (byte === quote) this.inText = true;
    else if (byte === openBracket || byte === openBrace) return (this.depth += 1) === 1;
    else if (byte === closeBracket || byte === closeBrace) return (this.depth -= 1) === 0;
    return byte === comma && this.depth === 1;
  }
}
