import type { Cluster } from "../../model/golden.ts";
import type { KnownEntity } from "./assign-stable-ids.ts";

/** A record that is in another entity than before; "" where it was in none. */
export interface MovedMember {
  readonly record: string;
  readonly golden: string;
}

/** The records whose entity has changed, is new or is gone, with the one that they were in. */
export function* movedMembers(
  known: readonly KnownEntity[],
  clusters: readonly Cluster[],
  ids: readonly string[],
): Generator<MovedMember> {
  const before = new Map<string, string>();
  for (const { id, members } of known) for (const member of members) before.set(member, id);
  for (const [at, { members }] of clusters.entries()) {
    for (const record of members) {
      const golden = before.get(record) ?? "";
      before.delete(record);
      if (golden !== ids[at]) yield { record, golden };
    }
  }
  for (const [record, golden] of before) yield { record, golden };
}
