import { GoldpanError } from "../errors.ts";
import type { ColumnIndex } from "./compile-rule.ts";
import { cleanHeading } from "../importers/clean-heading.ts";
import type { EntityMapping, SourceMapping } from "./source-mapping.ts";

/** How the columns of a table and those that a mapping names fit together. */
export interface ColumnLayout {
  readonly indexOf: ColumnIndex;
  readonly usedColumns: readonly string[];
  readonly unmappedColumns: readonly string[];
  /** Named by the mapping, not in the table, and not needed. */
  readonly missingColumns: readonly string[];
}

/**
 * How a mapping fits a table. Throws MAPPING_MISSING_COLUMN when a key or a required field has no
 * column, or nothing fits; MAPPING_UNMAPPED_COLUMN when columns would be lost.
 */
export function layoutColumns(mapping: SourceMapping, columns: readonly string[]): ColumnLayout {
  const layout = matchColumns(mapping, columns);
  const { usedColumns, unmappedColumns, missingColumns } = layout;
  const nothingFits = usedColumns.length === 0 ? missingColumns : [];
  assertPresent(mapping, columns, layout.indexOf, nothingFits);
  if (mapping.unmapped_columns === "error" && unmappedColumns.length > 0) {
    throw new GoldpanError("MAPPING_UNMAPPED_COLUMN", {
      count: unmappedColumns.length,
      columns: quoted(unmappedColumns),
    });
  }
  return layout;
}

/**
 * Finds each column of a mapping in a table: by its exact heading, else by one that differs only
 * in width, case, spaces or marks.
 */
export function matchColumns(mapping: SourceMapping, columns: readonly string[]): ColumnLayout {
  const indexOf = columnIndex(columns);
  const named = namedColumns(mapping);
  const used = new Set(named.map(indexOf).filter((index) => index !== undefined));
  return {
    indexOf,
    usedColumns: columns.filter((_, index) => used.has(index)),
    unmappedColumns: columns.filter((_, index) => !used.has(index)),
    missingColumns: named.filter((column) => indexOf(column) === undefined),
  };
}

function columnIndex(columns: readonly string[]): ColumnIndex {
  const exact = new Map(columns.map((column, index) => [column, index]));
  // Of several headings that fold to the same key the first one counts, as a reader would see it.
  const folded = new Map(
    columns.map((column, index) => [cleanHeading(column), index] as const).toReversed(),
  );
  return (column) => exact.get(column) ?? folded.get(cleanHeading(column));
}

/** Every column that a mapping reads, once, in the order of the mapping. */
export function namedColumns(mapping: SourceMapping): string[] {
  const named = [mapping, ...mapping.children].flatMap(({ row_key = [], fields }) => [
    ...row_key,
    ...Object.values(fields).flatMap(({ from }) => from),
  ]);
  return [...new Set(named)];
}

function assertPresent(
  mapping: SourceMapping,
  columns: readonly string[],
  indexOf: ColumnIndex,
  alsoMissing: readonly string[],
): void {
  const needed = [mapping, ...mapping.children].flatMap((each) => neededColumns(each, indexOf));
  const missing = [...new Set([...needed, ...alsoMissing])];
  if (missing.length === 0) return;
  const details = { columns: quoted(missing), found: quoted(columns) };
  throw new GoldpanError("MAPPING_MISSING_COLUMN", details);
}

/** Columns that the table lacks although a key or a required field cannot do without them. */
function neededColumns({ row_key = [], fields }: EntityMapping, indexOf: ColumnIndex): string[] {
  const isMissing = (column: string): boolean => indexOf(column) === undefined;
  const required = Object.values(fields).filter(
    ({ required, from }) => required && from.length > 0 && from.every(isMissing),
  );
  return [...row_key, ...required.flatMap(({ from }) => from)].filter(isMissing);
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `\`${column}\``).join(", ");
}
