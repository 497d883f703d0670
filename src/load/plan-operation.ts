import type { GoldenContent } from "../model/golden.ts";
import type { PlanOperation, PlanTable, StoreRow, StoreValue } from "../model/plan.ts";
import type { Destination } from "./destinations.ts";
import type { GoldenRow } from "./golden-row.ts";
import { goldenLink } from "./golden-source.ts";
import { hashRow, isSameValue } from "./row-hash.ts";
import type { TargetLayout, TargetTable } from "./target-layout.ts";

/** What an operation is made of. */
export interface OperationInput {
  readonly golden: GoldenContent;
  readonly destination: Destination;
  readonly row: GoldenRow;
  /** The row as it stands in the store, in the columns of `table`. */
  readonly current: StoreRow | undefined;
  readonly target: TargetTable;
  readonly table: PlanTable;
  readonly blankSource: TargetLayout["blankSource"];
}

/** An operation without its number, which the plan gives. */
export type NewOperation = Omit<PlanOperation, "seq">;

/** The one operation of a golden record: what becomes of it, and which columns change. */
export function planOperation(input: OperationInput): NewOperation {
  const { golden, destination, table } = input;
  const blank: Omit<NewOperation, "kind"> = {
    entity: golden.entity,
    table: table.table,
    goldenId: golden.id,
    key: null,
    beforeHash: "",
    afterHash: "",
    before: {},
    after: {},
    refs: {},
    sources: golden.members,
    links: [],
    reason: "",
  };
  if (destination.to === "none") {
    return { ...blank, kind: destination.kind, reason: destination.reason };
  }
  if (destination.to === "new") {
    const links = [goldenLink(golden.id), ...golden.members];
    return { ...blank, kind: "insert", after: insertedValues(input), refs: input.row.refs, links };
  }
  return { ...blank, ...changes(input), key: destination.key, links: destination.links };
}

function insertedValues({ golden, row, target }: OperationInput): StoreRow {
  const values = { ...target.constants, ...row.values };
  return target.goldenColumn === null ? values : { ...values, [target.goldenColumn]: golden.id };
}

type Changes = Pick<
  PlanOperation,
  "kind" | "beforeHash" | "afterHash" | "before" | "after" | "refs"
>;

function changes(input: OperationInput): Changes {
  const { row, table, current = {} } = input;
  const { before, after } = writtenValues(input);
  const refs: Record<string, string> = {};
  for (const [column, id] of Object.entries(row.refs)) {
    if (!mayWrite(input, column)) continue;
    before[column] = current[column] ?? null;
    refs[column] = id;
  }
  const unchanged = { beforeHash: "", afterHash: "", before, after, refs };
  if (Object.keys(before).length === 0) return { ...unchanged, kind: "same" };
  const beforeHash = hashRow(current, table.columns);
  const isOpen = Object.keys(refs).length > 0;
  const afterHash = isOpen ? "" : hashRow({ ...current, ...after }, table.columns);
  return { ...unchanged, kind: "update", beforeHash, afterHash };
}

/** The columns that get another value, as they are and as they will be. */
function writtenValues(
  input: OperationInput,
): Record<"before" | "after", Record<string, StoreValue>> {
  const { golden, row, target, current = {} } = input;
  const before: Record<string, StoreValue> = {};
  const after: Record<string, StoreValue> = {};
  const write = (column: string, value: StoreValue): void => {
    if (!isWritten(input, column, value)) return;
    before[column] = current[column] ?? null;
    after[column] = value;
  };
  for (const [column, value] of Object.entries(row.values)) write(column, value);
  if (target.goldenColumn !== null) write(target.goldenColumn, golden.id);
  if (input.blankSource === "clear") for (const column of row.blanks) write(column, null);
  return { before, after };
}

function isWritten(input: OperationInput, column: string, value: StoreValue): boolean {
  if (input.row.refs[column] !== undefined) return false;
  if (isSameValue(value, input.current?.[column])) return false;
  return mayWrite(input, column);
}

/** Does the source win over what the store has in this column? */
function mayWrite({ target, current }: OperationInput, column: string): boolean {
  // A row that is there keeps its key, whatever the mapping says of new ones.
  if (column === target.primaryKey || target.volatile.includes(column)) return false;
  const field = target.columns[column];
  if (field === undefined) return true;
  const winner = target.conflict[field] ?? target.conflict["default"] ?? "source";
  if (winner === "fill_only") return isSameValue(current?.[column], null);
  return winner === "source";
}
