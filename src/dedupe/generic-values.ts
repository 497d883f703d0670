import type { EntityName } from "../model/entity.ts";
import { countIds } from "./column-builder.ts";
import { createGrowingInts } from "./growing-array.ts";
import { columnOf, type PackedColumn, type PackedRecords } from "./packed-records.ts";

/** Behind more distinct names than this, a phone or mailbox belongs to an agent or a hotline. */
const mostNames = 5;

/** Columns whose values may be shared by strangers, and the column that tells strangers apart. */
const sharedColumns: Readonly<Record<string, { columns: readonly string[]; names: string }>> = {
  customer: { columns: ["phones", "emails", "domains"], names: "brand" },
  contact: { columns: ["mobiles", "phones", "emails"], names: "name" },
};

/**
 * The records without values that too many different names share: such a value makes no candidate
 * and carries no weight (an agent's mobile, a 400 hotline, info@ of a bookkeeping firm).
 */
export function dropGenericValues(packed: PackedRecords): PackedRecords {
  const { entity, columns } = packed;
  const telling = namesColumn(entity);
  if (telling === undefined) return packed;
  const names = columnOf(packed, telling).values;
  const entries = Object.entries(columns).map(([name, column]) => [
    name,
    withoutGenericValues(entity, { name, column }, names),
  ]);
  return { ...packed, columns: Object.fromEntries(entries) };
}

/** The column whose values tell strangers apart, where values may be shared by strangers. */
export function namesColumn(entity: EntityName): string | undefined {
  return sharedColumns[entity]?.names;
}

/** The same for one column; `names` are the values of `namesColumn`. Others stay as they are. */
export function withoutGenericValues(
  entity: EntityName,
  { name, column }: { readonly name: string; readonly column: PackedColumn },
  names: Int32Array,
): PackedColumn {
  if (sharedColumns[entity]?.columns.includes(name) !== true) return column;
  return withoutIds(column, findGenericIds(column, names));
}

/** A flag for each id: 1 when more than five different names hold it. */
function findGenericIds(column: PackedColumn, names: Int32Array): Uint8Array {
  const size = column.counts.length;
  const seen = new Int32Array(size * mostNames);
  const distinct = new Uint8Array(size);
  for (let record = 0; record < names.length; record += 1) {
    const name = names[record] ?? 0;
    const end = column.offsets[record + 1] ?? 0;
    if (name === 0) continue;
    for (let at = column.offsets[record] ?? 0; at < end; at += 1) {
      noteName(seen, distinct, column.values[at] ?? 0, name);
    }
  }
  return distinct.map((count) => (count > mostNames ? 1 : 0));
}

function noteName(seen: Int32Array, distinct: Uint8Array, id: number, name: number): void {
  const count = distinct[id] ?? 0;
  if (count > mostNames) return;
  const start = id * mostNames;
  for (let at = 0; at < count; at += 1) if (seen[start + at] === name) return;
  if (count < mostNames) seen[start + count] = name;
  distinct[id] = count + 1;
}

function withoutIds(column: PackedColumn, isGeneric: Uint8Array): PackedColumn {
  if (!isGeneric.includes(1)) return column;
  const offsets = createGrowingInts();
  const values = createGrowingInts();
  offsets.push(0);
  for (let record = 0; record + 1 < column.offsets.length; record += 1) {
    const end = column.offsets[record + 1] ?? 0;
    for (let at = column.offsets[record] ?? 0; at < end; at += 1) {
      const id = column.values[at] ?? 0;
      if (isGeneric[id] === 0) values.push(id);
    }
    offsets.push(values.length);
  }
  const kept = values.toShared();
  const counts = countIds(kept, column.counts.length);
  return { ...column, offsets: offsets.toShared(), values: kept, counts };
}
