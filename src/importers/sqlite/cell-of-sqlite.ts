/**
 * A value of SQLite as a cell: integers with all their digits, NULL as blank, bytes by their size.
 * `1234567890123456789n` -> `"1234567890123456789"`, 3 bytes -> `"(3 bytes)"`
 */
export function cellOfSqlite(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof Uint8Array) return `(${value.byteLength} bytes)`;
  return typeof value === "bigint" || typeof value === "number" ? String(value) : "";
}
