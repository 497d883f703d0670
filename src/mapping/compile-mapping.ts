import type { Model } from "../model/entity.ts";
import { layoutColumns } from "./column-layout.ts";
import { compileChild, compileEntity, type CompiledEntity } from "./compile-entity.ts";
import { assembleRow } from "./assemble-row.ts";
import { mapEntity, usableKey } from "./map-entity.ts";
import type { IdentifiedRecord, MappedRecord } from "./mapped-record.ts";
import type { SourceMapping } from "./source-mapping.ts";

/** A mapping made ready for one table. */
export interface CompiledMapping {
  /**
   * The records of a row: the main one, then its children that hold something of their own. A
   * record that cannot be used comes out all the same, with the reason in `reject`; its children
   * then stand alone. A row without a customer but with a contact is a contact.
   */
  readonly mapRow: (cells: readonly string[]) => MappedRecord[];
  /**
   * The records of a row that tell whether its ids stand in another row too: without the children
   * whose ids hold the key of their parent, for those cannot occur twice where it does not.
   */
  readonly mapForIds: (cells: readonly string[]) => IdentifiedRecord[];
  /** How each field of each part reads its raw values from a row. */
  readonly readers: readonly ReadonlyMap<string, FieldReader>[];
  readonly usedColumns: readonly string[];
  /** With `warn` the caller says that they are left out; with `store: extra` they are in `extra`. */
  readonly unmappedColumns: readonly string[];
  readonly missingColumns: readonly string[];
}

/** The raw values of one field in a row. */
export type FieldReader = (cells: readonly string[]) => readonly string[];

interface ExtraColumn {
  readonly column: string;
  readonly index: number;
}

/**
 * Looks every column up once, so that mapping a row is reading cells by index.
 * Throws MAPPING_MISSING_COLUMN and MAPPING_UNMAPPED_COLUMN; nothing is dropped silently.
 */
export function compileMapping(
  mapping: SourceMapping,
  columns: readonly string[],
  model: Model,
): CompiledMapping {
  const { indexOf, ...report } = layoutColumns(mapping, columns);
  const main = compileEntity(mapping, model, indexOf);
  const children = mapping.children.map((child) => compileChild(child, mapping, model, indexOf));
  const keepsExtra = mapping.unmapped_columns === "store: extra";
  const unmapped = new Set(keepsExtra ? report.unmappedColumns : []);
  const extraColumns = columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => unmapped.has(column));
  const readers = [main, ...children].map(
    ({ rules }) => new Map(rules.map(({ field, read }) => [field, read])),
  );
  const mapWhole = (cells: readonly string[]): MappedRecord[] =>
    mapRow(cells, main, children, extraColumns);
  const mapForIds = areToldByParent(children)
    ? (cells: readonly string[]) => mapKeyed(cells, main) ?? mapWhole(cells)
    : mapWhole;
  return { ...report, readers, mapRow: mapWhole, mapForIds };
}

/** No child has a key of its own, and no two in a row can be equal. */
function areToldByParent(children: readonly CompiledEntity[]): boolean {
  const entities = new Set(children.map(({ entity }) => entity));
  return (
    entities.size === children.length &&
    children.every(
      ({ linkField, keyIndexes }) => linkField !== undefined && keyIndexes.length === 0,
    )
  );
}

const noContent: readonly string[] = [];

/** The main record alone, when it has a key and can be used. */
function mapKeyed(cells: readonly string[], main: CompiledEntity): IdentifiedRecord[] | undefined {
  const rowKey = usableKey(cells, main);
  if (rowKey === undefined) return undefined;
  return [{ entity: main.entity, rowKey, content: noContent }];
}

function mapRow(
  cells: readonly string[],
  main: CompiledEntity,
  children: readonly CompiledEntity[],
  extraColumns: readonly ExtraColumn[],
): MappedRecord[] {
  const parent = mapEntity(cells, main);
  const found = children.flatMap((child) => {
    const record = mapEntity(cells, child);
    return record.reject === "empty" ? [] : [{ record, linkField: child.linkField }];
  });
  return assembleRow(parent, found, extraOf(cells, extraColumns));
}

function extraOf(
  cells: readonly string[],
  extraColumns: readonly ExtraColumn[],
): Record<string, string> {
  const extra: Record<string, string> = {};
  for (const { column, index } of extraColumns) {
    const cell = cells[index] ?? "";
    if (cell !== "") extra[column] = cell;
  }
  return extra;
}
