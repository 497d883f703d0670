import { GoldpanError } from "../errors.ts";
import { recogniseColumns } from "../importers/heading-alias.ts";
import { compileMapping } from "../mapping/compile-mapping.ts";
import type { MappedRecord } from "../mapping/mapped-record.ts";
import type { FieldRule, SourceMapping } from "../mapping/source-mapping.ts";
import { field } from "../model/define-field.ts";
import type { EntityName, Field, Model } from "../model/entity.ts";
import type { RawValues } from "./normalize-values.ts";

/** How the rows of one table become records of one entity, without a project. */
export interface TableLayout {
  readonly entity: EntityName;
  /** Fields of the entity that have a column, and one for each column that nobody knows. */
  readonly fields: readonly Field[];
  /** Headings that no field is known for: they take no part in matching. */
  readonly unknownColumns: readonly string[];
  readonly read: (cells: readonly string[]) => RawValues;
  /** The same for some of the fields only, where that is less work. */
  readonly readOnly?: (fields: readonly Field[]) => (cells: readonly string[]) => RawValues;
  /** The raw texts of one field in a row, where they can be read alone. */
  readonly textsOf?: (field: Field) => ReadTexts;
  /** Positions of the columns that some of the fields are read from, where that is known. */
  readonly columnsOf?: (fields: readonly Field[]) => readonly number[];
  /** What the mapping says about a field: its normalizers, and what becomes of invalid values. */
  readonly rules?: Readonly<Record<string, FieldRule>> | undefined;
}

/** Reads the raw texts of a field from the cells of a row. */
export type ReadTexts = (cells: readonly string[]) => readonly string[];

/** A customer table often names its contact: evidence for matching, and no field of a customer. */
export const contactField: Field = field("contacts", ["联系人", "Contacts"], "person", {
  list: true,
  personal: true,
});

/** Fields of a contact in a customer table, and where their values count for the customer. */
const contactColumns: Readonly<Record<string, string>> = {
  name: contactField.name,
  mobiles: "phones",
  phones: "phones",
  emails: "emails",
};

/**
 * Columns by their headings; one without a heading is left out. Throws DEDUPE_NO_KNOWN_COLUMN when none is known for the entity.
 * `["客户名称", "XY"]` for a customer -> fields `legal_name` and `XY`, unknown columns `["XY"]`
 */
export function layoutByHeadings(
  columns: readonly string[],
  entity: EntityName,
  model: Model,
): TableLayout {
  const names = fieldNames(columns, entity, model);
  const known = [...model.entities[entity].fields, contactField];
  const used = known.filter(({ name }) => names.includes(name));
  if (used.length === 0) {
    throw new GoldpanError("DEDUPE_NO_KNOWN_COLUMN", { entity, columns: columns.join(", ") });
  }
  const unknownColumns = columns.filter((each, at) => each !== "" && names[at] === undefined);
  const sources = [
    ...used.map((each) => ({ field: each, indexes: indexesOf(names, each.name) })),
    ...unknownColumns.map((each) => ({
      field: textField(each),
      indexes: [columns.indexOf(each)],
    })),
  ];
  const fields = sources.map((each) => each.field);
  const readOnly = (wanted: readonly Field[]) => readSources(sources, wanted);
  const columnsOf = (wanted: readonly Field[]) =>
    sources.flatMap((each) => (wanted.includes(each.field) ? each.indexes : []));
  const textsOf = ({ name }: Field) =>
    textsReader(sources.find((each) => each.field.name === name));
  return { entity, fields, unknownColumns, read: readOnly(fields), readOnly, textsOf, columnsOf };
}

interface FieldSource {
  readonly field: Field;
  readonly indexes: readonly number[];
}

function readSources(
  sources: readonly FieldSource[],
  wanted: readonly Field[],
): (cells: readonly string[]) => RawValues {
  const names = new Set(wanted.map(({ name }) => name));
  const read = sources
    .filter(({ field: { name } }) => names.has(name))
    .map((each) => ({ name: each.field.name, texts: textsReader(each) }));
  return (cells) => {
    const values: Record<string, readonly string[]> = {};
    for (const { name, texts } of read) values[name] = texts(cells);
    return values;
  };
}

const noTexts: readonly string[] = [];

/** Most fields have one column. */
function textsReader(source: FieldSource | undefined): ReadTexts {
  if (source === undefined) return () => noTexts;
  const { field: each, indexes } = source;
  const [index, second] = indexes;
  if (index !== undefined && second === undefined) return (cells) => [cells[index] ?? ""];
  const texts: ReadTexts = (cells) => indexes.map((at) => cells[at] ?? "");
  return each.list ? texts : (cells) => [joinCells(texts(cells))];
}

function fieldNames(
  columns: readonly string[],
  entity: EntityName,
  model: Model,
): (string | undefined)[] {
  const own = recogniseColumns(columns, model, entity).map((each) => each?.field);
  if (entity !== "customer") return own;
  const ofContact = recogniseColumns(columns, model, "contact");
  return own.map((name, index) => {
    const ofCustomer = name ?? contactColumns[ofContact[index]?.field ?? ""];
    return columns[index] === contactField.name ? contactField.name : ofCustomer;
  });
}

function indexesOf(names: readonly (string | undefined)[], wanted: string): number[] {
  return names.flatMap((name, index) => (name === wanted ? [index] : []));
}

/** A column without a field, under its own heading, so that golden rows do not lose it. */
function textField(heading: string): Field {
  return field(heading, [heading, heading], "text");
}

/** Surname and given name, province and city: without a space between Han letters. */
function joinCells(texts: readonly string[]): string {
  const parts = texts.map((text) => text.trim()).filter((text) => text !== "");
  const latin = parts.every((part) => /^[\p{Script=Latin}\d .'-]+$/u.test(part));
  return parts.join(latin ? " " : "");
}

/**
 * Columns by a source mapping: the main record of a row, or its child of that entity. A record
 * that a project would reject counts like any other: each row has its line in the result.
 */
export function layoutByMapping(
  mapping: SourceMapping,
  columns: readonly string[],
  entity: EntityName,
  model: Model,
): TableLayout {
  const { mapRow, unmappedColumns } = compileMapping(mapping, columns, model);
  const names = [mapping, ...mapping.children]
    .filter((each) => each.entity === entity)
    .flatMap(({ fields }) => Object.keys(fields));
  if (names.length === 0) {
    throw new GoldpanError("DEDUPE_NO_KNOWN_COLUMN", { entity, columns: columns.join(", ") });
  }
  const isKept = mapping.unmapped_columns === "store: extra";
  const known = [...model.entities[entity].fields, contactField];
  const hasContacts = entity === "customer" && mapping.children.some(isContact);
  const wanted = new Set([...names, ...(hasContacts ? [contactField.name] : [])]);
  return {
    entity,
    fields: [
      ...known.filter(({ name }) => wanted.has(name)),
      ...(isKept ? unmappedColumns.map(textField) : []),
    ],
    unknownColumns: unmappedColumns,
    read: (cells) => valuesOf(mapRow(cells), entity),
    rules: [mapping, ...mapping.children].find((each) => each.entity === entity)?.fields,
  };
}

/** The record of the entity in a row, with its contacts or with the name of its customer. */
function valuesOf(records: readonly MappedRecord[], entity: EntityName): RawValues {
  const own = records.find((each) => each.entity === entity);
  const names = records.filter(isContact).flatMap(({ raw }) => raw["name"] ?? []);
  const contacts = entity === "customer" ? { [contactField.name]: names } : {};
  const parent = own?.parentLink === undefined ? {} : parentName(own.parentLink.field, records);
  const extra = Object.entries(own?.extra ?? {}).map(([name, text]) => [name, [text]]);
  return { ...own?.raw, ...contacts, ...parent, ...Object.fromEntries(extra) };
}

/** A contact beside its customer in one row belongs to it by name. */
function parentName(link: string, [parent]: readonly MappedRecord[]): RawValues {
  return { [link]: parent?.raw["legal_name"] ?? [] };
}

function isContact({ entity }: { readonly entity: EntityName }): boolean {
  return entity === "contact";
}
