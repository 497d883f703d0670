import { createHash } from "node:crypto";
import type { StoreRow, StoreValue } from "../model/plan.ts";

/**
 * Hash of the named columns of a row. Columns the store changes by itself are not named, or every
 * look would be a difference. null and "" differ; 5 and "5" do not, for a text column turns one
 * into the other.
 */
export function hashRow(row: StoreRow, columns: readonly string[]): string {
  const hash = createHash("sha256");
  for (const column of columns) hash.update(`${column}\u0000${canonical(row[column])}\u0001`);
  return hash.digest("hex");
}

/** `isSameValue(5, "5")` -> true; `isSameValue(null, "")` -> false; a missing column is null */
export function isSameValue(left: StoreValue | undefined, right: StoreValue | undefined): boolean {
  return canonical(left) === canonical(right);
}

function canonical(value: StoreValue | undefined): string {
  return value === null || value === undefined ? "null" : `=${value}`;
}
