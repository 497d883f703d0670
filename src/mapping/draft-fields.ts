import { cleanHeading } from "../importers/clean-heading.ts";
import { findField } from "../model/canonical-model.ts";
import type { EntityName, Model } from "../model/entity.ts";
import type { DraftField } from "./mapping-draft.ts";
import type { ColumnGuess } from "./suggest-fields.ts";

/** Columns that are parts of one value, in the order in which the parts are read. */
const partOrder: Readonly<Record<string, readonly string[]>> = {
  region: [
    "省份",
    "省",
    "所在省份",
    "billingstate",
    "城市",
    "市",
    "billingcity",
    "区县",
    "区",
    "县",
  ],
  name: ["姓", "名", "surname", "first name", "first_name", "given_name", "last name", "last_name"],
};
const latinName = /^[a-z]/;

/**
 * One rule for each field: all columns of a list, parts of one value joined, else the first column.
 * `姓`, `名` -> `name: { from: [姓, 名], join: "" }`
 */
export function draftFields(
  guesses: readonly ColumnGuess[],
  entity: EntityName,
  model: Model,
): DraftField[] {
  const fields = [...new Set(guesses.map(({ field }) => field))];
  return fields.map((field) => {
    const columns = guesses.filter((guess) => guess.field === field);
    const isList = findField(model, entity, field)?.list === true;
    return isList ? listField(field, columns) : singleField(field, columns);
  });
}

function listField(field: string, columns: readonly ColumnGuess[]): DraftField {
  return { field, from: columns.map(({ column }) => column), ...commentOn(columns) };
}

function singleField(field: string, columns: readonly ColumnGuess[]): DraftField {
  const parts = partsOf(field, columns);
  const [first] = parts;
  if (parts.length > 1 && first !== undefined) {
    const join = field === "name" && latinName.test(cleanHeading(first)) ? " " : "";
    return { field, from: parts, join, ...commentOn(columns) };
  }
  // A second column for one value is left unmapped, where it is kept and named.
  return { field, from: columns.slice(0, 1).map(({ column }) => column), ...commentOn(columns) };
}

function partsOf(field: string, columns: readonly ColumnGuess[]): string[] {
  const order = partOrder[field] ?? [];
  const rankOf = (column: string): number =>
    order.indexOf(cleanHeading(column.split("/").at(-1) ?? ""));
  return columns
    .map(({ column }) => column)
    .filter((column) => rankOf(column) >= 0)
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

function commentOn(columns: readonly ColumnGuess[]): Pick<DraftField, "comment"> {
  const guessed = columns.find(({ confidence }) => confidence !== "heading");
  return guessed === undefined ? {} : { comment: `guessed by ${guessed.confidence}` };
}
