/** What stands between `<` and `>`. A CDATA section is text; comments and the like are "other". */
export type MarkupForm = "open" | "close" | "empty" | "text-section" | "other";

const [tab, lineFeed, carriageReturn, space] = [9, 10, 13, 32];
const [exclamation, quote, apostrophe, hyphen, slash] = [33, 34, 39, 45, 47];
const [colon, less, equals, greater, question, bracket] = [58, 60, 61, 62, 63, 91];
const mostAttributes = 64;

const sectionStart = Buffer.from("<![CDATA[");
const sectionEnd = Buffer.from("]]>");
const commentEnd = Buffer.from("-->");
const instructionEnd = Buffer.from("?>");

function isBlank(byte: number): boolean {
  return byte === space || byte === lineFeed || byte === carriageReturn || byte === tab;
}

/**
 * Walks over the marks of XML in UTF-8, byte by byte and without making an object: the offsets of
 * the last mark are the fields. Prefixes of names are passed over, so `x:row` is `row`. It checks
 * no well-formedness beyond what it needs to find the end of each mark (XML 1.0, 5th edition).
 */
export class MarkupReader {
  bytes: Buffer;
  end: number;
  form: MarkupForm = "other";
  /** Offset of `<`. */
  start = 0;
  /** Offset behind `>`. */
  after = 0;
  nameStart = 0;
  nameEnd = 0;
  attributeCount = 0;
  /** For each attribute: start and end of its local name, start and end of its value. */
  readonly attributes: Int32Array = new Int32Array(mostAttributes * 4);

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.end = bytes.length;
  }

  /** Goes to the next mark at or behind `from`; false when it is not whole within the bytes. */
  next(from: number): boolean {
    const { bytes, end } = this;
    let at = from;
    while (at < end && bytes[at] !== less) at += 1;
    this.start = at;
    if (at + 1 >= end) return false;
    const first = bytes[at + 1];
    if (first === exclamation || first === question) return this.readSection(at);
    this.form = first === slash ? "close" : "open";
    return this.readName(first === slash ? at + 2 : at + 1);
  }

  /** Does an element begin here? */
  get isElement(): boolean {
    return this.form === "open" || this.form === "empty";
  }

  /** Is the local name this one letter? Faster than `isNamed`. */
  isLetter(letter: number): boolean {
    return this.nameEnd - this.nameStart === 1 && this.bytes[this.nameStart] === letter;
  }

  isNamed(name: string): boolean {
    return isText(this.bytes, this.nameStart, this.nameEnd, name);
  }

  /** Index of an attribute in `attributes`, or -1. */
  attributeAt(name: string): number {
    for (let at = 0; at < this.attributeCount * 4; at += 4) {
      const [start = 0, end = 0] = [this.attributes[at], this.attributes[at + 1]];
      if (isText(this.bytes, start, end, name)) return at;
    }
    return -1;
  }

  /** The bytes of an attribute as text, entities and all, or undefined. */
  attribute(name: string): string | undefined {
    const at = this.attributeAt(name);
    if (at < 0) return undefined;
    return this.bytes.toString("utf8", this.attributes[at + 2], this.attributes[at + 3]);
  }

  private readSection(at: number): boolean {
    const { bytes } = this;
    this.form = "other";
    if (bytes[at + 1] === question) return this.endsWith(instructionEnd, at + 2);
    if (bytes[at + 2] === hyphen) return this.endsWith(commentEnd, at + 4);
    if (bytes[at + 2] !== bracket) return this.endsWith(Buffer.from(">"), at + 2);
    this.form = "text-section";
    return this.endsWith(sectionEnd, at + sectionStart.length);
  }

  private endsWith(mark: Buffer, from: number): boolean {
    const found = this.bytes.indexOf(mark, from);
    if (found < 0 || found + mark.length > this.end) return false;
    this.nameStart = from;
    this.nameEnd = found;
    this.after = found + mark.length;
    return true;
  }

  private readName(from: number): boolean {
    const { bytes, end } = this;
    this.nameStart = from;
    this.attributeCount = 0;
    let at = from;
    for (; at < end; at += 1) {
      // Within the bounds of the loop there is a byte.
      const byte = bytes[at] ?? 0;
      if (byte === colon) this.nameStart = at + 1;
      else if (byte === greater || byte === slash || isBlank(byte)) break;
    }
    this.nameEnd = at;
    if (at < end && bytes[at] === greater) {
      this.after = at + 1;
      return true;
    }
    return this.readAttributes(at);
  }

  private readAttributes(from: number): boolean {
    const { bytes, end } = this;
    for (let at = from; at < end;) {
      const byte = bytes[at] ?? 0;
      if (byte === greater) {
        if (bytes[at - 1] === slash) this.form = "empty";
        this.after = at + 1;
        return true;
      }
      if (byte === slash || isBlank(byte)) at += 1;
      else at = this.readAttribute(at);
    }
    return false;
  }

  /** Returns the offset behind the attribute; behind the end when it is not whole. */
  private readAttribute(from: number): number {
    const { bytes, end } = this;
    let [nameStart, at] = [from, from];
    for (; at < end && bytes[at] !== equals; at += 1) {
      if (bytes[at] === greater) return at;
      if (bytes[at] === colon) nameStart = at + 1;
    }
    let nameEnd = at;
    while (nameEnd > nameStart && isBlank(bytes[nameEnd - 1] ?? 0)) nameEnd -= 1;
    return this.readValue(nameStart, nameEnd, this.skipBlanks(at + 1));
  }

  private skipBlanks(from: number): number {
    let at = from;
    while (at < this.end && isBlank(this.bytes[at] ?? 0)) at += 1;
    return at;
  }

  private readValue(nameStart: number, nameEnd: number, from: number): number {
    const { bytes, end } = this;
    const mark = bytes[from];
    if (mark !== quote && mark !== apostrophe) return from;
    let at = from + 1;
    while (at < end && bytes[at] !== mark) at += 1;
    this.keepAttribute(nameStart, nameEnd, from + 1, at);
    return at + 1;
  }

  private keepAttribute(
    nameStart: number,
    nameEnd: number,
    valueStart: number,
    valueEnd: number,
  ): void {
    if (this.attributeCount >= mostAttributes) return;
    const { attributes } = this;
    const at = this.attributeCount * 4;
    attributes[at] = nameStart;
    attributes[at + 1] = nameEnd;
    attributes[at + 2] = valueStart;
    attributes[at + 3] = valueEnd;
    this.attributeCount += 1;
  }
}

/** Do the bytes spell this text of ASCII letters? */
export function isText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let at = 0; at < text.length; at += 1) {
    if (bytes[start + at] !== text.charCodeAt(at)) return false;
  }
  return true;
}
