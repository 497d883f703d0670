import type { StoreRow, StoreValue } from "../../model/plan.ts";

/** `quoteName("order")` -> `"order"`: a name of a table or column as SQL takes it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A value as SQLite takes it: whole numbers as integers, for the driver would bind a number as a
 * float, and a text column would then hold "5.0".
 */
export function toSqlite(value: StoreValue): string | number | bigint | null {
  return typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value;
}

/** A value as SQLite gave it; ids of 16 digits and more stay exact as text, blobs become hex. */
export function fromSqlite(value: unknown): StoreValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "string") return value;
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  return Buffer.isBuffer(value) ? value.toString("hex") : JSON.stringify(value);
}

/** A row as SQLite gave it. */
export function rowFromSqlite(row: Readonly<Record<string, unknown>>): StoreRow {
  const result: Record<string, StoreValue> = {};
  for (const column of Object.keys(row)) result[column] = fromSqlite(row[column]);
  return result;
}
