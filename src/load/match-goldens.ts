import type { GoldenContent } from "../model/golden.ts";
import { loadReason } from "../model/load-reason.ts";
import type { StoreRow, StoreValue } from "../model/plan.ts";
import type { Store } from "../stores/store.ts";
import { Destinations, newRow, nowhere, type Destination } from "./destinations.ts";
import { goldenLink, sourceKey } from "./golden-source.ts";
import { inBatches } from "./in-batches.ts";
import type { TargetTable } from "./target-layout.ts";

/** What decides where the golden records of one entity go. */
export interface MatchQuestion {
  readonly store: Store;
  readonly target: TargetTable;
  /** The columns of a key of the ladder; undefined when the golden record has no value for it. */
  readonly keyRow: (golden: GoldenContent, fields: readonly string[]) => StoreRow | undefined;
  /** Reads golden records again, with the fields of the ladder. */
  readonly read: (ids: readonly string[]) => Iterable<GoldenContent>;
  /** Why a golden record is not loaded although it could be; undefined when it is. */
  readonly exclude: (golden: GoldenContent) => Destination | undefined;
  /** Why the store would not take the record as a new row, or as a change of one. */
  readonly refuse: (golden: GoldenContent, to: "new" | "row") => Destination | undefined;
  readonly onProgress?: ((done: number) => Promise<void>) | undefined;
}

/** A golden record, its source keys and the rows that these are tied to. */
interface Tied {
  readonly golden: GoldenContent;
  readonly excluded: Destination | undefined;
  readonly links: readonly string[];
  readonly ties: readonly StoreValue[];
}

/** A golden record without a row of its own, and the rows that might be it. */
interface Candidate extends Tied {
  readonly position: number;
  /** Rows of its source records that are still there. */
  readonly linked: readonly StoreValue[];
  /** The hits of each key of the ladder that has any, at most two a key. */
  readonly ladder: readonly (readonly StoreValue[])[];
}

/** What is found on the way: who owns which row, and who waits until all owners are known. */
interface Found {
  readonly destinations: Destinations;
  readonly claimed: Set<StoreValue>;
  readonly candidates: Candidate[];
}

/**
 * Where each golden record goes: by its golden id first, then by the rows of its source records,
 * then by the ladder of keys. A row belongs to one golden record; what is ambiguous waits for a
 * person, and a row that was deleted in the store is not brought back.
 */
export async function matchGoldens(
  goldens: Iterable<GoldenContent>,
  question: MatchQuestion,
): Promise<Destinations> {
  const found: Found = { destinations: new Destinations(), claimed: new Set(), candidates: [] };
  for (const batch of inBatches(goldens)) {
    await matchBatch(batch, question, found);
    await question.onProgress?.(found.destinations.size);
  }
  const { destinations, claimed, candidates } = found;
  for (const candidate of candidates) {
    destinations.set(candidate.position, choose(candidate, claimed, question));
  }
  return destinations;
}

async function matchBatch(
  goldens: readonly GoldenContent[],
  question: MatchQuestion,
  { destinations, claimed, candidates }: Found,
): Promise<void> {
  const tied = await readTies(goldens, question);
  const present = await presentRows(tied, question);
  const climbers = tied.filter((each) => each.excluded === undefined && hasNoTie(each));
  const hits = await climb(climbers, question);
  for (const each of tied) {
    const [own = null] = each.ties;
    const position = destinations.add(each.golden.id, newRow);
    if (own !== null) {
      claimed.add(own);
      destinations.set(position, ownRow(each, own, present, question));
      continue;
    }
    const linked = distinct(each.ties).filter((key) => present.has(String(key)));
    const ladder = hits.get(each.golden.id) ?? [];
    if (linked.length > 0 || ladder.length > 0) {
      candidates.push({ ...each, position, linked, ladder });
    } else {
      destinations.set(position, withoutRow(each, question));
    }
  }
}

async function readTies(
  goldens: readonly GoldenContent[],
  { store, target, exclude }: MatchQuestion,
): Promise<Tied[]> {
  const links = goldens.map(({ id, members }) => [goldenLink(id), ...members]);
  const keys = await store.findXrefs(target.entity, links.flat().map(sourceKey));
  let next = 0;
  return goldens.map((golden, at) => {
    const own = links[at] ?? [];
    const ties = keys.slice(next, next + own.length);
    next += own.length;
    return { golden, excluded: exclude(golden), links: own, ties };
  });
}

function hasNoTie({ ties }: Tied): boolean {
  return ties.every((key) => key === null);
}

/** The tied rows that are still there. */
async function presentRows(
  tied: readonly Tied[],
  { store, target }: MatchQuestion,
): Promise<ReadonlySet<string>> {
  const keys = distinct(tied.flatMap(({ ties }) => ties));
  if (keys.length === 0) return new Set();
  const rows = await store.readRows(target, [target.primaryKey], keys);
  return new Set(keys.filter((_, at) => rows[at] !== undefined).map(String));
}

/** The rows that each key of the ladder hits, keys without value and without hit left out. */
async function climb(
  climbers: readonly Tied[],
  { store, target, keyRow, read }: MatchQuestion,
): Promise<ReadonlyMap<string, readonly (readonly StoreValue[])[]>> {
  const hits = new Map<string, (readonly StoreValue[])[]>();
  if (climbers.length === 0 || target.match.length === 0) return hits;
  const goldens = [...read(climbers.map(({ golden }) => golden.id))];
  for (const fields of target.match) {
    const tried = goldens.flatMap((golden) => {
      const row = keyRow(golden, fields);
      return row === undefined ? [] : [{ id: golden.id, row }];
    });
    const found = await store.findKeys(
      target,
      tried.map(({ row }) => row),
    );
    for (const [at, { id }] of tried.entries()) {
      const keys = found[at] ?? [];
      if (keys.length > 0) hits.set(id, [...(hits.get(id) ?? []), keys]);
    }
  }
  return hits;
}

function ownRow(
  tied: Tied,
  own: StoreValue,
  present: ReadonlySet<string>,
  question: MatchQuestion,
): Destination {
  if (tied.excluded !== undefined) return tied.excluded;
  if (!present.has(String(own))) return nowhere("skip", loadReason("L103"));
  return question.refuse(tied.golden, "row") ?? toRow(tied, own);
}

function withoutRow(tied: Tied, { refuse }: MatchQuestion): Destination {
  if (tied.excluded !== undefined) return tied.excluded;
  if (!hasNoTie(tied)) return nowhere("skip", loadReason("L103"));
  return refuse(tied.golden, "new") ?? newRow;
}

function toRow({ links, ties }: Tied, key: StoreValue): Destination {
  return { to: "row", key, links: links.filter((_, at) => String(ties[at]) !== String(key)) };
}

function choose(
  candidate: Candidate,
  claimed: Set<StoreValue>,
  { refuse }: MatchQuestion,
): Destination {
  const { golden, excluded, linked, ladder } = candidate;
  if (excluded !== undefined) return excluded;
  // A row of a source record that another golden record owns: this one was split off from it.
  const free = linked.filter((key) => !claimed.has(key));
  if (free.length > 1) return nowhere("review", loadReason("L104", free.join(", ")));
  const key = free[0] ?? uniqueHit(ladder);
  if (key === undefined) return withoutUniqueHit(ladder) ?? refuse(golden, "new") ?? newRow;
  if (claimed.has(key)) return nowhere("review", loadReason("L105", String(key)));
  claimed.add(key);
  return refuse(golden, "row") ?? toRow(candidate, key);
}

type Ladder = Candidate["ladder"];

/** The first key of the ladder that hits one row decides. */
function uniqueHit(ladder: Ladder): StoreValue | undefined {
  return ladder.find((hits) => hits.length === 1)?.[0];
}

function withoutUniqueHit([several]: Ladder): Destination | undefined {
  return several && nowhere("review", loadReason("L104", several.join(", ")));
}

function distinct(keys: readonly StoreValue[]): StoreValue[] {
  return [...new Set(keys)].filter((key) => key !== null);
}
