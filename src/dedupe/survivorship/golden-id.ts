import { createHash } from "node:crypto";

/**
 * The id of a golden record: `g-` and 12 hex digits of the hash of its first member.
 * `goldenIdOf("crm:1001")` is the same in every run that starts an entity with that record.
 */
export function goldenIdOf(firstMember: string): string {
  return `g-${createHash("sha256").update(firstMember).digest("hex").slice(0, 12)}`;
}
