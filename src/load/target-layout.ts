import type {
  Lookup,
  StoreMapping,
  TableMapping,
  WriteConflict,
} from "../mapping/store-mapping.ts";
import {
  entityNames,
  type Entity,
  type EntityName,
  type Field,
  type Model,
} from "../model/entity.ts";
import type { PlanTable, StoreValue } from "../model/plan.ts";

/** Where an entity lives in a store, and how its rows are found and written. */
export interface TargetTable {
  readonly entity: EntityName;
  /** goldpan creates it. */
  readonly isOwn: boolean;
  readonly table: string;
  readonly primaryKey: string;
  /** Column -> field of the model. */
  readonly columns: Readonly<Record<string, string>>;
  /** Column -> the same value in every row that is inserted. */
  readonly constants: Readonly<Record<string, StoreValue>>;
  /** Column that holds the golden id, where the store has one. */
  readonly goldenColumn: string | null;
  /** Ladder of keys: fields whose equality means the same row. */
  readonly match: readonly (readonly string[])[];
  /** Columns that the store changes by itself. */
  readonly volatile: readonly string[];
  /** Which value stays when both have one, by field; `default` for the rest. */
  readonly conflict: Readonly<Record<string, WriteConflict>>;
  /** Field -> our value -> the value of the store. */
  readonly enums: Readonly<Record<string, Readonly<Record<string, StoreValue>>>>;
  /** Field -> where the row is found that a reference means. */
  readonly lookups: Readonly<Record<string, Lookup>>;
  /** Columns by which `verify` counts and sums, and the columns it sums. */
  readonly groupBy: readonly string[];
  readonly sums: readonly string[];
}

/** The tables of a store in the order of loading. */
export interface TargetLayout {
  /** goldpan creates the tables. */
  readonly isOwn: boolean;
  readonly blankSource: "keep" | "clear";
  readonly tables: readonly TargetTable[];
}

/** Keys by which a row that somebody typed into our own store is known again. */
const ownKeys: Readonly<Partial<Record<EntityName, readonly (readonly string[])[]>>> = {
  user: [["employee_no"]],
  customer: [["uscc"]],
  contact: [["external_userid"]],
  quote: [["number"]],
  order: [["number"]],
};

/** The layout of a store that goldpan creates: tables and columns are named like the model. */
export function ownLayout(model: Model): TargetLayout {
  return {
    isOwn: true,
    blankSource: "keep",
    tables: entityNames.map((name) => ownTable(model.entities[name])),
  };
}

/** What `verify` adds up in tables of our own. */
const ownSums: Readonly<Partial<Record<EntityName, string>>> = {
  customer: "annual_purchase",
  opportunity: "amount",
  quote: "amount",
  order: "amount",
};

function ownTable({ name, fields }: Entity): TargetTable {
  const has = (field: string): boolean => fields.some((each) => each.name === field);
  return {
    entity: name,
    isOwn: true,
    table: name,
    primaryKey: "id",
    columns: Object.fromEntries(fields.map((field) => [field.name, field.name])),
    constants: {},
    goldenColumn: "golden_id",
    match: ownKeys[name] ?? [],
    volatile: [],
    conflict: {},
    enums: {},
    lookups: {},
    groupBy: ["department", "owner"].filter(has),
    sums: [ownSums[name] ?? ""].filter(has),
  };
}

/** The layout of an existing store, from its mapping. */
export function mappedLayout(mapping: StoreMapping): TargetLayout {
  const tables = entityNames.flatMap((entity) => {
    const found = mapping.tables[entity];
    return found === undefined ? [] : [mappedTable(entity, found, mapping)];
  });
  return { isOwn: false, blankSource: mapping.write.blank_source, tables };
}

function mappedTable(
  entity: EntityName,
  { table, primary_key, columns }: TableMapping,
  mapping: StoreMapping,
): TargetTable {
  const rules = Object.entries(columns);
  const golden = rules.find(([, { from }]) => from === "golden_id");
  const fields = rules.filter(([, { from }]) => from !== undefined && from !== "golden_id");
  const fixed = rules.filter((rule) => rule[1].const !== undefined);
  const columnsOf = (names: readonly string[] = []): string[] =>
    names.flatMap((name) => fields.find(([, { from }]) => from === name)?.[0] ?? []);
  return {
    entity,
    isOwn: false,
    table,
    primaryKey: primary_key,
    columns: Object.fromEntries(fields.map(([column, { from = "" }]) => [column, from])),
    constants: Object.fromEntries(fixed.map(([column, rule]) => [column, rule.const ?? null])),
    goldenColumn: golden?.[0] ?? null,
    match: mapping.match[entity] ?? [],
    volatile: mapping.volatile[entity] ?? [],
    conflict: mapping.write.conflict[entity] ?? {},
    enums: mapping.enums[entity] ?? {},
    lookups: mapping.lookups[entity] ?? {},
    groupBy: columnsOf(mapping.verify.group_by[entity]),
    sums: columnsOf(mapping.verify.sums[entity]),
  };
}

/** What a plan keeps of a table, so that applying it needs neither layout nor model. */
export function planTable(target: TargetTable, model: Model): PlanTable {
  const { entity, table, primaryKey, columns, constants, goldenColumn, volatile } = target;
  const golden = goldenColumn === null ? [] : [goldenColumn];
  const written = [...Object.keys(columns), ...Object.keys(constants), ...golden];
  const fieldOf = (column: string): Field | undefined =>
    model.entities[entity].fields.find(({ name }) => name === columns[column]);
  const references = Object.keys(columns).flatMap((column) => {
    const { refersTo, name = "" } = fieldOf(column) ?? {};
    const isLookedUp = target.lookups[name] !== undefined;
    return refersTo === undefined || isLookedUp ? [] : [[column, refersTo] as const];
  });
  return {
    entity,
    table,
    primaryKey,
    columns: written.filter((column) => !volatile.includes(column)).sort(),
    volatile: [...volatile].sort(),
    references: Object.fromEntries(references),
    lists: Object.keys(columns)
      .filter((column) => fieldOf(column)?.list === true)
      .sort(),
    goldenColumn,
    groupBy: target.groupBy,
    sums: target.sums,
  };
}
