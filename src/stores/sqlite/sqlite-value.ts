import type { StoreValue } from "../../model/plan.ts";

/** `quoteName("order")` -> `"order"`: a name of a table or column as SQL takes it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `quoteNames(["id", "order"])` -> `"id", "order"` */
export function quoteNames(names: readonly string[]): string {
  return names.map(quoteName).join(", ");
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
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "bigint") {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  return Buffer.isBuffer(value) ? value.toString("hex") : null;
}
