import type { ValueReader } from "./key-family.ts";
import { mix } from "./mix.ts";
import type { PackedColumn } from "./packed-records.ts";
import { lengthAt } from "./text-pool.ts";

/**
 * The text and the text without one letter, for each letter (SymSpell): two texts one edit apart
 * share a key. Only for texts of three to twelve letters; shorter ones would meet everything.
 */
export function deletionKeys(column: PackedColumn): ValueReader {
  return (record, visit) => {
    const id = column.values[record] ?? 0;
    const length = lengthAt(column.text, id);
    if (length < 3 || length > 12) return;
    const start = column.text.offsets[id] ?? 0;
    for (let skipped = -1; skipped < length; skipped += 1) {
      visit(hashWithout(column.text.units, start, length, skipped));
    }
  };
}

/** Each letter with its position, for texts of two letters: one of them may be wrong. */
export function letterKeys(column: PackedColumn): ValueReader {
  return (record, visit) => {
    const id = column.values[record] ?? 0;
    if (lengthAt(column.text, id) !== 2) return;
    const start = column.text.offsets[id] ?? 0;
    visit(mix(column.text.units[start] ?? 0, 1));
    visit(mix(column.text.units[start + 1] ?? 0, 2));
  };
}

function hashWithout(units: Uint16Array, start: number, length: number, skipped: number): number {
  let hash = 0;
  for (let at = 0; at < length; at += 1) {
    if (at !== skipped) hash = mix(hash, units[start + at] ?? 0);
  }
  return hash;
}
