import { intAt } from "../element-at.ts";
import { Dictionary } from "../dictionary.ts";
import type { Cluster, EntityEventKind } from "../../model/golden.ts";
import { byCodePoint } from "../../text/code-point.ts";
import { goldenIdOf } from "./golden-id.ts";
import { MemberIndex } from "./member-index.ts";
import {
  findOverlaps,
  readKnown,
  type KnownEntity,
  type KnownMembers,
  type MovedMember,
  type Overlaps,
} from "./overlaps.ts";

/** What happened to an entity between two runs. */
export interface EntityEvent {
  readonly kind: EntityEventKind;
  readonly id: string;
  /** The other entities: those that were merged into it, or that it was split into. */
  readonly others: readonly string[];
}

/** Ids of clusters by position, and what led there. */
export interface StableIds {
  readonly ids: readonly string[];
  /** How many entities were known. */
  readonly known: number;
  readonly events: Iterable<EntityEvent>;
  /** The records whose entity has changed, is new or is gone, with the one that they were in. */
  readonly moved: Iterable<MovedMember>;
  /** The id of the entity that a record is in now. */
  readonly idOf: (record: string) => string | undefined;
}

/**
 * Gives clusters the ids of the entities with which they share most records; of two that share the
 * same number the older entity wins, then the smaller id. What is left over gets a fresh id.
 * Events: `created` (no known record), `absorbed` (new records joined it), `merged` (it took in other entities), `split`
 * (part of it became another). All of it lies in typed arrays; nothing is kept of `known` but ids.
 */
export function assignStableIds(
  known: Iterable<KnownEntity>,
  clusters: readonly Cluster[],
): StableIds {
  const index = new MemberIndex(clusters);
  const before = readKnown(known, index);
  const overlaps = findOverlaps(clusters, before);
  const ids = nameClusters(clusters, before, takeIds(overlaps, before));
  const state = { clusters, before, overlaps, ids };
  return {
    ids,
    known: before.ids.length,
    events: { [Symbol.iterator]: () => findEvents(state) },
    moved: { [Symbol.iterator]: () => findMoved(state) },
    idOf(record) {
      const cluster = index.clusterOf(record);
      return cluster < 0 ? undefined : ids[cluster];
    },
  };
}

interface Named {
  readonly clusters: readonly Cluster[];
  readonly before: KnownMembers;
  readonly overlaps: Overlaps;
  readonly ids: readonly string[];
}

/** The place of the known entity whose id each cluster takes, from 1; 0 for none. */
function takeIds(overlaps: Overlaps, before: KnownMembers): Int32Array {
  const { clusters, known, starts } = overlaps;
  const takenBy = new Int32Array(starts.length - 1);
  const isTaken = new Uint8Array(before.ids.length);
  for (const at of byOverlap(overlaps, before)) {
    const [cluster, entity] = [intAt(clusters, at), intAt(known, at)];
    if (takenBy[cluster] !== 0 || isTaken[entity] === 1) continue;
    takenBy[cluster] = entity + 1;
    isTaken[entity] = 1;
  }
  return takenBy;
}

/** The overlaps, largest first; those that nobody contests come first of all, in any order. */
function byOverlap(overlaps: Overlaps, { ids, createdInRun }: KnownMembers): number[] {
  const { clusters, known, records, starts } = overlaps;
  const degrees = degreesOf(known, ids.length);
  const isLonely = (at: number): boolean => {
    const cluster = intAt(clusters, at);
    const isOnly = intAt(starts, cluster + 1) - intAt(starts, cluster) === 1;
    return isOnly && intAt(degrees, intAt(known, at)) === 1;
  };
  const [lonely, contested]: [number[], number[]] = [[], []];
  for (let at = 0; at < known.length; at += 1) (isLonely(at) ? lonely : contested).push(at);
  contested.sort((a, b) => {
    const [one, other] = [intAt(known, a), intAt(known, b)];
    return (
      intAt(records, b) - intAt(records, a) ||
      (createdInRun[one] ?? 0) - (createdInRun[other] ?? 0) ||
      byCodePoint(ids[one] ?? "", ids[other] ?? "") ||
      intAt(clusters, a) - intAt(clusters, b)
    );
  });
  return [...lonely, ...contested];
}

/** Known entity -> in how many clusters its records are. */
function degreesOf(known: Int32Array, entities: number): Int32Array {
  const degrees = new Int32Array(entities);
  for (const entity of known) degrees[entity] = (degrees[entity] ?? 0) + 1;
  return degrees;
}

function nameClusters(
  clusters: readonly Cluster[],
  before: KnownMembers,
  takenBy: Int32Array,
): string[] {
  const used = new Dictionary();
  for (const id of before.ids) used.idOf(id);
  return clusters.map((cluster, at) => {
    const entity = intAt(takenBy, at);
    return entity > 0 ? (before.ids[entity - 1] ?? "") : freshId(cluster, used);
  });
}

/**
 * The hash of the first member whose id is free: a part that was split off must not inherit one.
 * Among millions of ids two hashes may be equal: then the members are hashed with a number.
 */
function freshId({ members }: Cluster, used: Dictionary): string {
  let id = members.map(goldenIdOf).find((each) => used.find(each) === 0);
  for (let more = 0; id === undefined; more += 1) {
    const next = goldenIdOf([...members, ...(more === 0 ? [] : [more])].join("\n"));
    if (used.find(next) === 0) id = next;
  }
  used.idOf(id);
  return id;
}

function* findEvents(state: Named): Generator<EntityEvent> {
  for (let cluster = 0; cluster < state.clusters.length; cluster += 1) {
    yield* growthEvents(state, cluster);
  }
  yield* splitEvents(state);
}

const none: readonly string[] = [];

function* growthEvents(
  { clusters, before, overlaps, ids }: Named,
  cluster: number,
): Generator<EntityEvent> {
  const id = ids[cluster] ?? "";
  const { starts, known, records } = overlaps;
  const [start, end] = [intAt(starts, cluster), intAt(starts, cluster + 1)];
  if (start === end) yield { kind: "created", id, others: none };
  let shared = 0;
  for (let at = start; at < end; at += 1) shared += intAt(records, at);
  const size = clusters[cluster]?.members.length ?? 0;
  if (start < end && size > shared) yield { kind: "absorbed", id, others: none };
  if (end - start < 2) return;
  const others = Array.from(known.subarray(start, end), (entity) => before.ids[entity] ?? "");
  const merged = others.filter((other) => other !== id);
  if (merged.length > 0) yield { kind: "merged", id, others: merged.sort(byCodePoint) };
}

/** Entities whose records are in several clusters now, in the order of these. */
function* splitEvents({ before, overlaps, ids }: Named): Generator<EntityEvent> {
  const { clusters, known } = overlaps;
  const degrees = degreesOf(known, before.ids.length);
  const parts = new Map<number, string[]>();
  for (let at = 0; at < known.length; at += 1) {
    const entity = intAt(known, at);
    if (intAt(degrees, entity) < 2) continue;
    const part = ids[intAt(clusters, at)] ?? "";
    const others = parts.get(entity);
    if (others === undefined) parts.set(entity, [part]);
    else others.push(part);
  }
  for (const [entity, all] of parts) {
    const id = before.ids[entity] ?? "";
    yield { kind: "split", id, others: all.filter((other) => other !== id) };
  }
}

function* findMoved({ clusters, before, ids }: Named): Generator<MovedMember> {
  let number = 0;
  for (const [cluster, { members }] of clusters.entries()) {
    for (const record of members) {
      const golden = before.ids[intAt(before.entityOf, number) - 1] ?? "";
      number += 1;
      if (golden !== ids[cluster]) yield { record, golden };
    }
  }
  yield* before.gone;
}
