import { hash } from "node:crypto";

/** What is known of a key: how often each version has it, and the rows of it that are not the same. */
export interface IndexedKey {
  oldRows: number;
  newRows: number;
  /** Digest of the old row, "" where there is none. */
  digest: string;
  /** The last row of each version, unless both are the same. */
  oldCells?: readonly string[];
  newCells?: readonly string[];
}

interface KeyedText {
  readonly key: string;
  /** What is compared. */
  readonly text: string;
}

/**
 * Two versions of a table by key, in the memory of the keys and of the rows that differ: fill it with
 * the old rows, then with the new ones, then let it recall the old cells of those that differ.
 */
export class RowIndex {
  readonly byKey: Map<string, IndexedKey> = new Map();

  addOld({ key, text }: KeyedText): void {
    const entry = this.entry(key);
    entry.oldRows += 1;
    entry.digest = digestOf(text);
  }

  addNew({ key, text }: KeyedText, cells: readonly string[]): void {
    const entry = this.entry(key);
    entry.newRows += 1;
    if (entry.oldRows !== 1 || entry.digest !== digestOf(text)) entry.newCells = cells;
  }

  recall(key: string, cells: readonly string[]): void {
    const entry = this.entry(key);
    if (entry.newRows === 0 || entry.newCells !== undefined) entry.oldCells = cells;
  }

  private entry(key: string): IndexedKey {
    const found = this.byKey.get(key);
    if (found !== undefined) return found;
    const entry = { oldRows: 0, newRows: 0, digest: "" };
    this.byKey.set(key, entry);
    return entry;
  }
}

/** 128 bits: two rows that differ do not share them by chance. */
function digestOf(text: string): string {
  return hash("sha256", text, "binary").slice(0, 16);
}
