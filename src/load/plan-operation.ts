import type { GoldenRecord } from "../model/golden.ts";
import type { PlanOperation, PlanTable, StoreRow, StoreValue } from "../model/plan.ts";
import type { Destination, GoldenRow } from "./golden-row.ts";
import { hashRow, isSameValue } from "./row-hash.ts";
import type { TargetLayout, TargetTable } from "./target-layout.ts";

/** What an operation is made of. */
export interface OperationInput {
  readonly golden: GoldenRecord;
  readonly destination: Destination;
  readonly row: GoldenRow;
  /** The row as it stands in the store, in the columns of `table`. */
  readonly current: StoreRow | undefined;
  readonly target: TargetTable;
  readonly table: PlanTable;
  readonly blankSource: TargetLayout["blankSource"];
  /** Every source key and the golden id are tied to the row already. */
  readonly isLinked: boolean;
}

/** The one operation of a golden record: what becomes of it, and which columns change. */
export function planOperation(input: OperationInput): Omit<PlanOperation, "seq"> {
  const { golden, destination, table } = input;
  const blank = {
    entity: golden.entity,
    table: table.table,
    goldenId: golden.id,
    key: null,
    beforeHash: "",
    before: {},
    after: {},
    refs: {},
    sources: golden.members,
    reason: "",
  };
  if (destination.to === "none") {
    return { ...blank, kind: destination.kind, reason: destination.reason };
  }
  if (destination.to === "new") {
    return { ...blank, kind: "insert", after: insertedValues(input), refs: input.row.refs };
  }
  return { ...blank, ...changes(input, destination.key) };
}

function insertedValues({ golden, row, target }: OperationInput): StoreRow {
  const values = { ...target.constants, ...row.values, ...goldenValue(golden, target) };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function goldenValue({ id }: GoldenRecord, { goldenColumn }: TargetTable): StoreRow {
  return goldenColumn === null ? {} : { [goldenColumn]: id };
}

type Changes = Pick<
  PlanOperation,
  "kind" | "key" | "beforeHash" | "before" | "after" | "refs" | "sources"
>;

function changes(input: OperationInput, key: StoreValue): Changes {
  const { golden, row, target, table, current = {} } = input;
  const wanted = { ...row.values, ...goldenValue(golden, target) };
  const written = Object.keys(wanted).filter((column) => isWritten(input, column, wanted));
  const after = Object.fromEntries(written.map((column) => [column, wanted[column] ?? null]));
  const refs = Object.fromEntries(
    Object.entries(row.refs).filter(([column]) => mayWrite(input, column)),
  );
  const changed = [...written, ...Object.keys(refs)];
  const before = Object.fromEntries(changed.map((column) => [column, current[column] ?? null]));
  const beforeHash = hashRow(current, table.columns);
  const isSame = changed.length === 0;
  // A row that does not change is touched only to tie new source keys to it.
  const sources = isSame && input.isLinked ? [] : golden.members;
  return { kind: isSame ? "same" : "update", key, beforeHash, before, after, refs, sources };
}

function isWritten(input: OperationInput, column: string, wanted: StoreRow): boolean {
  if (input.row.refs[column] !== undefined) return false;
  const value = wanted[column] ?? null;
  if (isSameValue(value, input.current?.[column])) return false;
  if (value === null && input.blankSource === "keep") return false;
  return mayWrite(input, column);
}

/** Does the source win over what the store has in this column? */
function mayWrite({ target, current }: OperationInput, column: string): boolean {
  if (target.volatile.includes(column)) return false;
  const field = target.columns[column];
  if (field === undefined) return true;
  const winner = target.conflict[field] ?? target.conflict["default"] ?? "source";
  if (winner === "fill_only") return isSameValue(current?.[column], null);
  return winner === "source";
}
