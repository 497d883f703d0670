import { intAt } from "../element-at.ts";
import { createGrowingInts } from "../growing-array.ts";
import type { Cluster } from "../../model/golden.ts";
import type { MemberIndex } from "./member-index.ts";

/** An entity of the run before: its id, its members, and how long it has been there. */
export interface KnownEntity {
  readonly id: string;
  readonly members: readonly string[];
  /** Number of the run that created it; smaller is older. */
  readonly createdInRun: number;
}

/** A record that is in another entity than before; "" where it was in none. */
export interface MovedMember {
  readonly record: string;
  readonly golden: string;
}

/** The entities of the run before, as the records of today see them. */
export interface KnownMembers {
  readonly ids: readonly string[];
  readonly createdInRun: readonly number[];
  /** Member, by its number -> its entity, counted from 1; 0 for one that was in none. */
  readonly entityOf: Int32Array;
  /** Members that are in no cluster any more. */
  readonly gone: readonly MovedMember[];
}

/** Reads the entities one by one: their members are looked up and not kept. */
export function readKnown(known: Iterable<KnownEntity>, index: MemberIndex): KnownMembers {
  const ids: string[] = [];
  const runs: number[] = [];
  const gone: MovedMember[] = [];
  const entityOf = new Int32Array(index.size);
  for (const { id, members, createdInRun } of known) {
    ids.push(id);
    runs.push(createdInRun);
    for (const record of members) {
      const number = index.numberOf(record);
      if (number < 0) gone.push({ record, golden: id });
      else entityOf[number] = ids.length;
    }
  }
  return { ids, createdInRun: runs, entityOf, gone };
}

/** How many records clusters share with known entities; those of a cluster stand together. */
export interface Overlaps {
  readonly clusters: Int32Array;
  /** Places of the known entities, from 0. */
  readonly known: Int32Array;
  readonly records: Int32Array;
  /** Cluster -> where its overlaps start; one more than there are clusters. */
  readonly starts: Int32Array;
}

/** Counts what each cluster shares with each known entity. */
export function findOverlaps(
  clusters: readonly Pick<Cluster, "members">[],
  { entityOf }: KnownMembers,
): Overlaps {
  const columns = [createGrowingInts(), createGrowingInts(), createGrowingInts()] as const;
  const [inClusters, known, records] = columns;
  const starts = new Int32Array(clusters.length + 1);
  let member = 0;
  for (const [cluster, { members }] of clusters.entries()) {
    const counts = new Map<number, number>();
    for (let at = 0; at < members.length; at += 1, member += 1) {
      const entity = intAt(entityOf, member);
      if (entity > 0) counts.set(entity - 1, (counts.get(entity - 1) ?? 0) + 1);
    }
    for (const [entity, count] of counts) {
      inClusters.push(cluster);
      known.push(entity);
      records.push(count);
    }
    starts[cluster + 1] = inClusters.length;
  }
  return { clusters: inClusters.view(), known: known.view(), records: records.view(), starts };
}
