import { isBlankCell } from "./blank-cell.ts";
import type { CompiledEntity } from "./compile-entity.ts";
import type { MappedRecord } from "./mapped-record.ts";

/** The record of one entity in a row, before it is known what else the row holds. */
export function mapEntity(
  cells: readonly string[],
  compiled: CompiledEntity,
): Omit<MappedRecord, "content" | "extra"> {
  const raw = rawValues(cells, compiled);
  const reject = rejectReason(raw, compiled);
  const { entity, part, keyIndexes } = compiled;
  return {
    entity,
    part,
    rowKey: rowKeyOf(cells, keyIndexes),
    raw,
    ...(reject !== undefined && { reject }),
  };
}

function rawValues(
  cells: readonly string[],
  { rules }: CompiledEntity,
): Record<string, readonly string[]> {
  const raw: Record<string, readonly string[]> = {};
  for (const { field, read } of rules) {
    const texts = read(cells);
    if (texts.length > 0) raw[field] = texts;
  }
  return raw;
}

function rejectReason(
  raw: Readonly<Record<string, readonly string[]>>,
  { rules, evidence }: CompiledEntity,
): string | undefined {
  const holds = (field: string): boolean => raw[field]?.some((text) => !isBlankCell(text)) === true;
  if (![...evidence].some(holds)) return "empty";
  const missing = rules.find(({ required, field }) => required && !holds(field));
  return missing === undefined ? undefined : `required:${missing.field}`;
}

function rowKeyOf(cells: readonly string[], indexes: readonly number[]): readonly string[] | null {
  if (indexes.length === 0) return null;
  const parts = indexes.map((index) => (cells[index] ?? "").trim());
  // Many rows have the key "无", and they are not the same record.
  return parts.some(isBlankCell) ? null : parts;
}
