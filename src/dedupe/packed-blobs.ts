import { z } from "zod";
import { entityNames } from "../model/entity.ts";
import type { PackedColumn, PackedRecords } from "./packed-records.ts";
import type { TextPool } from "./text-pool.ts";

/** One buffer of a packed table; a BLOB in the workspace. */
export interface PackedBlob {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Goes up when features mean something else, so that older tables are packed again. */
const version = 2;

const headerSchema = z.strictObject({
  version: z.literal(version),
  entity: z.enum(entityNames),
  size: z.int(),
  customFields: z.array(
    z.strictObject({
      name: z.string(),
      compare: z.enum(["exact", "text", "name", "date", "number"]),
    }),
  ),
  columns: z.array(z.strictObject({ name: z.string(), kind: z.enum(["one", "set"]) })),
});

/** A packed table as named buffers: a JSON header and the typed arrays, little-endian. */
export function toBlobs(packed: PackedRecords): PackedBlob[] {
  return [...iterateBlobs(packed)];
}

/** The same buffer by buffer: each is a copy, and a large table is not copied at once. */
export function* iterateBlobs(packed: PackedRecords): Generator<PackedBlob> {
  const { entity, size, customFields } = packed;
  const columns = Object.entries(packed.columns);
  const kinds = columns.map(([name, { kind }]) => ({ name, kind }));
  yield headerBlob({ entity, size, customFields, columns: kinds });
  yield* idBlobs(packed.ids);
  for (const [name, column] of columns) yield* columnBlobs(name, column);
}

/** What is said of a packed table before its columns. */
export interface PackedHeader extends Pick<PackedRecords, "entity" | "size" | "customFields"> {
  readonly columns: readonly { readonly name: string; readonly kind: PackedColumn["kind"] }[];
}

/** The buffer that says what the others are. */
export function headerBlob({ entity, size, customFields, columns }: PackedHeader): PackedBlob {
  const header = { version, entity, size, customFields, columns };
  return { name: "header", bytes: new TextEncoder().encode(JSON.stringify(header)) };
}

/** The buffers of the ids of a table. */
export function idBlobs(ids: TextPool): Generator<PackedBlob> {
  return poolBlobs("ids", ids);
}

/** The buffers of one column, for tables that are too large to be whole in memory. */
export function* columnBlobs(name: string, column: PackedColumn): Generator<PackedBlob> {
  yield { name: `${name}/offsets`, bytes: bytesOf(column.offsets) };
  yield { name: `${name}/values`, bytes: bytesOf(column.values) };
  yield { name: `${name}/counts`, bytes: bytesOf(column.counts) };
  yield* poolBlobs(`${name}/text`, column.text);
}

/**
 * The table again, in shared memory: `fromBlobs(toBlobs(packed))` equals `packed`; undefined for one
 * that another version packed.
 */
export function fromBlobs(blobs: readonly PackedBlob[]): PackedRecords | undefined {
  const bytesByName = new Map(blobs.map(({ name, bytes }) => [name, bytes]));
  const read = (name: string): Uint8Array => {
    const bytes = bytesByName.get(name);
    if (bytes === undefined) throw new Error(`Packed table without the buffer ${name}`);
    return bytes;
  };
  const header = readHeader(read("header"));
  if (header === undefined) return undefined;
  const { entity, size, customFields } = header;
  const columns = header.columns.map(({ name, kind }): [string, PackedColumn] => [
    name,
    {
      kind,
      offsets: intsOf(read(`${name}/offsets`)),
      values: intsOf(read(`${name}/values`)),
      counts: intsOf(read(`${name}/counts`)),
      text: poolOf(read, `${name}/text`),
    },
  ]);
  return {
    entity,
    size,
    ids: poolOf(read, "ids"),
    customFields,
    columns: Object.fromEntries(columns),
  };
}

const anyHeader = z.looseObject({ version: z.int() });

function readHeader(bytes: Uint8Array): z.infer<typeof headerSchema> | undefined {
  const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
  return anyHeader.parse(parsed).version === version ? headerSchema.parse(parsed) : undefined;
}

function* poolBlobs(name: string, { offsets, units }: TextPool): Generator<PackedBlob> {
  yield { name: `${name}/offsets`, bytes: bytesOf(offsets) };
  yield { name: `${name}/units`, bytes: bytesOf(units) };
}

function poolOf(read: (name: string) => Uint8Array, name: string): TextPool {
  const units = read(`${name}/units`);
  return {
    offsets: intsOf(read(`${name}/offsets`)),
    units: new Uint16Array(sharedCopy(units)),
  };
}

/** A copy, because database drivers do not take shared memory. */
function bytesOf(values: Int32Array | Uint16Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength).slice();
}

function intsOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(sharedCopy(bytes));
}

function sharedCopy(bytes: Uint8Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}
