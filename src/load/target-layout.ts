import type { StoreMapping, WriteConflict } from "../mapping/store-mapping.ts";
import { entityNames, type Entity, type EntityName, type Model } from "../model/entity.ts";
import type { PlanTable, StoreValue } from "../model/plan.ts";

/** Where an entity lives in a store, and how its rows are found and written. */
export interface TargetTable {
  readonly entity: EntityName;
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

function ownTable({ name, fields }: Entity): TargetTable {
  return {
    entity: name,
    table: name,
    primaryKey: "id",
    columns: Object.fromEntries(fields.map((field) => [field.name, field.name])),
    constants: {},
    goldenColumn: "golden_id",
    match: ownKeys[name] ?? [],
    volatile: [],
    conflict: {},
    enums: {},
  };
}

/** The layout of an existing store, from its mapping. */
export function mappedLayout(mapping: StoreMapping): TargetLayout {
  const tables = entityNames.flatMap((entity) => mappedTable(entity, mapping));
  return { isOwn: false, blankSource: mapping.write.blank_source, tables };
}

function mappedTable(entity: EntityName, mapping: StoreMapping): TargetTable[] {
  const found = mapping.tables[entity];
  if (found === undefined) return [];
  const rules = Object.entries(found.columns);
  return [
    {
      entity,
      table: found.table,
      primaryKey: found.primary_key,
      columns: Object.fromEntries(
        rules.flatMap(([column, { from }]) => (from === undefined ? [] : [[column, from]])),
      ),
      constants: Object.fromEntries(
        rules.flatMap(([column, rule]) => (rule.const === undefined ? [] : [[column, rule.const]])),
      ),
      goldenColumn: null,
      match: mapping.match[entity] ?? [],
      volatile: mapping.volatile[entity] ?? [],
      conflict: mapping.write.conflict[entity] ?? {},
      enums: mapping.enums[entity] ?? {},
    },
  ];
}

/** What a plan keeps of a table, so that applying it needs neither layout nor model. */
export function planTable(target: TargetTable, model: Model): PlanTable {
  const { entity, table, primaryKey, columns, constants, goldenColumn, volatile } = target;
  const golden = goldenColumn === null ? [] : [goldenColumn];
  const written = [...Object.keys(columns), ...Object.keys(constants), ...golden];
  const references = Object.entries(columns).flatMap(([column, name]) => {
    const field = model.entities[entity].fields.find((each) => each.name === name);
    return field?.refersTo === undefined ? [] : [[column, field.refersTo]];
  });
  return {
    entity,
    table,
    primaryKey,
    columns: written.filter((column) => !volatile.includes(column)).sort(),
    volatile: [...volatile].sort(),
    references: Object.fromEntries(references),
  };
}
