import type { Entity, EntityName, Field } from "../model/entity.ts";
import type { GoldenRecord } from "../model/golden.ts";
import type { StoreValue } from "../model/plan.ts";
import { currencyOf, toStoreValue } from "./store-value.ts";
import type { TargetTable } from "./target-layout.ts";

/** Where a golden record goes: to a row that is there, to a new one, or nowhere, and why. */
export type Destination =
  | { readonly to: "row"; readonly key: StoreValue }
  | { readonly to: "new" }
  | { readonly to: "none"; readonly kind: "skip" | "reject" | "review"; readonly reason: string };

/** Looks up where the golden record of another entity goes; undefined when there is no such one. */
export type FindDestination = (entity: EntityName, goldenId: string) => Destination | undefined;

/** A golden record as columns of its table. */
export interface GoldenRow {
  /** null where the golden record has no value. */
  readonly values: Readonly<Record<string, StoreValue>>;
  /** Columns that point to rows the same plan inserts. */
  readonly refs: Readonly<Record<string, string>>;
  /** Values that are left out or not quite what was given. */
  readonly notes: readonly { readonly field: string; readonly reason: string }[];
}

/** What turns golden records of one entity into rows. */
export interface RowMaker {
  readonly target: TargetTable;
  readonly entity: Entity;
  readonly find: FindDestination;
  /** Links that would close a circle: child -> parents. */
  readonly closing: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Cell {
  readonly value: StoreValue;
  readonly ref?: string;
  readonly reason?: string | undefined;
}

/** The columns of a golden record. A reference that leads nowhere is null, with a note. */
export function goldenRow(golden: GoldenRecord, maker: RowMaker): GoldenRow {
  const values: Record<string, StoreValue> = {};
  const refs: Record<string, string> = {};
  const notes: { field: string; reason: string }[] = [];
  for (const [column, name] of Object.entries(maker.target.columns)) {
    const field = maker.entity.fields.find((each) => each.name === name);
    if (field === undefined) continue;
    const { value, ref, reason } = cellOf(golden, field, maker);
    values[column] = value;
    if (ref !== undefined) refs[column] = ref;
    if (reason !== undefined) notes.push({ field: name, reason });
  }
  return { values, refs, notes };
}

function cellOf(golden: GoldenRecord, field: Field, maker: RowMaker): Cell {
  const items = golden.values[field.name]?.items ?? [];
  if (field.refersTo !== undefined) return referenceCell(golden, field, items, maker);
  if (field.name === "currency" && items.length === 0) return { value: currencyBeside(golden) };
  const word = maker.target.enums[field.name]?.[items[0] ?? ""];
  return word === undefined ? toStoreValue(field, items) : { value: word };
}

/** An amount may name its currency, which has a column of its own. */
function currencyBeside({ values }: GoldenRecord): StoreValue {
  const currency = currencyOf(values["amount"]?.items[0] ?? "");
  return currency === "" ? null : currency;
}

function referenceCell(
  golden: GoldenRecord,
  field: Field,
  items: readonly string[],
  maker: RowMaker,
): Cell {
  const found = items.map((id) => resolve(golden, field, id, maker));
  const reason = found.find((each) => each.reason !== undefined)?.reason;
  if (!field.list) return { ...(found[0] ?? { value: null }), reason };
  const usable = items.filter((_, index) => found[index]?.reason === undefined);
  if (usable.length === 0) return { value: null, reason };
  const isKnown = found.every((each) => each.ref === undefined);
  if (!isKnown) return { value: null, ref: JSON.stringify(usable), reason };
  const keys = found.filter((each) => each.reason === undefined).map(({ value }) => value);
  return { value: JSON.stringify(keys), reason };
}

function resolve(golden: GoldenRecord, field: Field, id: string, maker: RowMaker): Cell {
  const entity = field.refersTo;
  const destination = entity === undefined ? undefined : maker.find(entity, id);
  if (destination === undefined) return { value: null, reason: "points to no golden record" };
  if (entity === maker.entity.name && maker.closing.get(golden.id)?.has(id) === true)
    return { value: null, reason: "closes a circle" };
  if (destination.to === "row") return { value: destination.key };
  if (destination.to === "new") return { value: null, ref: id };
  return { value: null, reason: `points to a record that is not loaded: ${destination.kind}` };
}
