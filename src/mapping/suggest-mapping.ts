import { cleanHeading } from "../importers/clean-heading.ts";
import { guessEntity, recogniseColumns } from "../importers/heading-alias.ts";
import type { SourceProfile } from "../importers/source-profile.ts";
import { recogniseSystem, type RecognisedSystem } from "../importers/source-system.ts";
import type { EntityName, Model } from "../model/entity.ts";
import { isBlankCell } from "./blank-cell.ts";
import { draftFields } from "./draft-fields.ts";
import { draftProfile } from "./draft-profile.ts";
import { exportStem } from "./export-name.ts";
import type { DraftField, MappingDraft } from "./mapping-draft.ts";
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
 * A source mapping for a table, for a person to review: fields by known headings, by values, by
 * headings that resemble known ones; a customer table with people in it gets a contact child.
 * Columns that nothing is known about are kept with the record, and named.
 */
export function draftMapping(question: SuggestionQuestion, model: Model): MappingDraft {
  const recognised = recogniseSystem(question.columns);
  const isAsked = question.entity === undefined || question.entity === recognised?.entity;
  return recognised !== undefined && isAsked
    ? draftKnown(question, recognised, model)
    : draftUnknown(question, model);
}

/** An export that a known system wrote; columns that are not the system's are guessed. */
function draftKnown(
  question: SuggestionQuestion,
  recognised: RecognisedSystem,
  model: Model,
): MappingDraft {
  const { profile } = recognised;
  const { columns, fileName, system = systemOfExport(fileName, recognised) } = question;
  const sampled = sampleColumns(question);
  const { entity, fields, children, strange, ...known } = draftProfile(profile, columns, model);
  const rowKey =
    entity === profile.entity ? known.rowKey.filter((key) => isKey(key, sampled)) : known.rowKey;
  const own = sampled.filter(({ column }) => strange.includes(column));
  const guesses = suggestFields(own, entity, model);
  const more = draftFields(guesses, entity, model);
  const isNew = ({ field }: DraftField): boolean => fields.every((each) => each.field !== field);
  const main = [...fields, ...more.filter(isNew)];
  const people = children.flatMap((child) => child.fields);
  const used = new Set([...main, ...people].flatMap(({ from }) => from));
  return {
    files: [fileName],
    system,
    likeness: recognised,
    entity,
    rowKey: rowKey.length > 0 ? rowKey : rowKeyOf(guesses, sampled),
    fields: entity === "customer" ? withPhones(withRequired(main, sampled), people) : main,
    children,
    leftOut: columns.filter((column) => !used.has(column) && isLeftOut(column, profile)),
    unmapped: columns.filter((column) => !used.has(column) && !isLeftOut(column, profile)),
  };
}

/** Messages and private lives: the import leaves them out of a known export unless a field reads them. */
function isLeftOut(
  column: string,
  { messages = [], privateHeadings = [] }: SourceProfile,
): boolean {
  const heading = cleanHeading(column);
  return [...messages, ...privateHeadings].some((each) => cleanHeading(each) === heading);
}

function sampleColumns({ columns, samples }: SuggestionQuestion): SampledColumn[] {
  return columns.map((column, index) => ({
    column,
    values: samples.map((cells) => cells[index] ?? ""),
  }));
}

function draftUnknown(question: SuggestionQuestion, model: Model): MappingDraft {
  const { columns, fileName, system = systemOf(fileName) } = question;
  const entity = question.entity ?? entityOf(columns, model);
  const sampled = sampleColumns(question);
  const people = entity === "customer" ? suggestContact(sampled, model) : [];
  const taken = new Set(people.map(({ column }) => column));
  const own = suggestFields(sampled, entity, model).filter(({ column }) => !taken.has(column));
  const guesses = entity === "contact" ? withWechatRemark(own) : own;
  const main = draftFields(guesses, entity, model);
  const child = draftFields(people, "contact", model);
  const used = new Set([...main, ...child].flatMap(({ from }) => from));
  return {
    files: [fileName],
    system,
    entity,
    rowKey: rowKeyOf(guesses, sampled),
    fields: entity === "customer" ? withPhones(withRequired(main, sampled), child) : main,
    children: child.length > 0 ? [{ entity: "contact", fields: withOwners(child, main) }] : [],
    unmapped: columns.filter((column) => !used.has(column)),
  };
}

/** Contacts that stand beside the name of their company are customers with a contact. */
function entityOf(columns: readonly string[], model: Model): EntityName {
  const { entity } = guessEntity(columns, model);
  const known = entity === "contact" ? recogniseColumns(columns, model, "contact") : [];
  return known.some((each) => each?.field === "customer") ? "customer" : entity;
}

/** `exports/03-旧CRM 导出_20261120.csv` -> `03-旧CRM-导出` */
function systemOf(fileName: string): string {
  return exportStem(fileName).replaceAll(/[\s:*?]+/g, "-");
}

const kindOfExport =
  /-(?:accounts|activities|calls|chat|companies|contacts|customers|deals|external-contacts|leads|message-archive|opportunities|partners|report|staff|users)$/;

/**
 * Exports of one system number their records alike, so they share its name. A table that only
 * resembles a system may number its own, so it is called like its file.
 */
function systemOfExport(fileName: string, { system, confidence }: RecognisedSystem): string {
  return confidence === "high" ? system.replace(kindOfExport, "") : systemOf(fileName);
}

/** A code that is there and different in every row is the key of the row. */
function rowKeyOf(guesses: readonly ColumnGuess[], columns: readonly SampledColumn[]): string[] {
  const codes = guesses.filter(({ field }) => field === "source_code" || field === "wechat_id");
  const key = codes.find(({ column }) => isKey(column, columns));
  return key === undefined ? [] : [key.column];
}

function isKey(name: string, columns: readonly SampledColumn[]): boolean {
  const values = columns.find(({ column }) => column === name)?.values ?? [];
  return values.length > 0 && !values.some(isBlankCell) && new Set(values).size === values.length;
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
