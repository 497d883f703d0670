import type { PlanTable, StoreRow, StoreValue } from "../model/plan.ts";
import type { JournalEntry, JournalState } from "../stores/journal.ts";
import type { RowChange, StoreTransaction } from "../stores/store.ts";
import { tiesOf } from "./apply-operations.ts";
import { sourceKey } from "./golden-source.ts";
import type { IncomingReference } from "./references-to.ts";
import { undoEntry, type ConflictPolicy, type KeptValue, type Undo } from "./undo-entry.ts";

/** Where in the journal taking back goes, and what it looks at. */
export interface UndoPlace {
  readonly run: string;
  readonly batch: number;
  readonly table: PlanTable;
  readonly columns: readonly string[];
  readonly references: readonly IncomingReference[];
  readonly policy: ConflictPolicy;
  /** Rows for which this is false stay as they are and are not journalled. */
  readonly where: (row: StoreRow) => boolean;
}

/** An operation that was taken back, as far as it was. */
export interface Undone {
  readonly entry: JournalEntry;
  readonly state: JournalState;
  readonly kept: readonly KeptValue[];
}

interface Step {
  readonly entry: JournalEntry;
  readonly current: StoreRow | undefined;
  readonly undo: Undo;
}

/** Takes back operations of one table, in the order given, with their lines of the journal. */
export async function undoGroup(
  entries: readonly JournalEntry[],
  place: UndoPlace,
  write: StoreTransaction,
): Promise<readonly Undone[]> {
  const { table } = place;
  const keys = entries.map(({ key }) => key);
  const rows = await write.readRows(table, [], keys);
  const decided = entries.flatMap((entry, at): Step[] => {
    const current = rows[at];
    if (!place.where(current ?? entry.after)) return [];
    return [{ entry, current, undo: undoEntry({ ...place, entry, current }) }];
  });
  // First the values: a row that gets back its old reference no longer points into the group.
  await write.updateRows(table, rowChanges(decided));
  const steps = await keepReferenced(decided, place, write);
  await writeSteps(steps, place, write);
  return steps.map(({ entry, undo: { state, kept } }) => ({ entry, state, kept }));
}

/** A row that others point to stays: taking it away would break them, or delete them with it. */
async function keepReferenced(
  steps: readonly Step[],
  { references, table }: UndoPlace,
  write: StoreTransaction,
): Promise<readonly Step[]> {
  let current = steps;
  for (;;) {
    const doomed = current.filter(({ undo }) => undo.action === "delete");
    const held = await referencedSteps(doomed, table, references, write);
    if (held.size === 0) return current;
    // A row that stays may itself point to others of the group, so they are looked at again.
    current = current.map((step) => (held.has(step) ? { ...step, undo: referenced } : step));
  }
}

const referenced: Undo = Object.freeze({
  action: "none",
  values: {},
  state: "kept_referenced",
  kept: [{ column: "", loaded: null, now: null }],
});

async function referencedSteps(
  doomed: readonly Step[],
  table: PlanTable,
  references: readonly IncomingReference[],
  write: StoreTransaction,
): Promise<ReadonlySet<Step>> {
  const held = new Set<Step>();
  if (doomed.length === 0) return held;
  const keys = doomed.map(({ entry }) => entry.key);
  for (const reference of references) {
    const valueOf = ({ current }: Step): StoreValue => current?.[reference.target] ?? null;
    const except = reference.table === table.table ? keys : [];
    const values = doomed.map(valueOf).filter((value) => value !== null);
    const found = await write.findReferenced(reference, values, except);
    const pointed = new Set(found.map(String));
    for (const step of doomed) if (pointed.has(String(valueOf(step)))) held.add(step);
  }
  return held;
}

async function writeSteps(
  steps: readonly Step[],
  place: UndoPlace,
  write: StoreTransaction,
): Promise<void> {
  const { table } = place;
  const deleted = steps.filter(({ undo }) => undo.action === "delete");
  await write.deleteRows(
    table,
    deleted.map(({ entry }) => entry.key),
  );
  const untied = steps.filter(({ undo }) => undo.state === "done").map(({ entry }) => entry);
  await write.dropXrefs(untied.flatMap(tiesOf));
  await write.saveXrefs(untied.flatMap(movedTies));
  await write.addEntries(steps.map((step) => undoneEntry(step, place)));
}

function rowChanges(steps: readonly Step[]): RowChange[] {
  return steps
    .filter(({ undo }) => undo.action === "update")
    .map(({ entry, undo }) => ({ key: entry.key, values: undo.values }));
}

function movedTies({ entity, moved }: JournalEntry): ReturnType<typeof tiesOf> {
  return Object.entries(moved).map(([link, key]) => ({ entity, source: sourceKey(link), key }));
}

function undoneEntry({ entry, current = {}, undo }: Step, place: UndoPlace): JournalEntry {
  const kind = entry.kind === "insert" ? "delete" : entry.kind;
  const changed = Object.keys(undo.values);
  const before =
    undo.action === "delete"
      ? current
      : Object.fromEntries(changed.map((column) => [column, current[column] ?? null]));
  const { run, batch } = place;
  const { afterHash: beforeHash, beforeHash: afterHash } = entry;
  const hashes = { beforeHash, afterHash };
  const { state } = undo;
  return { ...entry, ...hashes, run, batch, kind, before, after: undo.values, state, reason: "" };
}

/** The line of an operation that could not be taken back because the store refused it. */
export function blockedEntry(entry: JournalEntry, place: UndoPlace, reason: string): JournalEntry {
  const nothing: Undo = { action: "none", values: {}, state: "blocked", kept: [] };
  return { ...undoneEntry({ entry, current: {}, undo: nothing }, place), reason };
}
