import type { PlanOperation, PlanTable, StoreRow } from "../model/plan.ts";
import type { JournalEntry, JournalKind } from "../stores/journal.ts";
import type { SourceTie, StoreTransaction } from "../stores/store.ts";
import { goldenKey, sourceKey } from "./golden-source.ts";
import { resolveRefs, type ResolvedRefs } from "./resolve-refs.ts";
import { hashRow } from "./row-hash.ts";

/** Where in the journal operations go, and how. */
export interface ApplyPlace {
  readonly run: string;
  readonly batch: number;
  readonly table: PlanTable;
  /** Other runs have written since the plan was made: rows to insert may be there by now. */
  readonly looksAtInserts: boolean;
  /** Rows were compared with the plan when the store had this mark; null when they were not. */
  readonly comparedAt: string | null;
}

/** Operations of one kind on one table, none of which points to another of them. */
export type ApplyGroup = readonly PlanOperation[];

/**
 * Executes stored operations with their lines of the journal and their crosswalk. An operation
 * whose row is no longer what the plan was made against is left out as `stale`.
 */
export async function applyGroup(
  group: ApplyGroup,
  place: ApplyPlace,
  write: StoreTransaction,
): Promise<readonly JournalEntry[]> {
  const kind = group[0]?.kind;
  const done = await applyByKind(kind, group, place, write);
  const moved = await write.saveXrefs(done.flatMap(tiesOf));
  const entries = withMoved(done, moved);
  await write.addEntries(entries);
  return entries;
}

async function applyByKind(
  kind: PlanOperation["kind"] | undefined,
  group: ApplyGroup,
  place: ApplyPlace,
  write: StoreTransaction,
): Promise<JournalEntry[]> {
  if (kind === "insert") return await insertGroup(group, place, write);
  if (kind === "update") return await updateGroup(group, place, write);
  return group.map((operation) => entryOf(operation, place, "link"));
}

async function insertGroup(
  group: ApplyGroup,
  place: ApplyPlace,
  write: StoreTransaction,
): Promise<JournalEntry[]> {
  const { table } = place;
  const [present, stale] = await splitPresent(group, place, write);
  const refs = await resolveRefs(present, table, write);
  const meant = present.map((operation, at) => ({ ...operation.after, ...refs[at]?.values }));
  const rows = await write.insertRows(table, meant);
  const inserted = present.map((operation, at): JournalEntry => {
    const row = rows[at] ?? {};
    // What was meant outranks what came back: `verify` must see the difference.
    const after = { ...row, ...meant[at] };
    const key = row[table.primaryKey] ?? null;
    const reason = refs[at]?.reason ?? "";
    return { ...entryOf(operation, place, "insert"), key, after, reason };
  });
  return [...inserted, ...stale];
}

/** Operations whose golden record has no row yet, and entries for the others. */
async function splitPresent(
  group: ApplyGroup,
  place: ApplyPlace,
  write: StoreTransaction,
): Promise<[PlanOperation[], JournalEntry[]]> {
  if (!place.looksAtInserts) return [[...group], []];
  const keys = group.map(({ goldenId }) => goldenKey(goldenId));
  const found = await write.findXrefs(place.table.entity, keys);
  const isFree = (_: PlanOperation, at: number): boolean => (found[at] ?? null) === null;
  const taken = group.filter((operation, at) => !isFree(operation, at));
  return [group.filter(isFree), taken.map((operation) => staleEntry(operation, place, "insert"))];
}

async function updateGroup(
  group: ApplyGroup,
  place: ApplyPlace,
  write: StoreTransaction,
): Promise<JournalEntry[]> {
  const { table } = place;
  const known = await comparedEntries(group, place, write);
  if (known !== undefined) {
    await write.updateRows(
      table,
      known.map(({ key, after }) => ({ key, values: after })),
    );
    return known;
  }
  const keys = group.map(({ key }) => key);
  const rows = await write.readRows(table, table.columns, keys);
  const refs = await resolveRefs(group, table, write);
  const entries = group.map((operation, at) => updateEntry(operation, rows[at], refs[at], place));
  const changes = entries.filter(({ state }) => state === "done");
  await write.updateRows(
    table,
    changes.map(({ key, after }) => ({ key, values: after })),
  );
  return entries;
}

/**
 * Entries of updates whose rows are known to be as planned: they were compared, and nobody has
 * written since. undefined when they have to be read.
 */
async function comparedEntries(
  group: ApplyGroup,
  place: ApplyPlace,
  write: StoreTransaction,
): Promise<JournalEntry[] | undefined> {
  if (place.comparedAt === null || group.some(({ afterHash }) => afterHash === ""))
    return undefined;
  if ((await write.changeMark()) !== place.comparedAt) return undefined;
  return group.map((operation) => {
    const { before, after, afterHash } = operation;
    return { ...entryOf(operation, place, "update"), before, after, afterHash };
  });
}

function updateEntry(
  operation: PlanOperation,
  current: StoreRow | undefined,
  refs: ResolvedRefs | undefined,
  place: ApplyPlace,
): JournalEntry {
  const { columns } = place.table;
  if (current === undefined || hashRow(current, columns) !== operation.beforeHash)
    return staleEntry(operation, place, "update");
  const after = { ...operation.after, ...refs?.values };
  const before: Record<string, StoreRow[string]> = {};
  for (const column of Object.keys(after)) before[column] = current[column] ?? null;
  const afterHash = hashRow({ ...current, ...after }, columns);
  const reason = refs?.reason ?? "";
  return { ...entryOf(operation, place, "update"), before, after, afterHash, reason };
}

function staleEntry(operation: PlanOperation, place: ApplyPlace, kind: JournalKind): JournalEntry {
  return { ...entryOf(operation, place, kind), links: [], state: "stale" };
}

/** The line of an operation that the store refused. */
export function rejectedEntry(
  operation: PlanOperation,
  place: ApplyPlace,
  reason: string,
): JournalEntry {
  const kind = operation.kind === "insert" ? "insert" : "update";
  return { ...entryOf(operation, place, kind), links: [], state: "rejected", reason };
}

function entryOf(
  { seq, entity, key, goldenId, beforeHash, sources, links }: PlanOperation,
  { run, batch, table }: ApplyPlace,
  kind: JournalKind,
): JournalEntry {
  return {
    run,
    seq,
    batch,
    entity,
    table: table.table,
    kind,
    key,
    goldenId,
    before: {},
    after: {},
    beforeHash,
    afterHash: "",
    sources,
    links,
    moved: {},
    state: "done",
    reason: "",
  };
}

/** The ties that an entry stands for. */
export function tiesOf({ entity, key, links }: JournalEntry): SourceTie[] {
  return links.map((link) => ({ entity, source: sourceKey(link), key }));
}

function withMoved(
  entries: readonly JournalEntry[],
  moved: readonly SourceTie[],
): readonly JournalEntry[] {
  if (moved.length === 0) return entries;
  const before = new Map(moved.map(({ source, key }) => [`${source.system}:${source.key}`, key]));
  return entries.map((entry) => {
    const ties = entry.links.flatMap((link) => {
      const key = before.get(link);
      return key === undefined ? [] : [[link, key] as const];
    });
    return ties.length === 0 ? entry : { ...entry, moved: Object.fromEntries(ties) };
  });
}
