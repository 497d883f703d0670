import { GoldpanError } from "../errors.ts";
import { recogniseColumns } from "../importers/heading-alias.ts";
import { findField } from "../model/canonical-model.ts";
import { field } from "../model/define-field.ts";
import type { EntityName, Field, Model } from "../model/entity.ts";
import type { TableLayout } from "./table-layout.ts";

/** A column of the list and the column of the reference list that it is compared with. */
export interface ColumnPair {
  readonly query: string;
  readonly against: string;
}

/** Other names of a company in the reference list: they find it too. */
const otherNames: readonly string[] = ["former_names", "short_name", "english_name"];

/**
 * What the compared columns mean: a field by the heading of either column, the name of the entity
 * for the first pair that nobody knows, text that is compared as such for any other.
 * `[{ query: "名字", against: "企业名称" }]` for a customer -> `[legal_name]`
 */
export function fieldsOfPairs(
  pairs: readonly ColumnPair[],
  entity: EntityName,
  model: Model,
): Field[] {
  const known = pairs.map(({ query, against }) => {
    const [own, other] = recogniseColumns([against, query], model, entity);
    return own?.field ?? other?.field;
  });
  const nameField = entity === "customer" ? "legal_name" : "name";
  const unnamed = known.includes(nameField) ? -1 : known.indexOf(undefined);
  return pairs.map(({ against }, at) => {
    const name = at === unnamed ? nameField : known[at];
    const found = name === undefined ? undefined : findField(model, entity, name);
    return found ?? { ...comparedText(against), custom: true };
  });
}

function comparedText(heading: string): Field {
  return { ...field(heading, [heading, heading], "text", { identifies: true }), compare: "text" };
}

/** One side of a comparison: which table, and which of its columns. */
export interface MatchSide {
  readonly file: string;
  readonly fields: readonly Field[];
  readonly columns: readonly string[];
  /** Columns with other names of the company count as well. */
  readonly withOtherNames: boolean;
}

/** The layout of one side's table. Throws USAGE_UNKNOWN_COLUMN when a column is not there. */
export function layoutOfSide(
  side: MatchSide,
  columns: readonly string[],
  entity: EntityName,
  model: Model,
): TableLayout {
  const indexes = side.columns.map((column) => {
    const index = columns.indexOf(column);
    if (index >= 0) return index;
    const details = { file: side.file, column, columns: columns.join(", ") };
    throw new GoldpanError("USAGE_UNKNOWN_COLUMN", details);
  });
  const own = side.fields.map((each, at) => ({ field: each, indexes: [indexes[at] ?? 0] }));
  const others = side.withOtherNames ? otherNameColumns(side, columns, entity, model) : [];
  const sources = joinByField([...own, ...others]);
  return {
    entity,
    fields: sources.map((each) => each.field),
    unknownColumns: [],
    read: (cells) =>
      Object.fromEntries(
        sources.map(({ field: { name }, indexes: places }) => [
          name,
          places.map((place) => cells[place] ?? ""),
        ]),
      ),
  };
}

interface FieldSource {
  readonly field: Field;
  readonly indexes: readonly number[];
}

function otherNameColumns(
  { columns: taken }: MatchSide,
  columns: readonly string[],
  entity: EntityName,
  model: Model,
): FieldSource[] {
  return recogniseColumns(columns, model, entity).flatMap((known, index) => {
    if (known === undefined || !otherNames.includes(known.field)) return [];
    const found = findField(model, entity, known.field);
    const isTaken = taken.includes(columns[index] ?? "");
    return found === undefined || isTaken ? [] : [{ field: found, indexes: [index] }];
  });
}

function joinByField(sources: readonly FieldSource[]): FieldSource[] {
  const names = [...new Set(sources.map((each) => each.field.name))];
  return names.flatMap((name) => {
    const same = sources.filter((each) => each.field.name === name);
    const [first] = same;
    if (first === undefined) return [];
    return [{ field: first.field, indexes: same.flatMap((each) => each.indexes) }];
  });
}
