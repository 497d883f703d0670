import { hash } from "node:crypto";
import type { MappedRecord } from "./mapped-record.ts";

/** How many equal records without a key were seen so far; one for all files of a system. */
export type EqualRecordCounts = Map<string, number>;

const hashLetters = 20;

/**
 * The identity of a record (`contracts.md` 3): its key, else a hash of its content and `#n` for the
 * n-th equal one. Never a file, sheet or row, so shuffled, split or renamed files give the same ids.
 * `{ rowKey: ["KH001"] }` -> "crm:KH001", `{ rowKey: null }` -> "crm:0f3a5c...#1"
 */
export function recordId(
  system: string,
  { rowKey, content }: Pick<MappedRecord, "rowKey" | "content">,
  counts: EqualRecordCounts,
): string {
  const id = baseRecordId(system, { rowKey, content });
  if (rowKey !== null) return id;
  const count = (counts.get(id) ?? 0) + 1;
  counts.set(id, count);
  return numberedId(id, count);
}

/** The identity without the number that tells equal records without a key apart. */
export function baseRecordId(
  system: string,
  { rowKey, content }: Pick<MappedRecord, "rowKey" | "content">,
): string {
  return `${system}:${rowKey === null ? contentHash(content) : joinKey(rowKey)}`;
}

/** `numberedId("crm:0f3a5c", 2)` -> "crm:0f3a5c#2": the second of equal records without a key */
export function numberedId(id: string, count: number): string {
  return `${id}#${count}`;
}

/** Several key columns are joined by `|`; one inside a part is escaped. */
function joinKey(parts: readonly string[]): string {
  const folded = parts.map((part) => part.normalize("NFKC").trim());
  if (folded.length === 1) return folded.join("");
  return folded.map((part) => part.replaceAll(/[\\|]/g, String.raw`\$&`)).join("|");
}

function contentHash(content: readonly string[]): string {
  return hash("sha256", JSON.stringify(content), "hex").slice(0, hashLetters);
}
