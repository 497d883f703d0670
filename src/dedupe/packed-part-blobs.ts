import type { RawColumn } from "./column-builder.ts";
import type { ColumnGroup, GroupPart } from "./merge-packed-parts.ts";
import type { PackedBlob } from "./packed-blobs.ts";
import type { PackedPart } from "./packed-part.ts";
import type { TextPool } from "./text-pool.ts";

/** Finds a buffer of a part by its name. */
export type ReadBuffer = (name: string) => Uint8Array;

/** A part of a packed table as named buffers, so that it need not stay in memory. */
export function partBlobs({ ids, columns, dictionaries }: PackedPart): PackedBlob[] {
  return [
    ...poolBlobs("ids", ids),
    ...Object.entries(columns).flatMap(([name, { offsets, values }]) => [
      { name: `column/${name}/offsets`, bytes: copyOf(offsets) },
      { name: `column/${name}/values`, bytes: copyOf(values) },
    ]),
    ...Object.entries(dictionaries).flatMap(([name, pool]) => poolBlobs(`texts/${name}`, pool)),
  ];
}

/** The ids of a part. */
export function readPartIds(read: ReadBuffer): TextPool {
  return readPool("ids", read);
}

/** What a part holds of one group of columns. */
export function readGroupPart({ columns, dictionary }: ColumnGroup, read: ReadBuffer): GroupPart {
  const isWorded = columns.some(({ kind }) => kind !== "number");
  const entries = columns.map(({ name, kind }): [string, RawColumn] => [
    name,
    {
      kind: kind === "texts" ? "set" : "one",
      offsets: ints(read(`column/${name}/offsets`)),
      values: ints(read(`column/${name}/values`)),
    },
  ]);
  return {
    columns: Object.fromEntries(entries),
    dictionary: isWorded ? readPool(`texts/${dictionary}`, read) : noTexts,
  };
}

const noTexts: TextPool = { offsets: new Int32Array(2), units: new Uint16Array(0) };

function poolBlobs(name: string, { offsets, units }: TextPool): PackedBlob[] {
  return [
    { name: `${name}/offsets`, bytes: copyOf(offsets) },
    { name: `${name}/units`, bytes: copyOf(units) },
  ];
}

function readPool(name: string, read: ReadBuffer): TextPool {
  const units = read(`${name}/units`);
  return {
    offsets: ints(read(`${name}/offsets`)),
    units: new Uint16Array(units.buffer, units.byteOffset, units.byteLength / 2),
  };
}

function ints({ buffer, byteOffset, byteLength }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, byteLength / 4);
}

/** A copy, because database drivers do not take shared memory. */
function copyOf({ buffer, byteOffset, byteLength }: Int32Array | Uint16Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}
