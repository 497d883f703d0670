import type { EntityName } from "../model/entity.ts";
import { loadReason } from "../model/load-reason.ts";
import type { PlanOperation, PlanTable, StoreRow, StoreValue } from "../model/plan.ts";
import type { StoreTransaction } from "../stores/store.ts";
import { goldenKey } from "./golden-source.ts";

/** The references of an operation as values of columns. */
export interface ResolvedRefs {
  readonly values: StoreRow;
  /** Why a column was left out; "" when none was. */
  readonly reason: string;
}

interface Ref {
  readonly column: string;
  readonly isList: boolean;
  readonly ids: readonly string[];
}

/**
 * The keys that the references of operations stand for, in the same order. A column whose row was
 * refused by the store or left out as stale is left out, with a reason.
 */
export async function resolveRefs(
  operations: readonly PlanOperation[],
  table: PlanTable,
  write: StoreTransaction,
): Promise<readonly ResolvedRefs[]> {
  const refs = operations.map(({ refs: own }) => Object.entries(own).map(readRef));
  const keys = await findKeys(refs.flat(), table, write);
  return refs.map((own) => resolve(own, keys));
}

/** Several ids are a JSON array of texts (`PlanOperation.refs`). */
function readRef([column, text]: readonly [string, string]): Ref {
  const isList = text.startsWith("[");
  return { column, isList, ids: isList ? (JSON.parse(text) as string[]) : [text] };
}

/** By column and golden id. */
type Keys = ReadonlyMap<string, ReadonlyMap<string, StoreValue>>;

async function findKeys(
  refs: readonly Ref[],
  { references }: PlanTable,
  write: StoreTransaction,
): Promise<Keys> {
  const keys = new Map<string, ReadonlyMap<string, StoreValue>>();
  for (const column of new Set(refs.map((ref) => ref.column))) {
    const entity = references[column];
    if (entity === undefined) throw new Error(`column ${column} refers to no entity`);
    const ids = refs.flatMap((ref) => (ref.column === column ? ref.ids : []));
    keys.set(column, await findByEntity([...new Set(ids)], entity, write));
  }
  return keys;
}

async function findByEntity(
  ids: readonly string[],
  entity: EntityName,
  write: StoreTransaction,
): Promise<ReadonlyMap<string, StoreValue>> {
  const found = await write.findXrefs(entity, ids.map(goldenKey));
  return new Map(ids.map((id, at) => [id, found[at] ?? null]));
}

function resolve(refs: readonly Ref[], keys: Keys): ResolvedRefs {
  const values: Record<string, StoreValue> = {};
  let reason = "";
  for (const { column, isList, ids } of refs) {
    const found = ids.flatMap((id) => keys.get(column)?.get(id) ?? []);
    if (found.length < ids.length) reason = loadReason("L205", column);
    const [first] = found;
    if (first !== undefined) values[column] = isList ? JSON.stringify(found) : first;
  }
  return { values, reason };
}
