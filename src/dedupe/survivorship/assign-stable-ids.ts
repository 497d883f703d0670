import type { Cluster, EntityEventKind } from "../../model/golden.ts";
import { byCodePoint } from "../../text/code-point.ts";
import { goldenIdOf } from "./golden-id.ts";

/** An entity of the run before: its id, its members, and how long it has been there. */
export interface KnownEntity {
  readonly id: string;
  readonly members: readonly string[];
  /** Number of the run that created it; smaller is older. */
  readonly createdInRun: number;
}

/** What happened to an entity between two runs. */
export interface EntityEvent {
  readonly kind: EntityEventKind;
  readonly id: string;
  /** The other entities: those that were merged into it, or that it was split into. */
  readonly others: readonly string[];
}

/** Ids of clusters by position, and the events that led there. */
export interface StableIds {
  readonly ids: readonly string[];
  readonly events: readonly EntityEvent[];
}

/** How many records a cluster shares with a known entity. */
interface Overlap {
  readonly cluster: number;
  readonly known: KnownEntity;
  readonly records: number;
}

/**
 * Gives clusters the ids of the entities with which they share most records; of two that share the
 * same number the older entity wins, then the smaller id. What is left over gets a fresh id.
 * Events: `created` (no known record), `absorbed` (new records joined it), `merged` (it took in other entities), `split`
 * (part of it became another).
 */
export function assignStableIds(
  known: readonly KnownEntity[],
  clusters: readonly Cluster[],
): StableIds {
  const overlaps = findOverlaps(known, clusters);
  const taken = takeIds(overlaps);
  const used = new Set([...known.map(({ id }) => id), ...taken.values()]);
  const ids = clusters.map((cluster, at) => taken.get(at) ?? freshId(cluster, used));
  return { ids, events: findEvents(clusters, ids, overlaps) };
}

function findOverlaps(known: readonly KnownEntity[], clusters: readonly Cluster[]): Overlap[] {
  const knownByMember = new Map<string, KnownEntity>();
  for (const entity of known) {
    for (const member of entity.members) knownByMember.set(member, entity);
  }
  return clusters.flatMap(({ members }, cluster) => {
    const counts = new Map<KnownEntity, number>();
    for (const member of members) {
      const entity = knownByMember.get(member);
      if (entity !== undefined) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
    return [...counts].map(([entity, records]) => ({ cluster, known: entity, records }));
  });
}

function takeIds(overlaps: readonly Overlap[]): Map<number, string> {
  const idByCluster = new Map<number, string>();
  const taken = new Set<string>();
  for (const { cluster, known } of overlaps.toSorted(byOverlap)) {
    if (idByCluster.has(cluster) || taken.has(known.id)) continue;
    idByCluster.set(cluster, known.id);
    taken.add(known.id);
  }
  return idByCluster;
}

function byOverlap(left: Overlap, right: Overlap): number {
  return (
    right.records - left.records ||
    left.known.createdInRun - right.known.createdInRun ||
    byCodePoint(left.known.id, right.known.id) ||
    left.cluster - right.cluster
  );
}

/**
 * The hash of the first member whose id is free: a part that was split off must not inherit one.
 * Among millions of ids two hashes may be equal: then the members are hashed with a number.
 */
function freshId({ members }: Cluster, used: Set<string>): string {
  let id = members.map(goldenIdOf).find((each) => !used.has(each));
  for (let more = 0; id === undefined; more += 1) {
    const next = goldenIdOf([...members, ...(more === 0 ? [] : [more])].join("\n"));
    if (!used.has(next)) id = next;
  }
  used.add(id);
  return id;
}

function findEvents(
  clusters: readonly Cluster[],
  ids: readonly string[],
  overlaps: readonly Overlap[],
): EntityEvent[] {
  const byCluster = groupBy(overlaps, ({ cluster }) => cluster);
  const growth = clusters.flatMap(({ members }, at) =>
    growthEvents(ids[at] ?? "", members.length, byCluster.get(at) ?? []),
  );
  return [...growth, ...splitEvents(overlaps, ids)];
}

function growthEvents(id: string, size: number, overlaps: readonly Overlap[]): EntityEvent[] {
  if (overlaps.length === 0) return [{ kind: "created", id, others: [] }];
  const events: EntityEvent[] = [];
  const known = overlaps.reduce((total, { records }) => total + records, 0);
  if (size > known) events.push({ kind: "absorbed", id, others: [] });
  const others = overlaps.map((overlap) => overlap.known.id).filter((other) => other !== id);
  if (others.length > 0 && overlaps.length > 1) {
    events.push({ kind: "merged", id, others: others.sort(byCodePoint) });
  }
  return events;
}

function splitEvents(overlaps: readonly Overlap[], ids: readonly string[]): EntityEvent[] {
  const parts = groupBy(overlaps, ({ known }) => known.id);
  return [...parts]
    .filter(([, inClusters]) => inClusters.length > 1)
    .map(([id, inClusters]) => ({
      kind: "split" as const,
      id,
      others: inClusters.map(({ cluster }) => ids[cluster] ?? "").filter((other) => other !== id),
    }));
}

function groupBy<Key>(
  overlaps: readonly Overlap[],
  keyOf: (overlap: Overlap) => Key,
): Map<Key, Overlap[]> {
  const groups = new Map<Key, Overlap[]>();
  for (const overlap of overlaps) {
    const group = groups.get(keyOf(overlap));
    if (group === undefined) groups.set(keyOf(overlap), [overlap]);
    else group.push(overlap);
  }
  return groups;
}
