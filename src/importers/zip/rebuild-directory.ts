import type { FileHandle } from "node:fs/promises";
import { entryName, zip64Values, type ZipEntry } from "./zip-entry.ts";

const [headerMark, descriptorMark, entryMark] = [0x04034b50, 0x08074b50, 0x02014b50];
const headerBytes = 30;
const longestName = 512;
const blockBytes = 1 << 20;
/** Enough for a header with its name and extra field. */
const overlap = 1 << 12;
const mostEntries = 100_000;

/** A place in the file where one entry ends and something else begins. */
interface Mark {
  readonly at: number;
  /** The header of the entry that begins here. */
  readonly header?: Buffer;
  /** What follows an entry whose header came before its sizes were known. */
  readonly descriptor?: Buffer;
}

/**
 * The entries of an archive without a usable directory, by the headers that stand in front of each
 * (APPNOTE 4.3.7). One whose content is cut off by the end of the file is left out.
 */
export async function rebuildDirectory(file: FileHandle, size: number): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  let open: { readonly header: Buffer; readonly at: number } | undefined;
  let skipTo = 0;
  for await (const mark of marksOf(file, size)) {
    if (mark.at < skipTo) continue;
    if (open !== undefined) {
      const ended = entryUpTo(open.header, open.at, mark);
      if (ended === undefined) continue;
      entries.push(ended);
    }
    open = undefined;
    if (mark.header === undefined) continue;
    const whole = entryOf(mark.header, mark.at);
    if (whole === undefined) open = { header: mark.header, at: mark.at };
    else {
      skipTo = dataStart(mark.header, mark.at) + whole.packedBytes;
      if (skipTo <= size) entries.push(whole);
    }
    if (entries.length >= mostEntries) break;
  }
  return entries;
}

function dataStart(header: Buffer, at: number): number {
  return at + headerBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** The entry as its header says; undefined where sizes follow the content. */
function entryOf(header: Buffer, at: number): ZipEntry | undefined {
  if ((header.readUInt16LE(6) & 8) !== 0 && header.readUInt32LE(18) === 0) return undefined;
  const nameEnd = headerBytes + header.readUInt16LE(26);
  const [bytes, packedBytes] = zip64Values(
    header.subarray(nameEnd, nameEnd + header.readUInt16LE(28)),
  );
  const said = header.readUInt32LE(18);
  return {
    ...about(header, at),
    checksum: header.readUInt32LE(14) || undefined,
    packedBytes: said === 0xffffffff ? (packedBytes ?? said) : said,
    bytes: said === 0xffffffff ? bytes : header.readUInt32LE(22),
  };
}

/** An entry that ends at `mark`; undefined when a descriptor there is not that of the entry. */
function entryUpTo(
  header: Buffer,
  at: number,
  { at: end, descriptor }: Mark,
): ZipEntry | undefined {
  const packedBytes = end - dataStart(header, at);
  if (packedBytes < 0) return undefined;
  if (descriptor === undefined)
    return { ...about(header, at), checksum: undefined, packedBytes, bytes: undefined };
  if (descriptor.readUInt32LE(8) !== packedBytes) return undefined;
  return {
    ...about(header, at),
    checksum: descriptor.readUInt32LE(4),
    packedBytes,
    // In zip64 the upper half of the packed size stands here.
    bytes: descriptor.readUInt32LE(12) || undefined,
  };
}

function about(
  header: Buffer,
  at: number,
): Pick<ZipEntry, "name" | "method" | "isEncrypted" | "headerAt"> {
  const flags = header.readUInt16LE(6);
  const nameEnd = headerBytes + header.readUInt16LE(26);
  return {
    name: entryName(header.subarray(headerBytes, nameEnd), (flags & 0x800) !== 0),
    method: header.readUInt16LE(8),
    isEncrypted: (flags & 1) !== 0,
    headerAt: at,
  };
}

async function* marksOf(file: FileHandle, size: number): AsyncGenerator<Mark> {
  const block = Buffer.alloc(blockBytes + overlap);
  for (let start = 0; start < size; start += blockBytes) {
    const { bytesRead } = await file.read(block, 0, block.length, start);
    const bytes = block.subarray(0, bytesRead);
    const last = Math.min(blockBytes, bytesRead - 4);
    for (let at = bytes.indexOf("PK"); at >= 0 && at < last; at = bytes.indexOf("PK", at + 1)) {
      const mark = markAt(bytes.subarray(at, at + overlap), start + at);
      if (mark !== undefined) yield mark;
    }
  }
}

function markAt(bytes: Buffer, at: number): Mark | undefined {
  const mark = bytes.readUInt32LE(0);
  if (mark === headerMark) return isHeader(bytes) ? { at, header: Buffer.from(bytes) } : undefined;
  if (mark === entryMark) return { at };
  if (mark !== descriptorMark || bytes.length < 16) return undefined;
  return { at, descriptor: Buffer.from(bytes.subarray(0, 16)) };
}

/** Four bytes can stand anywhere by chance; a header has a version, a method and a name that can be. */
function isHeader(bytes: Buffer): boolean {
  if (bytes.length < headerBytes) return false;
  const [version, method, name] = [4, 8, 26].map((at) => bytes.readUInt16LE(at));
  return (version ?? 0) < 100 && (method ?? 0) < 100 && isBetween(name ?? 0, 1, longestName);
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}
