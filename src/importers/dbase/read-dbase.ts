import { createReadStream } from "node:fs";
import type { RawRow } from "../raw-row.ts";
import type { DbaseHeader } from "./dbase-header.ts";
import { fieldText } from "./field-text.ts";

const chunkBytes = 1 << 18;
const [deletedMark, endOfFile] = [0x2a, 0x1a];

/** The bytes of the records one after the other, as many as there are; the last one may be cut off. */
export async function* recordsOf(path: string, header: DbaseHeader): AsyncGenerator<Buffer> {
  const { headerBytes, recordBytes, records } = header;
  // The stream has no encoding set, so its chunks are bytes.
  const chunks: AsyncIterable<Buffer> = createReadStream(path, {
    start: headerBytes,
    highWaterMark: chunkBytes,
  });
  let [rest, count] = [Buffer.alloc(0), 0];
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([rest, chunk]);
    let at = 0;
    for (; at + recordBytes <= bytes.length && count < records; at += recordBytes) {
      yield bytes.subarray(at, at + recordBytes);
      count += 1;
    }
    rest = Buffer.from(bytes.subarray(at));
    if (count === records) return;
  }
  if (rest.length > 1 && rest[0] !== endOfFile) yield rest;
}

export function isDeleted(record: Buffer): boolean {
  return record[0] === deletedMark;
}

/** The names of the fields as a first row, then the records that were not deleted. */
export async function* rowsOfDbase(
  path: string,
  header: DbaseHeader,
  decode: (bytes: Buffer) => string,
): AsyncGenerator<readonly RawRow[]> {
  let rows: RawRow[] = [{ row: 1, cells: header.fields.map(({ name }) => decode(name).trim()) }];
  let row = 1;
  for await (const record of recordsOf(path, header)) {
    row += 1;
    if (!isDeleted(record)) rows.push(rowOf(record, row, header, decode));
    if (rows.length < 1000) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

function rowOf(
  record: Buffer,
  row: number,
  { fields, recordBytes }: DbaseHeader,
  decode: (bytes: Buffer) => string,
): RawRow {
  const cells = fields.map((field) =>
    fieldText(record.subarray(field.start, field.start + field.length), field, decode),
  );
  if (record.length === recordBytes) return { row, cells };
  const broken = { code: "I113", severity: "error", detail: "the file ends in it" } as const;
  return { row, cells, text: decode(record).trim(), broken };
}
