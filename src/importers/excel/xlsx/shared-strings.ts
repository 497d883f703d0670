import { writeJsonByte } from "../../json-escape.ts";
import { mayHoldIdentity } from "../../identity-digits.ts";
import { damagedFile } from "../../zip/damaged-file.ts";
import { isBlankText } from "./blank-text.ts";
import { isText, type MarkupReader } from "./markup-reader.ts";
import { MarkupWindow } from "./markup-window.ts";
import { readRichText } from "./rich-text.ts";

const firstPoolBytes = 1 << 16;
/** All the texts that memory is given for. */
export const mostPoolBytes: number = 1 << 30;
const firstTexts = 1 << 10;
/** How many texts are kept as strings once they were asked for: a power of two. */
const cachedTexts = 1 << 16;

/**
 * The texts that cells point to by number, as UTF-8 in one piece of memory; a text becomes a string
 * when it is asked for, and the last ones are kept. Memory does not grow with the cells.
 */
export class SharedStrings {
  private pool: Buffer;
  private ends: Uint32Array = new Uint32Array(firstTexts);
  /** 1 for a text that is nothing but blanks. */
  private blanks: Uint8Array = new Uint8Array(firstTexts);
  private texts = 0;
  private readonly idInSlot: Int32Array = new Int32Array(cachedTexts).fill(-1);
  private readonly textInSlot: string[] = Array.from({ length: cachedTexts }, () => "");

  /** `poolBytes`: what the texts will need, as far as that is known. */
  constructor(poolBytes: number = firstPoolBytes) {
    // Memory that is never written to is never taken from the system.
    this.pool = Buffer.allocUnsafeSlow(poolBytes);
  }

  get count(): number {
    return this.texts;
  }

  /** The text of a number that is below `count`. */
  text(id: number): string {
    const slot = id & (cachedTexts - 1);
    if (this.idInSlot[slot] === id) return this.textInSlot[slot] ?? "";
    const text = this.pool.toString("utf8", this.startOf(id), this.ends[id]);
    this.idInSlot[slot] = id;
    this.textInSlot[slot] = text;
    return text;
  }

  /** Bytes of the text in UTF-8. */
  lengthOf(id: number): number {
    return (this.ends[id] ?? 0) - this.startOf(id);
  }

  /** Writes the text as string content of JSON; returns where it ends. */
  writeJson(id: number, target: Uint8Array, offset: number): number {
    const { pool } = this;
    const end = this.ends[id] ?? 0;
    let to = offset;
    for (let at = this.startOf(id); at < end; at += 1)
      to = writeJsonByte(pool[at] ?? 0, target, to);
    return to;
  }

  /** Could the text hold the identity number of a person? `false` is certain. */
  mayHoldIdentity(id: number): boolean {
    return mayHoldIdentity(this.pool, this.startOf(id), this.ends[id] ?? 0);
  }

  /** Has the text nothing but blanks? */
  isBlank(id: number): boolean {
    return this.blanks[id] === 1;
  }

  /** Adds the next text: these bytes of `bytes`, which are UTF-8. */
  add(bytes: Buffer, from: number, to: number): void {
    const start = this.startOf(this.texts);
    const end = start + to - from;
    this.makeRoom(end);
    const { pool } = this;
    // A loop: for so few bytes a call out of JavaScript costs more.
    for (let at = from; at < to; at += 1) pool[start + at - from] = bytes[at] ?? 0;
    this.ends[this.texts] = end;
    this.blanks[this.texts] = isBlankText(bytes, from, to) ? 1 : 0;
    this.texts += 1;
  }

  private startOf(id: number): number {
    return id === 0 ? 0 : (this.ends[id - 1] ?? 0);
  }

  private makeRoom(poolBytes: number): void {
    if (poolBytes > this.pool.length) {
      const pool = Buffer.allocUnsafeSlow(Math.ceil(poolBytes * 1.5));
      this.pool.copy(pool);
      this.pool = pool;
    }
    if (this.texts < this.ends.length) return;
    const { ends, blanks } = this;
    this.ends = new Uint32Array(ends.length * 2);
    this.blanks = new Uint8Array(ends.length * 2);
    this.ends.set(ends);
    this.blanks.set(blanks);
  }
}

/** A table of texts as it comes out of the package. */
interface TextTable {
  readonly file: string;
  readonly chunks: AsyncIterable<Buffer>;
  /** How long it is, as far as that is known. */
  readonly bytes?: number | undefined;
}

/** Reads `sharedStrings.xml` (ECMA-376 part 1, 18.4). Throws IMPORT_DAMAGED when it breaks off. */
export async function readSharedStrings({
  file,
  chunks,
  bytes,
}: TextTable): Promise<SharedStrings> {
  const strings = new SharedStrings(bytes);
  const window = new MarkupWindow();
  let isWhole = false;
  for await (const chunk of chunks) {
    if (!isWhole && window.push(chunk)) isWhole = readTexts(window, strings);
    if (!isWhole && window.isOverfull) break;
  }
  if (isWhole || (window.push(undefined) && readTexts(window, strings))) return strings;
  throw damagedFile(file, ["the table of texts breaks off", "共享字符串表不完整"]);
}

/** Takes in the texts that are whole; true at the end of the table. */
function readTexts(window: MarkupWindow, strings: SharedStrings): boolean {
  const { reader } = window;
  let at = window.from;
  while (reader.next(at)) {
    const { form } = reader;
    if (form === "close" && reader.isNamed("sst")) return true;
    if (form === "empty" && reader.isNamed("sst")) return true;
    const isText = (form === "open" || form === "empty") && reader.isNamed("si");
    const after = isText ? readText(reader, strings) : reader.after;
    if (after < 0) break;
    at = after;
  }
  window.keepFrom(at);
  return false;
}

/** Takes in the text whose `<si>` the reader is at; returns where it ends, or -1. */
function readText(reader: MarkupReader, strings: SharedStrings): number {
  const plain = plainEnd(reader);
  if (plain >= 0) {
    strings.add(reader.bytes, reader.after + before.length, plain);
    return plain + behind.length;
  }
  const rich = readRichText(reader, "si");
  if (rich === undefined) return -1;
  const bytes = Buffer.from(rich.text);
  strings.add(bytes, 0, bytes.length);
  return rich.after;
}

const [before, behind] = ["<t>", "</t></si>"];

/**
 * Where the text ends in `<si><t>text</t></si>`, when nothing in it has to be resolved: its bytes are
 * copied as they stand. -1 for one that is written in another way or not whole.
 */
function plainEnd({ bytes, end, after, form }: MarkupReader): number {
  const from = after + before.length;
  if (form !== "open" || !isText(bytes, after, from, before)) return -1;
  let to = from;
  while (to < end && bytes[to] !== 60) {
    if (isToResolve(bytes, to)) return -1;
    to += 1;
  }
  const isWhole = to + behind.length <= end && isText(bytes, to, to + behind.length, behind);
  return isWhole ? to : -1;
}

/** An entity, an escape of Excel, or a line end that has to be made one kind. */
function isToResolve(bytes: Uint8Array, at: number): boolean {
  return mayNeedWork(bytes[at] ?? 0) && (bytes[at] !== 95 || bytes[at + 1] === 120);
}

/** Can something begin with the byte that has to be resolved? */
export function mayNeedWork(byte: number): boolean {
  return byte === 38 || byte === 13 || byte === 95;
}

/** Is there something in a text that has to be resolved? */
export function needsWork(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isToResolve(bytes, at)) return true;
  return false;
}
