import { open, type FileHandle } from "node:fs/promises";
import { rebuildDirectory } from "./rebuild-directory.ts";
import {
  entryName,
  readUInt64,
  zip64Values,
  type ZipDirectory,
  type ZipEntry,
} from "./zip-entry.ts";

/**
 * The marks of a .zip (APPNOTE 6.3.10): end of the directory, its zip64 form and the locator of
 * that, an entry of the directory, the header of an entry.
 */
const [endMark, end64Mark, locatorMark] = [0x06054b50, 0x06064b50, 0x07064b50];
const [entryMark, headerMark] = [0x02014b50, 0x04034b50];
const [endBytes, locatorBytes, entryBytes, end64Bytes] = [22, 20, 46, 56];
const longestComment = 0xffff;
const [whole16, whole32] = [0xffff, 0xffffffff];
/** A directory larger than this belongs to no workbook and no folder of exports. */
const mostDirectoryBytes = 1 << 26;
/** So many entries are checked for standing where the directory says. */
const checkedEntries = 200;

interface Place {
  readonly count: number;
  readonly bytes: number;
  readonly start: number;
  /** Bytes that stand in front of the archive: its offsets count without them. */
  readonly shift: number;
}

/**
 * What is in an archive. Where its directory is missing, cut or wrong, it is rebuilt from the headers
 * of the entries and said to be; an archive without any entry gives none.
 */
export async function readZipDirectory(path: string): Promise<ZipDirectory> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const entries = await readDirectory(file, size);
    if (entries !== undefined) return { entries, isRebuilt: false };
    return { entries: await rebuildDirectory(file, size), isRebuilt: true };
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle, size: number): Promise<ZipEntry[] | undefined> {
  const place = await findDirectory(file, size);
  if (place === undefined) return undefined;
  const bytes = await readAt(file, place.start, place.bytes);
  const entries = parseEntries(bytes, place);
  if (entries === undefined || entries.length === 0) return undefined;
  return (await standWhereTheySay(file, entries)) ? entries : undefined;
}

/** Reads what there is of the range; less than `length` at the end of the file. */
export async function readAt(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, start);
  return bytes.subarray(0, bytesRead);
}

async function findDirectory(file: FileHandle, size: number): Promise<Place | undefined> {
  const tailBytes = Math.min(size, endBytes + longestComment + locatorBytes);
  const tail = await readAt(file, size - tailBytes, tailBytes);
  const at = lastMark(tail, endMark, tail.length - endBytes);
  if (at < 0) return undefined;
  const endAt = size - tailBytes + at;
  const [count, bytes, start] = [10, 12, 16].map((field) =>
    field === 10 ? tail.readUInt16LE(at + field) : tail.readUInt32LE(at + field),
  );
  if (count === undefined || bytes === undefined || start === undefined) return undefined;
  if (count === whole16 || bytes === whole32 || start === whole32) {
    const place = await findZip64(file, tail, at);
    if (place !== undefined) return place;
  }
  return placeOf({ count, bytes, start }, endAt);
}

/** The directory ends where its end record begins; whatever that differs by stands in front of the archive. */
function placeOf(said: Omit<Place, "shift">, endAt: number): Place | undefined {
  const shift = endAt - said.bytes - said.start;
  if (said.bytes > mostDirectoryBytes || shift < 0) return undefined;
  return { ...said, start: said.start + shift, shift };
}

async function findZip64(file: FileHandle, tail: Buffer, end: number): Promise<Place | undefined> {
  const at = end - locatorBytes;
  if (at < 0 || tail.readUInt32LE(at) !== locatorMark) return undefined;
  const endAt = readUInt64(tail, at + 8);
  if (!Number.isFinite(endAt)) return undefined;
  const record = await readAt(file, endAt, end64Bytes);
  if (record.length < end64Bytes || record.readUInt32LE(0) !== end64Mark) return undefined;
  const [count, bytes, start] = [
    readUInt64(record, 32),
    readUInt64(record, 40),
    readUInt64(record, 48),
  ];
  return placeOf({ count, bytes, start }, endAt);
}

function lastMark(bytes: Buffer, mark: number, from: number): number {
  for (let at = from; at >= 0; at -= 1) {
    if (bytes[at] === 0x50 && bytes.readUInt32LE(at) === mark) return at;
  }
  return -1;
}

function parseEntries(bytes: Buffer, { count, shift }: Place): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + entryBytes <= bytes.length && bytes.readUInt32LE(at) === entryMark) {
    const [nameBytes, extraBytes] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
    const end = at + entryBytes + nameBytes + extraBytes + bytes.readUInt16LE(at + 32);
    if (end > bytes.length) return undefined;
    entries.push(parseEntry(bytes.subarray(at, end), nameBytes, extraBytes, shift));
    at = end;
  }
  // Some programs count modulo 65,536 without the zip64 record.
  return entries.length % (whole16 + 1) === count % (whole16 + 1) ? entries : undefined;
}

function parseEntry(entry: Buffer, nameBytes: number, extraBytes: number, shift: number): ZipEntry {
  const nameEnd = entryBytes + nameBytes;
  const flags = entry.readUInt16LE(8);
  const wide = zip64Values(entry.subarray(nameEnd, nameEnd + extraBytes));
  const value = (at: number): number => {
    const said = entry.readUInt32LE(at);
    return said === whole32 ? (wide.shift() ?? said) : said;
  };
  const [bytes, packedBytes, headerAt] = [value(24), value(20), value(42)];
  const checksum = entry.readUInt32LE(16);
  return {
    name: entryName(entry.subarray(entryBytes, nameEnd), (flags & 0x800) !== 0),
    method: entry.readUInt16LE(10),
    isEncrypted: (flags & 1) !== 0,
    // Programs that never learned to count write 0.
    checksum: checksum === 0 ? undefined : checksum,
    packedBytes,
    bytes,
    headerAt: headerAt + shift,
  };
}

/** A directory whose entries stand elsewhere is no use, however well it is formed. */
async function standWhereTheySay(file: FileHandle, entries: readonly ZipEntry[]): Promise<boolean> {
  for (const { headerAt } of entries.slice(0, checkedEntries)) {
    const mark = Number.isFinite(headerAt) ? await readAt(file, headerAt, 4) : Buffer.alloc(0);
    if (mark.length < 4 || mark.readUInt32LE(0) !== headerMark) return false;
  }
  return true;
}
