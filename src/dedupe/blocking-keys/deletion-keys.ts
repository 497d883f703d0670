import { intAt, unitAt } from "../element-at.ts";
import { slotOf, type ComparedTable } from "../compared-table.ts";
import { mix } from "../mix.ts";
import { columnOf } from "../packed-records.ts";
import { lengthAt, type TextPool } from "../text-pool.ts";
import { addKey, createKeySink, type KeySink, type ValueReader } from "./key-family.ts";

const longest = 12;

/**
 * The text and the text without one letter, for each letter (SymSpell): two texts one edit apart
 * share a key. Only for texts of three to twelve letters; shorter ones would meet everything.
 */
export function deletionKeys(table: ComparedTable, column: string): ValueReader {
  const { cells } = table;
  const { text } = columnOf(table.packed, column);
  const slot = slotOf(table, column);
  // Rows of one text mostly stand side by side.
  const last = createKeySink();
  let lastId = 0;
  return (row, sink) => {
    const id = intAt(cells, row + slot);
    if (id !== lastId) {
      lastId = id;
      last.count = 0;
      addDeletions(last, text, id);
    }
    for (let at = 0; at < last.count; at += 1) addKey(sink, intAt(last.keys, at));
  };
}

function addDeletions(sink: KeySink, text: TextPool, id: number): void {
  const length = lengthAt(text, id);
  if (length < 3 || length > longest) return;
  const start = intAt(text.offsets, id);
  for (let skipped = -1; skipped < length; skipped += 1) {
    addKey(sink, hashWithout(text.units, start, length, skipped));
  }
}

/** Each letter with its position, for texts of two letters: one of them may be wrong. */
export function letterKeys(table: ComparedTable, column: string): ValueReader {
  const { cells } = table;
  const { text } = columnOf(table.packed, column);
  const slot = slotOf(table, column);
  return (row, sink) => {
    const id = intAt(cells, row + slot);
    if (lengthAt(text, id) !== 2) return;
    const start = intAt(text.offsets, id);
    addKey(sink, mix(unitAt(text.units, start), 1));
    addKey(sink, mix(unitAt(text.units, start + 1), 2));
  };
}

function hashWithout(units: Uint16Array, start: number, length: number, skipped: number): number {
  let hash = 0;
  for (let at = 0; at < length; at += 1) {
    if (at !== skipped) hash = mix(hash, unitAt(units, start + at));
  }
  return hash;
}
