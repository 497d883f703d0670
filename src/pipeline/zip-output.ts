import { once } from "node:events";
import { crc32, createDeflateRaw, deflateRawSync } from "node:zlib";
import type { Write } from "./text-output.ts";

/** The marks of a .zip (APPNOTE 6.3.10). */
const [localMark, descriptorMark, entryMark, endMark] = [
  0x04034b50, 0x08074b50, 0x02014b50, 0x06054b50,
];
const [utf8Flag, descriptorFlag] = [1 << 11, 1 << 3];
const deflated = 8;
/** 1980-01-01: the same content gives the same bytes, whenever it is written. */
const firstDay = 0x21;

interface Written {
  readonly name: Buffer;
  readonly flags: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

/** A zip as it comes into being: small parts at once, a large one piece by piece. */
export class ZipOutput {
  private readonly sink: Write;
  private readonly entries: Written[] = [];
  private offset = 0;

  constructor(write: Write) {
    this.sink = write;
  }

  async add(name: string, content: string): Promise<void> {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const entry: Written = {
      name: Buffer.from(name),
      flags: utf8Flag,
      checksum: crc32(bytes),
      packedBytes: packed.length,
      bytes: bytes.length,
      offset: this.offset,
    };
    await this.write(Buffer.concat([localHeader(entry), packed]));
    this.entries.push(entry);
  }

  /** A part whose length nobody knows yet: its sizes follow its content. */
  async addStream(name: string, chunks: AsyncIterable<Buffer>): Promise<void> {
    const start = {
      name: Buffer.from(name),
      flags: utf8Flag | descriptorFlag,
      checksum: 0,
      packedBytes: 0,
      bytes: 0,
      offset: this.offset,
    };
    await this.write(localHeader(start));
    const entry = { ...start, ...(await this.deflate(chunks)) };
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(descriptorMark, 0);
    descriptor.writeUInt32LE(entry.checksum, 4);
    descriptor.writeUInt32LE(entry.packedBytes, 8);
    descriptor.writeUInt32LE(entry.bytes, 12);
    await this.write(descriptor);
    this.entries.push(entry);
  }

  async end(): Promise<void> {
    const directory = Buffer.concat(this.entries.map(directoryEntry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(endMark, 0);
    end.writeUInt16LE(this.entries.length, 8);
    end.writeUInt16LE(this.entries.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.offset, 16);
    await this.write(Buffer.concat([directory, end]));
  }

  private async write(bytes: Buffer): Promise<void> {
    await this.sink(bytes);
    this.offset += bytes.length;
  }

  private async deflate(
    chunks: AsyncIterable<Buffer>,
  ): Promise<Pick<Written, "checksum" | "packedBytes" | "bytes">> {
    const deflate = createDeflateRaw({ level: 3, chunkSize: 1 << 18 });
    const start = this.offset;
    const counted = { checksum: 0, bytes: 0 };
    const fed = feed(chunks, deflate, counted);
    fed.catch((error: unknown) => deflate.destroy(error instanceof Error ? error : undefined));
    // The stream has no encoding set, so its chunks are bytes.
    for await (const packed of deflate) await this.write(packed as Buffer);
    await fed;
    return { ...counted, packedBytes: this.offset - start };
  }
}

async function feed(
  chunks: AsyncIterable<Buffer>,
  deflate: ReturnType<typeof createDeflateRaw>,
  counted: { checksum: number; bytes: number },
): Promise<void> {
  for await (const chunk of chunks) {
    counted.checksum = crc32(chunk, counted.checksum);
    counted.bytes += chunk.length;
    if (!deflate.write(chunk)) await once(deflate, "drain");
  }
  deflate.end();
}

function localHeader({ name, flags, checksum, packedBytes, bytes }: Written): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(localMark, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags, 6);
  header.writeUInt16LE(deflated, 8);
  header.writeUInt16LE(firstDay, 12);
  header.writeUInt32LE(checksum, 14);
  header.writeUInt32LE(packedBytes, 18);
  header.writeUInt32LE(bytes, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryEntry(entry: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(entryMark, 0);
  header.writeUInt16LE(20, 4);
  localHeader(entry).copy(header, 6, 4, 30);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}
