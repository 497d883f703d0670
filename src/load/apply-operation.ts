import type { EntityName } from "../model/entity.ts";
import type { PlanOperation, PlanTable, StoreRow, StoreValue } from "../model/plan.ts";
import type { JournalEntry, StoreTransaction } from "../stores/store.ts";
import { goldenKey, sourceKey } from "./golden-source.ts";
import { hashRow } from "./row-hash.ts";

/** Where in the journal an operation goes. */
export interface ApplyPlace {
  readonly run: string;
  readonly batch: number;
  readonly table: PlanTable;
}

/** What an operation did; `stale` when its row is no longer what the plan was made against. */
export type ApplyOutcome = "inserted" | "updated" | "linked" | "stale";

/** Executes one stored operation with its line of the journal and its crosswalk. */
export async function applyOperation(
  operation: PlanOperation,
  place: ApplyPlace,
  write: StoreTransaction,
): Promise<ApplyOutcome> {
  if (operation.kind === "insert") return await insert(operation, place, write);
  if (operation.kind === "update") return await update(operation, place, write);
  await tie(operation, operation.key, place, write);
  return "linked";
}

async function insert(
  operation: PlanOperation,
  place: ApplyPlace,
  write: StoreTransaction,
): Promise<ApplyOutcome> {
  const { table } = place;
  const values = { ...operation.after, ...(await resolveRefs(operation, table, write)) };
  const row = await write.insertRow(table, values);
  const key = row[table.primaryKey] ?? null;
  // The hash is of what was meant, not of what came back: `verify` must see the difference.
  const afterHash = hashRow({ ...row, ...values }, table.columns);
  const after = withoutNulls({ ...row, ...values });
  await tie(operation, key, place, write);
  await write.addEntry({ ...entryOf(operation, place), kind: "insert", key, after, afterHash });
  return "inserted";
}

async function update(
  operation: PlanOperation,
  place: ApplyPlace,
  write: StoreTransaction,
): Promise<ApplyOutcome> {
  const { table } = place;
  const { key, beforeHash } = operation;
  const current = await write.readRow(table, key);
  if (current === undefined || hashRow(current, table.columns) !== beforeHash) {
    await write.addEntry({ ...entryOf(operation, place), kind: "update", state: "stale" });
    return "stale";
  }
  const after = { ...operation.after, ...(await resolveRefs(operation, table, write)) };
  await write.updateRow(table, key, after);
  const before = Object.fromEntries(
    Object.keys(after).map((column) => [column, current[column] ?? null]),
  );
  const afterHash = hashRow({ ...current, ...after }, table.columns);
  await tie(operation, key, place, write);
  const entry = { ...entryOf(operation, place), kind: "update", before, after, afterHash } as const;
  await write.addEntry(entry);
  return "updated";
}

function entryOf(
  { seq, entity, key, goldenId, beforeHash }: PlanOperation,
  { run, batch, table }: ApplyPlace,
): Omit<JournalEntry, "kind"> {
  return {
    run,
    seq,
    batch,
    entity,
    table: table.table,
    key: key ?? "",
    goldenId,
    before: {},
    after: {},
    beforeHash,
    afterHash: "",
    state: "done",
  };
}

async function tie(
  { entity, goldenId, sources }: PlanOperation,
  key: StoreValue,
  { run }: ApplyPlace,
  write: StoreTransaction,
): Promise<void> {
  await write.saveXref(run, entity, [goldenKey(goldenId), ...sources.map(sourceKey)], key);
}

/** The keys that the references of an operation stand for; null when their row was left out as stale. */
async function resolveRefs(
  { refs }: PlanOperation,
  { references }: PlanTable,
  write: StoreTransaction,
): Promise<StoreRow> {
  const values: Record<string, StoreValue> = {};
  for (const [column, text] of Object.entries(refs)) {
    const entity = references[column];
    if (entity === undefined) throw new Error(`column ${column} refers to no entity`);
    values[column] = await resolveRef(text, entity, write);
  }
  return values;
}

async function resolveRef(
  text: string,
  entity: EntityName,
  write: StoreTransaction,
): Promise<StoreValue> {
  if (!text.startsWith("[")) return await write.findXref(entity, goldenKey(text));
  const keys: StoreValue[] = [];
  // Several ids are a JSON array of texts (`PlanOperation.refs`).
  for (const id of JSON.parse(text) as string[]) {
    const key = await write.findXref(entity, goldenKey(id));
    if (key !== null) keys.push(key);
  }
  return keys.length === 0 ? null : JSON.stringify(keys);
}

function withoutNulls(row: StoreRow): StoreRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
