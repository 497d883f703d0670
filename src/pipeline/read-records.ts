import { GoldpanError } from "../errors.ts";
import { guessEntity, recogniseColumns } from "../importers/heading-alias.ts";
import type { EntityName, Model } from "../model/entity.ts";
import type { EntityRecord } from "../model/record.ts";
import type { ReadOptions } from "../model/source.ts";
import {
  normalizeValues,
  prepareFieldNormalizers,
  type FieldNormalizer,
  type RawValues,
} from "./normalize-values.ts";
import { openTable } from "./open-table.ts";

export interface TableQuestion {
  readonly path: string;
  readonly read: ReadOptions;
  readonly entity?: EntityName | undefined;
  /** Column whose value is the record's name; else the 1-based data row. */
  readonly id?: string | undefined;
}

export interface TableRecords {
  readonly entity: EntityName;
  readonly records: readonly EntityRecord[];
  /** Headings that no field is known for: they take no part in matching. */
  readonly unknownColumns: readonly string[];
  readonly quarantined: number;
}

/**
 * The records of one table without a project: columns are recognised by their headings.
 * Throws when no column is known for the entity, when the id column is missing or not unique.
 */
export async function readRecords(question: TableQuestion, model: Model): Promise<TableRecords> {
  const { source, table } = await openTable(question.path, question.read);
  try {
    const entity = question.entity ?? guessEntity(table.columns, model).entity;
    const layout = layoutOf(table.columns, entity, question, model);
    const rows: (readonly string[])[] = [];
    let quarantined = 0;
    for await (const batch of table.batches()) {
      quarantined += batch.quarantined.length;
      for (const { cells } of batch.rows) rows.push(cells);
    }
    const records = normalizeRows(rows, layout, question.path);
    return { entity, records, unknownColumns: layout.unknown, quarantined };
  } finally {
    await source.close();
  }
}

interface Layout {
  readonly entity: EntityName;
  readonly model: Model;
  /** Field name -> the columns it is read from. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
  readonly idColumn: number;
  readonly unknown: readonly string[];
}

function layoutOf(
  columns: readonly string[],
  entity: EntityName,
  question: TableQuestion,
  model: Model,
): Layout {
  const idColumn = question.id === undefined ? -1 : columns.indexOf(question.id);
  if (question.id !== undefined && idColumn < 0) {
    throw new GoldpanError("USAGE_UNKNOWN_COLUMN", {
      file: question.path,
      column: question.id,
      columns: columns.join(", "),
    });
  }
  const known = recogniseColumns(columns, model, entity);
  const byField = new Map<string, number[]>();
  columns.forEach((_, index) => {
    const field = index === idColumn ? undefined : known[index]?.field;
    if (field !== undefined) byField.set(field, [...(byField.get(field) ?? []), index]);
  });
  if (byField.size === 0) {
    throw new GoldpanError("DEDUPE_NO_KNOWN_COLUMN", {
      file: question.path,
      entity,
      columns: columns.join(", "),
    });
  }
  const unknown = columns.filter((_, index) => index !== idColumn && known[index] === undefined);
  return { entity, model, columns: byField, idColumn, unknown };
}

function rawValues(cells: readonly string[], layout: Layout): RawValues {
  const entries = [...layout.columns].map(([field, indexes]) => {
    const texts = indexes.map((index) => cells[index] ?? "");
    const list = layout.model.entities[layout.entity].fields.find(
      ({ name }) => name === field,
    )?.list;
    return [field, list === true ? texts : [joinCells(texts)]] as const;
  });
  return Object.fromEntries(entries);
}

/** Surname and given name, province and city: without a space between Han letters. */
function joinCells(texts: readonly string[]): string {
  const parts = texts.map((text) => text.trim()).filter((text) => text !== "");
  const latin = parts.every((part) => /^[\p{Script=Latin}\d .'-]+$/u.test(part));
  return parts.join(latin ? " " : "");
}

function normalizeRows(
  rows: readonly (readonly string[])[],
  layout: Layout,
  file: string,
): EntityRecord[] {
  const fields = layout.model.entities[layout.entity].fields.filter(({ name }) =>
    layout.columns.has(name),
  );
  const raws = rows.map((cells) => rawValues(cells, layout));
  const normalizers = prepareFieldNormalizers(fields, (field) =>
    raws.flatMap((raw) => raw[field] ?? []),
  );
  const records = raws.map((raw, index) =>
    toRecord(idOf(rows[index] ?? [], layout, index), raw, layout, normalizers),
  );
  assertUniqueIds(records, file);
  return records;
}

function idOf(cells: readonly string[], layout: Layout, index: number): string {
  return layout.idColumn < 0 ? String(index + 1) : (cells[layout.idColumn] ?? "");
}

function toRecord(
  id: string,
  raw: RawValues,
  { entity }: Layout,
  normalizers: ReadonlyMap<string, FieldNormalizer>,
): EntityRecord {
  const { values } = normalizeValues(id, raw, normalizers, { repairs: "safe" });
  return { id, entity, system: "", sourceRow: 0, exportedAt: "", values, extra: {} };
}

function assertUniqueIds(records: readonly EntityRecord[], file: string): void {
  const seen = new Set<string>();
  for (const { id } of records) {
    if (seen.has(id)) throw new GoldpanError("DEDUPE_ID_NOT_UNIQUE", { file, id });
    seen.add(id);
  }
}
