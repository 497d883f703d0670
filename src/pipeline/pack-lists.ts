import { matchingFields } from "../dedupe/features/matching-fields.ts";
import { entityFeatures } from "../dedupe/features/entity-features.ts";
import { dictionaryOf } from "../dedupe/features/feature-set.ts";
import { joinPackedParts, tableOfColumns } from "../dedupe/join-packed-parts.ts";
import type { PackedPart } from "../dedupe/packed-part.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import type { Field, Model } from "../model/entity.ts";
import type { MatchSide } from "./match-layout.ts";
import { evenRanges } from "./share-out.ts";
import { observeColumns } from "./table-reader.ts";
import type { TableRecords } from "./table-records.ts";
import { joinSomeColumns, type JoinSomeColumns } from "./workers/join-some-columns.ts";
import { packSides, type PackSide } from "./workers/pack-sides.ts";
import type { WorkerPool } from "./workers/worker-pool.ts";

/** A table with what it is in the comparison. */
export interface ReadSide {
  readonly side: MatchSide;
  readonly table: TableRecords;
}

/** The two tables of a comparison. */
export interface ReadLists {
  readonly queries: ReadSide;
  readonly references: ReadSide;
}

/**
 * The packed rows of both tables. The references come first: their ids sort before those of the
 * queries. Every thread takes as many rows, of whichever table they are.
 */
export async function packLists(
  { queries, references }: ReadLists,
  model: Model,
  pool: WorkerPool,
): Promise<PackedRecords> {
  const { entity } = references.table;
  const fields = distinctFields([...references.table.fields, ...queries.table.fields]);
  const first = packingOf(references, "1", { fields, model });
  const second = packingOf(queries, "2", { fields, model });
  const threads = pool.isWorthIt(first.to + second.to) ? pool.size : 1;
  const shares = sharesOf(first, second, threads);
  const apart = pool.askAll("packSides", shares.slice(0, -1));
  const here = shares.slice(-1).map(packSides);
  const parts: PackedPart[] = [...(await apart), ...here].flat();
  const joining = { parts, entity, options: { fields } };
  return threads === 1 ? joinPackedParts(parts, entity, { fields }) : joinApart(joining, pool);
}

/** The texts are numbered by this thread and by a worker, each about a half of them. */
async function joinApart(
  joining: Omit<JoinSomeColumns, "dictionaries">,
  pool: WorkerPool,
): Promise<PackedRecords> {
  const { parts, entity, options } = joining;
  const { columns } = entityFeatures(entity, options);
  const half = halfOfTexts(parts);
  const others = columns.map(dictionaryOf).filter((name) => !half.includes(name));
  const apart = pool.askAll("joinSomeColumns", [{ ...joining, dictionaries: half }]);
  const here = joinSomeColumns({ ...joining, dictionaries: others });
  const [joined] = await apart;
  return tableOfColumns(parts, { ...joined, ...here }, entity, options);
}

/** Dictionaries with about half of all letters: dealt out by size, the next one to whoever has less. */
function halfOfTexts(parts: readonly PackedPart[]): string[] {
  const names = Object.keys(parts[0]?.dictionaries ?? {});
  const sized = names.map((name) => ({ name, size: lettersOf(parts, name) }));
  let ahead = 0;
  const taken = sized
    .toSorted((a, b) => b.size - a.size)
    .filter(({ size }) => {
      const isTaken = ahead <= 0;
      ahead += isTaken ? size : -size;
      return isTaken;
    });
  return taken.map(({ name }) => name);
}

function lettersOf(parts: readonly PackedPart[], name: string): number {
  return parts.reduce(
    (total, { dictionaries }) => total + (dictionaries[name]?.offsets.at(-1) ?? 0),
    0,
  );
}

interface Packing {
  /** The fields of both sides. */
  readonly fields: readonly Field[];
  readonly model: Model;
}

/** How all rows of a table are packed. */
function packingOf(
  { side, table }: ReadSide,
  prefix: string,
  { fields: packed, model }: Packing,
): PackSide {
  const { entity, layout, named, columns } = table;
  const fields = matchingFields(entity, { fields: table.fields });
  const contexts = observeColumns(layout, named, fields);
  const range = { from: 0, to: named.rowsById.length };
  return { side, columns, entity, model, named, fields, contexts, packed, prefix, ...range };
}

/** The rows of two tables, one behind the other, cut into even shares. */
function sharesOf(first: PackSide, second: PackSide, threads: number): PackSide[][] {
  const ranges = evenRanges(first.to + second.to, threads);
  // A table without rows has its columns all the same.
  if (ranges.length === 0) return [[first]];
  return ranges.map(([from, to]) => [
    ...within(first, from, to),
    ...within(second, from - first.to, to - first.to),
  ]);
}

function within(packing: PackSide, from: number, to: number): PackSide[] {
  const range = { from: Math.max(0, from), to: Math.min(packing.to, to) };
  return range.from < range.to ? [{ ...packing, ...range }] : [];
}

function distinctFields(fields: readonly Field[]): Field[] {
  return [...new Map(fields.map((each) => [each.name, each])).values()];
}
