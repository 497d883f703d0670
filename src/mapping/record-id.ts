import { createHash } from "node:crypto";
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
  return rowKey === null ? contentId(system, content, counts) : `${system}:${joinKey(rowKey)}`;
}

/** Several key columns are joined by `|`; one inside a part is escaped. */
function joinKey(parts: readonly string[]): string {
  const folded = parts.map((part) => part.normalize("NFKC").trim());
  if (folded.length === 1) return folded.join("");
  return folded.map((part) => part.replaceAll(/[\\|]/g, String.raw`\$&`)).join("|");
}

function contentId(system: string, content: readonly string[], counts: EqualRecordCounts): string {
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const id = `${system}:${hash.slice(0, hashLetters)}`;
  const count = (counts.get(id) ?? 0) + 1;
  counts.set(id, count);
  return `${id}#${count}`;
}
