import { entityNames, type Entity, type Field, type Model } from "../../model/entity.ts";
import { quoteName } from "./sqlite-value.ts";

/** SQL that creates the table of an entity as the last paragraph of `model.md` says. */
export function createTableSql({ name, fields }: Entity): string {
  const columns = ["id INTEGER PRIMARY KEY", "golden_id TEXT UNIQUE", ...fields.map(columnSql)];
  return `CREATE TABLE ${quoteName(name)} (\n  ${columns.join(",\n  ")}\n)`;
}

/** SQL of one column: `parent` of a customer -> `"parent" INTEGER REFERENCES "customer" (id)` */
export function columnSql(field: Field): string {
  const column = `${quoteName(field.name)} ${columnType(field)}`;
  if (field.list || field.refersTo === undefined) return column;
  return `${column} REFERENCES ${quoteName(field.refersTo)} (id)`;
}

function columnType({ type, list }: Field): string {
  if (list) return "TEXT";
  if (type === "amount" || type === "ref" || type === "bool") return "INTEGER";
  return type === "number" ? "NUMERIC" : "TEXT";
}

/** Indexes on the foreign keys: without them each delete of a rollback reads whole tables. */
export function createIndexSql({ name, fields }: Entity): string[] {
  return fields
    .filter(({ refersTo, list }) => refersTo !== undefined && !list)
    .map(
      (field) =>
        `CREATE INDEX IF NOT EXISTS ${quoteName(`${name}_${field.name}`)}
           ON ${quoteName(name)} (${quoteName(field.name)})`,
    );
}

/** The entities of a model in the order of loading. */
export function entitiesOf(model: Model): Entity[] {
  return entityNames.map((name) => model.entities[name]);
}
