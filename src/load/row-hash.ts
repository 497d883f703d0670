import { hash } from "node:crypto";
import type { StoreRow, StoreValue } from "../model/plan.ts";

/** 128 bits of SHA-256 as hex: enough to tell versions of a row apart. */
const hashLength = 32;

/**
 * Hash of the named columns of a row. Columns the store changes by itself are not named, or every
 * look would be a difference. null and "" differ; 5 and "5" do not, for a text column turns one
 * into the other.
 */
export function hashRow(row: StoreRow, columns: readonly string[]): string {
  let text = "";
  for (const column of columns) {
    const value = row[column];
    // Most cells of most rows are empty; an empty one counts by its absence.
    if (value === null || value === undefined) continue;
    const content = String(value);
    // With the length no value can pass for the next column.
    text += `${column}\u0000${content.length}\u0000${content}`;
  }
  return hash("sha256", text, "hex").slice(0, hashLength);
}

/** `isSameValue(5, "5")` -> true; `isSameValue(null, "")` -> false; a missing column is null */
export function isSameValue(left: StoreValue | undefined, right: StoreValue | undefined): boolean {
  if (left === right) return true;
  const hasLeft = left !== null && left !== undefined;
  const hasRight = right !== null && right !== undefined;
  return hasLeft === hasRight && (!hasLeft || String(left) === String(right));
}
