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
  const reject = rejectReason(compiled, ({ field }) => raw[field] ?? []);
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
  return rejectReason(compiled, ({ read }) => read(cells)) === undefined ? rowKey : undefined;
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
  { required, evidence }: CompiledEntity,
  textsOf: (rule: CompiledRule) => readonly string[],
): string | undefined {
  const holds = (rule: CompiledRule): boolean => textsOf(rule).some((text) => !isBlankCell(text));
  if (!evidence.some(holds)) return "empty";
  const missing = required.find((rule) => !holds(rule));
  return missing === undefined ? undefined : `required:${missing.field}`;
}

function rowKeyOf(cells: readonly string[], indexes: readonly number[]): readonly string[] | null {
  if (indexes.length === 0) return null;
  const parts = indexes.map((index) => (cells[index] ?? "").trim());
  // Many rows have the key "无", and they are not the same record.
  return parts.some(isBlankCell) ? null : parts;
}
