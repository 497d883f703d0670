import { crc32, deflateRawSync } from "node:zlib";

/** One file of an archive; everything but its name and content is for making odd archives. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly isStored?: boolean;
  /** Sizes and checksum follow the content (bit 3), as programs write that stream. */
  readonly hasDescriptor?: boolean;
  readonly checksum?: number;
  /** Bytes of the name where it is not UTF-8. */
  readonly nameBytes?: Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  readonly level?: number;
}

interface ZipShape {
  /** Sizes and offsets in zip64 fields, though they would fit. */
  readonly isZip64?: boolean;
  readonly comment?: string;
  /** Bytes in front of the archive. */
  readonly prefix?: Uint8Array;
}

interface Written {
  readonly part: ZipPart;
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: Buffer;
  readonly size: number;
  readonly offset: number;
}

const [descriptorFlag, utf8Flag] = [1 << 3, 1 << 11];
/** 1980-01-01, the first day that a zip knows: equal parts give equal bytes. */
const firstDay = 0x21;
const [whole32, whole16] = [0xffffffff, 0xffff];

/** `zipBytes([{ name: "a.txt", content: "x" }])` -> a .zip archive (APPNOTE 6.3.10) */
export function zipBytes(parts: readonly ZipPart[], shape: ZipShape = {}): Buffer {
  const pieces: Buffer[] = [Buffer.from(shape.prefix ?? [])];
  let at = pieces[0]?.length ?? 0;
  const add = (...more: readonly Buffer[]): void => {
    pieces.push(...more);
    at += more.reduce((sum, { length }) => sum + length, 0);
  };
  const written = parts.map((part) => {
    const each = pack(part, at);
    add(localHeader(each, shape), each.name, localExtra(each, shape), each.packed);
    if (part.hasDescriptor === true) add(descriptor(each));
    return each;
  });
  const directory = Buffer.concat(written.map((each) => directoryEntry(each, shape)));
  const start = at;
  add(directory);
  if (shape.isZip64 === true) add(zip64End(written.length, directory.length, start));
  add(endRecord(written.length, directory.length, start, shape));
  return Buffer.concat(pieces);
}

function pack(part: ZipPart, offset: number): Written {
  const content = Buffer.from(part.content);
  const packed =
    part.isStored === true ? content : deflateRawSync(content, { level: part.level ?? 6 });
  return {
    part,
    name: Buffer.from(part.nameBytes ?? Buffer.from(part.name)),
    flags:
      part.flags ??
      (part.nameBytes === undefined ? utf8Flag : 0) |
        (part.hasDescriptor === true ? descriptorFlag : 0),
    method: part.method ?? (part.isStored === true ? 0 : 8),
    checksum: part.checksum ?? crc32(content),
    packed,
    size: content.length,
    offset,
  };
}

function localHeader(each: Written, { isZip64 = false }: ZipShape): Buffer {
  const header = Buffer.alloc(30);
  const isLate = each.part.hasDescriptor === true;
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(isZip64 ? 45 : 20, 4);
  header.writeUInt16LE(each.flags, 6);
  header.writeUInt16LE(each.method, 8);
  header.writeUInt16LE(firstDay, 12);
  header.writeUInt32LE(isLate ? 0 : each.checksum, 14);
  header.writeUInt32LE(isLate ? 0 : isZip64 ? whole32 : each.packed.length, 18);
  header.writeUInt32LE(isLate ? 0 : isZip64 ? whole32 : each.size, 22);
  header.writeUInt16LE(each.name.length, 26);
  header.writeUInt16LE(localExtra(each, { isZip64 }).length, 28);
  return header;
}

function localExtra(each: Written, { isZip64 = false }: ZipShape): Buffer {
  if (!isZip64) return Buffer.alloc(0);
  return zip64Extra([each.size, each.packed.length]);
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, at) => extra.writeBigUInt64LE(BigInt(value), 4 + at * 8));
  return extra;
}

function descriptor(each: Written): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(each.checksum, 4);
  bytes.writeUInt32LE(each.packed.length, 8);
  bytes.writeUInt32LE(each.size, 12);
  return bytes;
}

function directoryEntry(each: Written, { isZip64 = false }: ZipShape): Buffer {
  const extra = isZip64
    ? zip64Extra([each.size, each.packed.length, each.offset])
    : Buffer.alloc(0);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(isZip64 ? 45 : 20, 6);
  entry.writeUInt16LE(each.flags, 8);
  entry.writeUInt16LE(each.method, 10);
  entry.writeUInt16LE(firstDay, 14);
  entry.writeUInt32LE(each.checksum, 16);
  entry.writeUInt32LE(isZip64 ? whole32 : each.packed.length, 20);
  entry.writeUInt32LE(isZip64 ? whole32 : each.size, 24);
  entry.writeUInt16LE(each.name.length, 28);
  entry.writeUInt16LE(extra.length, 30);
  entry.writeUInt32LE(isZip64 ? whole32 : each.offset, 42);
  return Buffer.concat([entry, each.name, extra]);
}

function zip64End(count: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(start + size), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

function endRecord(count: number, size: number, start: number, shape: ZipShape): Buffer {
  const { isZip64 = false, comment = "" } = shape;
  const text = Buffer.from(comment);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isZip64 ? whole16 : count, 8);
  end.writeUInt16LE(isZip64 ? whole16 : count, 10);
  end.writeUInt32LE(isZip64 ? whole32 : size, 12);
  end.writeUInt32LE(isZip64 ? whole32 : start, 16);
  end.writeUInt16LE(text.length, 20);
  return Buffer.concat([end, text]);
}
