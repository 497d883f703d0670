import { byCodePoint } from "../../text/code-point.ts";

/** Record -> the id of its entity. */
export type EntityOf = ReadonlyMap<string, string>;

/** An entity of one time, and those of the other time that hold its records. */
export interface RelatedEntity {
  readonly id: string;
  readonly others: readonly string[];
}

/**
 * What became of the entities of one time at another.
 * `before = unchanged + changed + gone + split + what merged ones were made of` and
 * `after = unchanged + changed + created + merged + parts of split ones`.
 */
export interface EntityComparison {
  readonly before: number;
  readonly after: number;
  /** The same records. */
  readonly unchanged: number;
  /** Records joined or left, and nothing else. */
  readonly changed: number;
  /** No record that was there before. */
  readonly created: number;
  /** No record that is there after. */
  readonly gone: number;
  /** Holds records of several entities of before. */
  readonly merged: number;
  /** Its records are in several entities of after. */
  readonly split: number;
  readonly mergedEntities: readonly RelatedEntity[];
  readonly splitEntities: readonly RelatedEntity[];
}

/** Compares two partitions of records, whatever the ids of their entities. */
export function compareEntities(before: EntityOf, after: EntityOf): EntityComparison {
  const targets = related(before, after);
  const sources = related(after, before);
  const fates = count(sources.values(), (each) => fateOf(each, targets));
  const [unchanged, changed, created] = [fates("unchanged"), fates("changed"), fates("created")];
  const ends = count(targets.values(), (each) => endOf(each, sources));
  const mergedEntities = severalOf(sources);
  const splitEntities = severalOf(targets);
  const [gone, merged, split] = [ends("gone"), mergedEntities.length, splitEntities.length];
  assertWhole(targets.size, unchanged + changed + gone + split + ends("taken"));
  assertWhole(sources.size, unchanged + changed + created + merged + fates("part"));
  const sizes = { before: targets.size, after: sources.size };
  const counts = { unchanged, changed, created, gone, merged, split };
  return { ...sizes, ...counts, mergedEntities, splitEntities };
}

/** How an entity of after came to be: it holds records of several, or is part of one, or is that one. */
function fateOf(entity: Related, targets: ReadonlyMap<string, Related>): string {
  const [source] = entity.others;
  if (source === undefined) return "created";
  if (entity.others.size > 1) return "merged";
  const origin = targets.get(source);
  if (origin === undefined || origin.others.size > 1) return "part";
  return isWhole(entity) && isWhole(origin) ? "unchanged" : "changed";
}

/** What an entity of before ended as. */
function endOf({ others }: Related, sources: ReadonlyMap<string, Related>): string {
  const [target] = others;
  if (target === undefined) return "gone";
  if (others.size > 1) return "split";
  return (sources.get(target)?.others.size ?? 0) > 1 ? "taken" : "kept";
}

function isWhole({ size, shared }: Related): boolean {
  return size === shared;
}

function count(
  entities: Iterable<Related>,
  kindOf: (entity: Related) => string,
): (kind: string) => number {
  const counts = new Map<string, number>();
  for (const entity of entities) {
    const kind = kindOf(entity);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return (kind) => counts.get(kind) ?? 0;
}

interface Related {
  /** Entities of the other time with records of this one. */
  readonly others: Set<string>;
  size: number;
  /** Records that are there at the other time. */
  shared: number;
}

function related(own: EntityOf, other: EntityOf): Map<string, Related> {
  const byEntity = new Map<string, Related>();
  for (const [record, id] of own) {
    const entity = byEntity.get(id) ?? { others: new Set<string>(), size: 0, shared: 0 };
    byEntity.set(id, entity);
    entity.size += 1;
    const there = other.get(record);
    if (there === undefined) continue;
    entity.others.add(there);
    entity.shared += 1;
  }
  return byEntity;
}

function severalOf(entities: ReadonlyMap<string, Related>): RelatedEntity[] {
  return [...entities]
    .filter(([, { others }]) => others.size > 1)
    .map(([id, { others }]) => ({ id, others: [...others].sort(byCodePoint) }))
    .sort((left, right) => byCodePoint(left.id, right.id));
}

function assertWhole(entities: number, sum: number): void {
  if (entities !== sum) throw new Error(`${entities} entities do not add up to ${sum}`);
}
