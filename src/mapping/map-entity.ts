import { isBlankCell } from "./blank-cell.ts";
import type { CompiledEntity } from "./compile-entity.ts";
import type { CompiledRule } from "./compile-rule.ts";
import type { MappedRecord } from "./mapped-record.ts";

/** The record of one entity in a row, before it is known what else the row holds. */
export function mapEntity(
  cells: readonly string[],
  compiled: CompiledEntity,
): Omit<MappedRecord, "content" | "extra"> {
  const raw = rawValues(cells, compiled);
  const reject = rejectReason(raw, compiled);
  const { entity, part, keyIndexes } = compiled;
  const record = { entity, part, rowKey: rowKeyOf(cells, keyIndexes), raw };
  return reject === undefined ? record : { ...record, reject };
}

/** The key of a record that can be used, without reading more of its row than that takes. */
export function usableKey(
  cells: readonly string[],
  compiled: CompiledEntity,
): readonly string[] | undefined {
  const rowKey = rowKeyOf(cells, compiled.keyIndexes);
  if (rowKey === null) return undefined;
  const holdsNow = ({ read }: CompiledRule): boolean => !read(cells).every(isBlankCell);
  const isUsable = compiled.evidence.some(holdsNow) && compiled.required.every(holdsNow);
  return isUsable ? rowKey : undefined;
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
  { required, evidence }: CompiledEntity,
): string | undefined {
  if (!evidence.some(({ field }) => holds(raw, field))) return "empty";
  const missing = required.find(({ field }) => !holds(raw, field));
  return missing === undefined ? undefined : `required:${missing.field}`;
}

function holds(raw: Readonly<Record<string, readonly string[]>>, field: string): boolean {
  const texts = raw[field];
  return texts !== undefined && texts.some((text) => !isBlankCell(text));
}

function rowKeyOf(cells: readonly string[], indexes: readonly number[]): readonly string[] | null {
  if (indexes.length === 0) return null;
  const parts = indexes.map((index) => (cells[index] ?? "").trim());
  // Many rows have the key "无", and they are not the same record.
  return parts.some(isBlankCell) ? null : parts;
}
