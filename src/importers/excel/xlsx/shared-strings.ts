import { damagedFile } from "../../zip/damaged-file.ts";
import { isBlankText } from "./blank-text.ts";
import type { MarkupForm, MarkupReader } from "./markup-reader.ts";
import { MarkupWindow } from "./markup-window.ts";
import { readRichText } from "./rich-text.ts";

const firstPoolBytes = 1 << 16;
const mostPoolBytes = 1 << 30;
const firstTexts = 1 << 10;
/** How many texts are kept as strings once they were asked for: a power of two. */
const cachedTexts = 1 << 16;

/**
 * The texts that cells point to by number, as UTF-8 in one piece of memory; a text becomes a string
 * when it is asked for, and the last ones are kept. Memory does not grow with the cells.
 */
export class SharedStrings {
  private pool: Buffer = Buffer.alloc(firstPoolBytes);
  private ends: Uint32Array = new Uint32Array(firstTexts);
  private blanks: Uint8Array = new Uint8Array(firstTexts);
  private texts = 0;
  private readonly idInSlot: Int32Array = new Int32Array(cachedTexts).fill(-1);
  private readonly textInSlot: string[] = Array.from({ length: cachedTexts }, () => "");

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

  /** Has the text nothing but blanks? */
  isBlank(id: number): boolean {
    return this.blanks[id] === 1;
  }

  /** Adds the next text: these bytes of `bytes`, which are UTF-8. */
  add(bytes: Buffer, from: number, to: number): void {
    const start = this.startOf(this.texts);
    const end = start + to - from;
    this.makeRoom(end);
    bytes.copy(this.pool, start, from, to);
    this.ends[this.texts] = end;
    this.blanks[this.texts] = isBlankText(bytes, from, to) ? 1 : 0;
    this.texts += 1;
  }

  private startOf(id: number): number {
    return id === 0 ? 0 : (this.ends[id - 1] ?? 0);
  }

  private makeRoom(poolBytes: number): void {
    if (poolBytes > this.pool.length) {
      const pool = Buffer.allocUnsafe(Math.ceil(poolBytes * 1.5));
      this.pool.copy(pool);
      this.pool = pool;
    }
    if (this.texts < this.ends.length) return;
    const [ends, blanks] = [this.ends, this.blanks];
    this.ends = new Uint32Array(ends.length * 2);
    this.blanks = new Uint8Array(ends.length * 2);
    this.ends.set(ends);
    this.blanks.set(blanks);
  }
}

/** `mostPoolBytes` of XML hold all the texts that memory is given for. */
export const mostSharedStringBytes: number = mostPoolBytes;

/** Reads `sharedStrings.xml` (ECMA-376 part 1, 18.4). Throws IMPORT_DAMAGED when it breaks off. */
export async function readSharedStrings(
  chunks: AsyncIterable<Buffer>,
  file: string,
): Promise<SharedStrings> {
  const strings = new SharedStrings();
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
  const { start } = reader;
  const after = readPlainText(reader, strings);
  if (after >= 0) return after;
  if (!reader.next(start)) return -1;
  const rich = readRichText(reader, "si");
  if (rich === undefined) return -1;
  const bytes = Buffer.from(rich.text);
  strings.add(bytes, 0, bytes.length);
  return rich.after;
}

/** `<si><t>text</t></si>` without anything to resolve in it: its bytes are copied as they stand. */
function readPlainText(reader: MarkupReader, strings: SharedStrings): number {
  if (reader.form !== "open" || !goesOn(reader, "open", "t")) return -1;
  const from = reader.after;
  if (!goesOn(reader, "close", "t")) return -1;
  const to = reader.start;
  if (needsWork(reader.bytes, from, to) || !goesOn(reader, "close", "si")) return -1;
  strings.add(reader.bytes, from, to);
  return reader.after;
}

/** Is the next mark this one? */
function goesOn(reader: MarkupReader, form: MarkupForm, name: string): boolean {
  return reader.next(reader.after) && reader.form === form && reader.isNamed(name);
}

/** Entities, escapes of Excel, and line ends that have to be made one kind. */
export function needsWork(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === 38 || byte === 13 || (byte === 95 && bytes[at + 1] === 120)) return true;
  }
  return false;
}
