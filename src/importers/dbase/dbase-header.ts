import { damagedFile } from "../zip/damaged-file.ts";

/**
 * The header of a dBASE, FoxPro or Clipper table: 32 bytes about the table, 32 bytes a field, 0x0D
 * (dBASE table file format; Visual FoxPro adds flags to the fields).
 */
export interface DbaseHeader {
  /** Records by the header; the file may have been cut shorter. */
  readonly records: number;
  readonly headerBytes: number;
  readonly recordBytes: number;
  /** Byte 29: the code page the program was set to, which need not be the one of the text. */
  readonly languageDriver: number;
  readonly fields: readonly DbaseField[];
}

export interface DbaseField {
  readonly name: Buffer;
  /** One letter: `C` text, `N` number, `D` date ... */
  readonly type: string;
  /** Where the field begins in a record, behind the mark of deletion. */
  readonly start: number;
  readonly length: number;
}

const fieldBytes = 32;
const fieldsEnd = 0x0d;

/** `bytes` is the file up to its first record, or more. Throws IMPORT_DAMAGED when it cannot be. */
export function parseDbaseHeader(bytes: Buffer, file: string): DbaseHeader {
  const [records, headerBytes, recordBytes] = [
    bytes.readUInt32LE(4),
    bytes.readUInt16LE(8),
    bytes.readUInt16LE(10),
  ];
  const fields = parseFields(bytes.subarray(0, headerBytes));
  const length = fields.reduce((sum, field) => sum + field.length, 1);
  if (fields.length === 0 || length > recordBytes || bytes.length < headerBytes)
    throw damagedFile(file, ["its fields do not add up", "字段定义不符"]);
  return { records, headerBytes, recordBytes, languageDriver: bytes[29] ?? 0, fields };
}

function parseFields(header: Buffer): DbaseField[] {
  const fields: DbaseField[] = [];
  let start = 1;
  for (let at = fieldBytes; at + fieldBytes <= header.length; at += fieldBytes) {
    if (header[at] === fieldsEnd) break;
    const name = header.subarray(at, at + 11);
    const zero = name.indexOf(0);
    const field = {
      name: name.subarray(0, zero < 0 ? 11 : zero),
      type: header.toString("latin1", at + 11, at + 12).toUpperCase(),
      start,
      length: lengthOf(header, at),
    };
    start += field.length;
    // Type 0: the flags that Visual FoxPro keeps for itself.
    if (field.type !== "0") fields.push(field);
  }
  return fields;
}

/** Clipper and FoxPro keep the high byte of a long text where others keep its decimals. */
function lengthOf(header: Buffer, at: number): number {
  const isText = header[at + 11] === 0x43;
  return (header[at + 16] ?? 0) + (isText ? (header[at + 17] ?? 0) * 256 : 0);
}
