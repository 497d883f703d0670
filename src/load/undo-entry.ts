import type { PlanTable, StoreRow, StoreValue } from "../model/plan.ts";
import type { JournalEntry, JournalState } from "../stores/journal.ts";
import { isSameValue } from "./row-hash.ts";

/** What to do about values that somebody changed after the load. */
export type ConflictPolicy = "keep" | "force";

/** A value, or with `column` "" a whole row, that stays as it is although the load is taken back. */
export interface KeptValue {
  readonly column: string;
  readonly loaded: StoreValue;
  readonly now: StoreValue;
}

/** What taking back one operation does to its row. */
export interface Undo {
  readonly action: "delete" | "update" | "none";
  /** The values to write; of an update only. */
  readonly values: StoreRow;
  readonly state: JournalState;
  readonly kept: readonly KeptValue[];
}

export interface UndoQuestion {
  readonly entry: JournalEntry;
  /** The row as it stands, every column; undefined when somebody deleted it. */
  readonly current: StoreRow | undefined;
  readonly table: PlanTable;
  /** The columns the table had when it was loaded. */
  readonly columns: readonly string[];
  readonly policy: ConflictPolicy;
}

const nothing: Undo = Object.freeze({ action: "none", values: {}, state: "done", kept: [] });

/**
 * Three-way, field by field: what the load wrote, what was there before, what is there now. A
 * field that still has the loaded value gets back the one before; one that somebody changed since
 * stays. An inserted row goes only when nobody changed it. Rows that are gone are not revived.
 */
export function undoEntry(question: UndoQuestion): Undo {
  const { entry } = question;
  if (entry.kind === "insert") return undoInsert(question);
  return entry.kind === "update" ? undoUpdate(question) : nothing;
}

function undoInsert(question: UndoQuestion): Undo {
  const { current, columns, table, entry, policy } = question;
  if (current === undefined || isOtherRow(question)) return nothing;
  const watched = columns.filter((column) => !table.volatile.includes(column));
  const edited = watched.filter((column) => !isSameValue(current[column], entry.after[column]));
  if (edited.length === 0 || policy === "force") return { ...nothing, action: "delete" };
  const kept = edited.map((column) => keptValue(column, question));
  return { ...nothing, state: "kept_edited", kept };
}

function undoUpdate(question: UndoQuestion): Undo {
  const { current, entry } = question;
  if (current === undefined || isOtherRow(question)) {
    return { ...nothing, state: "missing", kept: [{ column: "", loaded: null, now: null }] };
  }
  const values: Record<string, StoreValue> = {};
  const kept: KeptValue[] = [];
  for (const column of Object.keys(entry.after)) {
    const fate = fateOf(column, current, question);
    if (fate === "restore") values[column] = entry.before[column] ?? null;
    if (fate === "keep") kept.push(keptValue(column, question));
  }
  const isRestoring = Object.keys(values).length > 0;
  const state = kept.length === 0 ? "done" : isRestoring ? "partial" : "kept_edited";
  return { action: isRestoring ? "update" : "none", values, state, kept };
}

function fateOf(
  column: string,
  current: StoreRow,
  { entry, policy }: UndoQuestion,
): "restore" | "keep" | "nothing" {
  if (isSameValue(current[column], entry.before[column])) return "nothing";
  const isUntouched = isSameValue(current[column], entry.after[column]);
  return isUntouched || policy === "force" ? "restore" : "keep";
}

function keptValue(column: string, { entry, current = {} }: UndoQuestion): KeptValue {
  return { column, loaded: entry.after[column] ?? null, now: current[column] ?? null };
}

/** A number that a deleted row had may have been given to a new one. */
function isOtherRow({ entry, current = {}, table }: UndoQuestion): boolean {
  const { goldenColumn } = table;
  if (goldenColumn === null || entry.after[goldenColumn] === undefined) return false;
  return !isSameValue(current[goldenColumn], entry.goldenId);
}
