import type { Entity, Field } from "../model/entity.ts";
import type { GoldenContent } from "../model/golden.ts";
import { loadReason } from "../model/load-reason.ts";
import type { StoreRow, StoreValue } from "../model/plan.ts";
import type { StoreTable } from "../stores/store.ts";
import type { FindDestination } from "./destinations.ts";
import { columnForm, currencyOf, ownForm, toStoreValue, type ColumnForm } from "./store-value.ts";
import type { TargetTable } from "./target-layout.ts";

/** A golden record as columns of its table. */
export interface GoldenRow {
  readonly values: StoreRow;
  /** If asked for: columns for which the golden record has nothing, not even an unusable value. */
  readonly blanks: readonly string[];
  /** Columns that point to rows the same plan inserts. */
  readonly refs: Readonly<Record<string, string>>;
  /** Values that are left out or not quite what was given. */
  readonly notes: readonly { readonly field: string; readonly reason: string }[];
}

/** Finds the key of a row in another table of the store by a golden id; null when there is none. */
export type LookUp = (goldenId: string) => StoreValue;

/** What turns golden records of one entity into rows. */
export interface RowMaker {
  readonly target: TargetTable;
  readonly entity: Entity;
  /** The table as it stands; undefined when the load creates it. */
  readonly storeTable: StoreTable | undefined;
  readonly find: FindDestination;
  /** By field, as the store mapping says. */
  readonly lookUps: ReadonlyMap<string, LookUp>;
  /** Whether `blanks` are wanted. */
  readonly listsBlanks: boolean;
  /** Links that would close a circle: child -> parents. */
  readonly closing: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A value of one column, or the golden id of the row it will point to. */
interface Cell {
  readonly value: StoreValue;
  readonly ref?: string | undefined;
  readonly reason?: string | undefined;
}

interface CellMaker {
  readonly column: string;
  readonly field: Field;
  readonly make: (golden: GoldenContent) => Cell;
}

const emptyCell: Cell = Object.freeze({ value: null });

/** Makes rows of golden records. A reference that leads nowhere is null, with a note. */
export function goldenRows(maker: RowMaker): (golden: GoldenContent) => GoldenRow {
  const makers = cellMakers(maker);
  return (golden) => {
    const values: Record<string, StoreValue> = {};
    const blanks: string[] = [];
    const refs: Record<string, string> = {};
    const notes: { field: string; reason: string }[] = [];
    for (const { column, field, make } of makers) {
      const cell = make(golden);
      if (cell === emptyCell) {
        if (maker.listsBlanks) blanks.push(column);
        continue;
      }
      const { value, ref, reason } = cell;
      if (value !== null) values[column] = value;
      if (ref !== undefined) refs[column] = ref;
      if (reason !== undefined) notes.push({ field: field.name, reason });
    }
    return { values, blanks, refs, notes };
  };
}

/**
 * The columns of a key: `keyRows(maker)(golden, ["uscc"])` -> `{ uscc: "9132..." }`; undefined when
 * a field has no value or no column.
 */
export function keyRows(
  maker: RowMaker,
): (golden: GoldenContent, fields: readonly string[]) => StoreRow | undefined {
  const byField = new Map(cellMakers(maker).map((each) => [each.field.name, each]));
  return (golden, fields) => {
    const row: Record<string, StoreValue> = {};
    for (const name of fields) {
      const found = byField.get(name);
      const value = found?.make(golden).value ?? null;
      if (found === undefined || value === null) return undefined;
      row[found.column] = value;
    }
    return row;
  };
}

function cellMakers(maker: RowMaker): CellMaker[] {
  return Object.entries(maker.target.columns).flatMap(([column, name]) => {
    const field = maker.entity.fields.find((each) => each.name === name);
    return field === undefined ? [] : [{ column, field, make: cellMaker(column, field, maker) }];
  });
}

/** How a column of the target holds values. */
function formOf({ isOwn }: TargetTable, table: StoreTable | undefined, column: string): ColumnForm {
  if (isOwn) return ownForm;
  return columnForm(table?.columns.find(({ name }) => name === column)?.type ?? "");
}

function cellMaker(column: string, field: Field, maker: RowMaker): (golden: GoldenContent) => Cell {
  const form = formOf(maker.target, maker.storeTable, column);
  const { name } = field;
  if (field.refersTo !== undefined) {
    const lookUp = maker.lookUps.get(name);
    const point = lookUp === undefined ? pointer(field, maker) : lookedUp(lookUp, maker, name);
    return (golden) => referenceCell(golden, field, form, point);
  }
  if (name === "currency") return ({ items }) => currencyCell(items);
  const words = maker.target.enums[name];
  return ({ items }) => {
    const found = items[name];
    if (found === undefined || (found[0] ?? "") === "") return emptyCell;
    const word = words?.[found[0] ?? ""];
    return word === undefined ? toStoreValue(field, found, form) : { value: word };
  };
}

/** An amount may name its currency, which has a column of its own. */
function currencyCell(items: GoldenContent["items"]): Cell {
  const [own] = items["currency"] ?? [];
  const currency = own ?? currencyOf(items["amount"]?.[0] ?? "");
  return currency === "" ? emptyCell : { value: currency };
}

type Point = (golden: GoldenContent, id: string) => Cell;

function referenceCell(golden: GoldenContent, field: Field, form: ColumnForm, point: Point): Cell {
  const ids = golden.items[field.name];
  const [only] = ids ?? [];
  if (ids === undefined || only === undefined) return emptyCell;
  if (!field.list) return point(golden, only);
  const found = ids.map((id) => ({ id, ...point(golden, id) }));
  const reason = found.find((each) => each.reason !== undefined)?.reason;
  const usable = found.filter((each) => each.reason === undefined);
  const [first] = usable;
  if (first === undefined) return { value: null, reason };
  if (!form.list) {
    const left = usable.length - 1;
    const note = left > 0 ? loadReason("L207", String(left)) : reason;
    return { value: first.value, ref: first.ref, reason: note };
  }
  if (usable.every((each) => each.ref === undefined))
    return { value: JSON.stringify(usable.map(({ value }) => value)), reason };
  return { value: null, ref: JSON.stringify(usable.map(({ id }) => id)), reason };
}

function pointer(field: Field, { find, closing, entity }: RowMaker): Point {
  const target = field.refersTo;
  return (golden, id) => {
    const destination = target === undefined ? undefined : find(target, id);
    if (destination === undefined) return { value: null, reason: loadReason("L203") };
    if (target === entity.name && closing.get(golden.id)?.has(id) === true)
      return { value: null, reason: loadReason("L204") };
    if (destination.to === "row") return { value: destination.key };
    if (destination.to === "new") return { value: null, ref: id };
    return { value: null, reason: loadReason("L205", destination.kind) };
  };
}

function lookedUp(lookUp: LookUp, { target }: RowMaker, field: string): Point {
  const table = target.lookups[field]?.table ?? "";
  return (_, id) => {
    const value = lookUp(id);
    return value === null ? { value, reason: loadReason("L206", table) } : { value };
  };
}
