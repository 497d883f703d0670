import type { EntityName } from "../model/entity.ts";

/** A field of a mapping that is about to be written. */
export interface DraftField {
  readonly field: string;
  readonly from: readonly string[];
  readonly const?: string;
  readonly join?: string;
  /** Word of the source to the word of the model. */
  readonly values?: Readonly<Record<string, string>>;
  readonly required?: boolean;
  /** For the person who reviews it. */
  readonly comment?: string;
}

export interface EntityDraft {
  readonly entity: EntityName;
  readonly rowKey?: readonly string[];
  readonly fields: readonly DraftField[];
}

/** A mapping that a person still has to review. */
export interface MappingDraft {
  readonly files: readonly string[];
  /** Sheets of a workbook that has several with data. */
  readonly sheets?: readonly string[];
  /** Row of the heading where somebody named it. */
  readonly header?: number;
  readonly system: string;
  /** The known export that the table is like, for the person who reviews it. */
  readonly likeness?: { readonly system: string; readonly confidence: string };
  readonly exportedAt?: string;
  readonly entity: EntityName;
  readonly rowKey: readonly string[];
  readonly fields: readonly DraftField[];
  readonly children: readonly EntityDraft[];
  /** Columns of messages and private lives: import leaves them out unless a field reads them. */
  readonly leftOut?: readonly string[];
  /** Columns that no field was found for. */
  readonly unmapped: readonly string[];
}

/** The YAML of a draft, marked `suggested: true`: `run` stops at it until a person has looked. */
export function draftText(draft: MappingDraft): string {
  const { entity, rowKey, fields, children, unmapped, leftOut = [] } = draft;
  const lines = [
    "version: 1",
    "suggested: true # remove this line when you have read the rest",
    ...sourceBlock(draft),
    `entity: ${entity}`,
    ...keyLine(rowKey, ""),
    ...fieldsBlock(fields, ""),
    ...(children.length === 0 ? [] : ["children:"]),
    ...children.flatMap((child) => [
      `  - entity: ${child.entity}`,
      ...keyLine(child.rowKey, "    "),
      ...fieldsBlock(child.fields, "    "),
    ]),
    ...leftOut.map((column) => `# not kept unless a field reads it: ${oneLine(column)}`),
    ...unmapped.map((column) => `# no field found: ${oneLine(column)}`),
    'unmapped_columns: "store: extra"',
  ];
  return `${lines.join("\n")}\n`;
}

function oneLine(column: string): string {
  return column.replaceAll(/\s+/g, " ");
}

function keyLine(rowKey: readonly string[] = [], indent: string): string[] {
  return rowKey.length > 0 ? [`${indent}row_key: ${flowList(rowKey)}`] : [];
}

function sourceBlock(draft: MappingDraft): string[] {
  const { files, sheets = [], header, system, likeness, exportedAt } = draft;
  const [onlySheet] = sheets;
  const like =
    likeness === undefined ? "" : ` # headings of ${likeness.system}: ${likeness.confidence}`;
  return [
    "source:",
    `  files: ${flowList(files)}`,
    ...(onlySheet === undefined
      ? []
      : [`  sheet: ${sheets.length === 1 ? scalar(onlySheet) : flowList(sheets)}`]),
    ...(header === undefined ? [] : [`  header: ${header}`]),
    `  system: ${scalar(system)}${like}`,
    ...(exportedAt === undefined ? [] : [`  exported_at: ${JSON.stringify(exportedAt)}`]),
  ];
}

function fieldsBlock(fields: readonly DraftField[], indent: string): string[] {
  if (fields.length === 0) return [`${indent}fields: {}`];
  const lines = fields.map(({ comment, ...field }) => {
    const note = comment === undefined ? "" : ` # ${comment}`;
    return `${indent}  ${field.field}: ${ruleText(field)}${note}`;
  });
  return [`${indent}fields:`, ...lines];
}

function ruleText({ from, const: constant, join, values, required }: DraftField): string {
  if (constant !== undefined) return `{ const: ${scalar(constant)} }`;
  const [only] = from;
  const columns = from.length === 1 && only !== undefined ? scalar(only) : flowList(from);
  const options = [
    ...(join === undefined ? [] : [`join: ${JSON.stringify(join)}`]),
    ...(values === undefined ? [] : [`values: ${valuesText(values)}`]),
    ...(required === true ? ["required: true"] : []),
  ];
  return options.length === 0 ? columns : `{ from: ${columns}, ${options.join(", ")} }`;
}

function valuesText(values: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(values).map(
    ([from, to]) => `${JSON.stringify(from)}: ${scalar(to)}`,
  );
  return `{ ${pairs.join(", ")} }`;
}

function flowList(texts: readonly string[]): string {
  return `[${texts.map(scalar).join(", ")}]`;
}

const plainText = /^[\p{L}_][\p{L}\p{N}_./()-]*$/u;
const otherMeaning = /^(?:true|false|null|yes|no|on|off)$/i;

/** Plain where YAML cannot misread it, else in double quotes. */
function scalar(text: string): string {
  return plainText.test(text) && !otherMeaning.test(text) ? text : JSON.stringify(text);
}
