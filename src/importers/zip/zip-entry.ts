/** One file of an archive, as its directory describes it. */
export interface ZipEntry {
  /** With `/` between folders, whatever the archive says. */
  readonly name: string;
  /** 0 stored, 8 deflated; others are not unpacked here. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** undefined where nobody wrote one down. */
  readonly checksum: number | undefined;
  readonly packedBytes: number;
  /** Unpacked; undefined where only the content tells. */
  readonly bytes: number | undefined;
  /** Where the entry's own header stands in the file. */
  readonly headerAt: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** The archive's own directory is damaged or missing: this one was made from what the entries say. */
  readonly isRebuilt: boolean;
}

/** APPNOTE 4.4.4: names are UTF-8 by a flag; without it, whatever the program's machine spoke. */
export function entryName(bytes: Uint8Array, isUtf8: boolean): string {
  return textOf(bytes, isUtf8).replaceAll("\\", "/").replace(/^\/+/, "");
}

function textOf(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder("utf-8", { fatal: !isUtf8 }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** The values of the zip64 extra field (APPNOTE 4.5.3) for those that did not fit, in their order. */
export function zip64Values(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length;) {
    const [id, size] = [extra.readUInt16LE(at), extra.readUInt16LE(at + 2)];
    if (id === 1) {
      const end = Math.min(extra.length, at + 4 + size);
      const count = Math.floor((end - at - 4) / 8);
      return Array.from({ length: count }, (_, n) => readUInt64(extra, at + 4 + n * 8));
    }
    at += 4 + size;
  }
  return [];
}

/** 64 bits as a number; what no file is long enough for becomes Infinity. */
export function readUInt64(bytes: Buffer, at: number): number {
  const value = Number(bytes.readBigUInt64LE(at));
  return Number.isSafeInteger(value) ? value : Number.POSITIVE_INFINITY;
}
