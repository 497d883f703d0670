import { guessEntity, recogniseColumns } from "../importers/heading-alias.ts";
import type { EntityName, Model } from "../model/entity.ts";
import { isBlankCell } from "./blank-cell.ts";
import { draftFields } from "./draft-fields.ts";
import { draftText, type DraftField } from "./mapping-draft.ts";
import { suggestContact } from "./suggest-contact.ts";
import { suggestFields, type ColumnGuess, type SampledColumn } from "./suggest-fields.ts";

/** A table that wants a mapping. */
export interface SuggestionQuestion {
  readonly columns: readonly string[];
  /** Some rows of it, the more the surer. */
  readonly samples: readonly (readonly string[])[];
  readonly entity?: EntityName | undefined;
  readonly system?: string | undefined;
  /** As the mapping should name it, from the project folder. */
  readonly fileName: string;
}

/**
 * A source mapping for a table, as YAML with `suggested: true`: fields by known headings, by
 * values, by headings that resemble known ones; a customer table with people in it gets a contact
 * child. Columns that nothing is known about are kept with the record, and named.
 */
export function suggestMapping(question: SuggestionQuestion, model: Model): string {
  const { columns, samples, fileName, system = systemOf(fileName) } = question;
  const entity = question.entity ?? entityOf(columns, model);
  const sampled = columns.map((column, index) => ({
    column,
    values: samples.map((cells) => cells[index] ?? ""),
  }));
  const people = entity === "customer" ? suggestContact(sampled, model) : [];
  const taken = new Set(people.map(({ column }) => column));
  const own = suggestFields(sampled, entity, model).filter(({ column }) => !taken.has(column));
  const guesses = entity === "contact" ? withWechatRemark(own) : own;
  const main = draftFields(guesses, entity, model);
  const child = draftFields(people, "contact", model);
  const used = new Set([...main, ...child].flatMap(({ from }) => from));
  return draftText({
    files: [fileName],
    system,
    entity,
    rowKey: rowKeyOf(guesses, sampled),
    fields: entity === "customer" ? withPhones(withRequired(main, sampled), child) : main,
    ...(child.length > 0 && { child: { entity: "contact", fields: withOwners(child, main) } }),
    unmapped: columns.filter((column) => !used.has(column)),
  });
}

/** Contacts that stand beside the name of their company are customers with a contact. */
function entityOf(columns: readonly string[], model: Model): EntityName {
  const { entity } = guessEntity(columns, model);
  const known = entity === "contact" ? recogniseColumns(columns, model, "contact") : [];
  return known.some((each) => each?.field === "customer") ? "customer" : entity;
}

/** `exports/03-旧CRM 导出.csv` -> `03-旧CRM-导出` */
function systemOf(fileName: string): string {
  const name = fileName.split("/").at(-1) ?? "";
  return name.replace(/\.[a-z]+$/i, "").replaceAll(/[\s:*?]+/g, "-");
}

/** A code that is there and different in every row is the key of the row. */
function rowKeyOf(guesses: readonly ColumnGuess[], columns: readonly SampledColumn[]): string[] {
  const codes = guesses.filter(({ field }) => field === "source_code" || field === "wechat_id");
  const key = codes.find((code) => {
    const values = columns.find(({ column }) => column === code.column)?.values ?? [];
    return values.length > 0 && !values.some(isBlankCell) && new Set(values).size === values.length;
  });
  return key === undefined ? [] : [key.column];
}

/** In an address book of WeChat the remark is how the salesman calls the person. */
function withWechatRemark(guesses: readonly ColumnGuess[]): ColumnGuess[] {
  const isWechat = guesses.some(({ field }) => field === "wechat_id");
  return guesses.map((guess) =>
    isWechat && guess.column === "备注" ? { ...guess, field: "remark_name" } : guess,
  );
}

/** A customer without a name is of no use; not asked for where some rows have none. */
function withRequired(
  fields: readonly DraftField[],
  columns: readonly SampledColumn[],
): DraftField[] {
  const isFull = (from: readonly string[]): boolean =>
    columns.some(({ column, values }) => from.includes(column) && !values.some(isBlankCell));
  return fields.map((each) =>
    each.field === "legal_name" && isFull(each.from) ? { ...each, required: true } : each,
  );
}

/** Without a phone of its own a customer is reached, and recognised, by that of its contact. */
function withPhones(fields: readonly DraftField[], child: readonly DraftField[]): DraftField[] {
  const mobiles = child.find(({ field }) => field === "mobiles");
  const hasPhones = fields.some(({ field }) => field === "phones");
  if (mobiles === undefined || hasPhones) return [...fields];
  return [...fields, { field: "phones", from: mobiles.from, comment: "shared with the contact" }];
}

function withOwners(child: readonly DraftField[], main: readonly DraftField[]): DraftField[] {
  const owner = main.find(({ field }) => field === "owner");
  return owner === undefined ? [...child] : [...child, { field: "owners", from: owner.from }];
}
