import type { Entity } from "../model/entity.ts";
import type { GoldenRecord } from "../model/golden.ts";
import type { StoreRow, StoreValue } from "../model/plan.ts";
import type { Store } from "../stores/store.ts";
import type { Destination } from "./golden-row.ts";
import { goldenKey, sourceKey } from "./golden-source.ts";
import { toStoreValue } from "./store-value.ts";
import type { TargetTable } from "./target-layout.ts";

/** What decides where the golden records of one entity go. */
export interface MatchQuestion {
  readonly store: Store;
  readonly target: TargetTable;
  readonly entity: Entity;
  /** Why a golden record is not loaded although it could be; undefined when it is. */
  readonly exclude: (golden: GoldenRecord) => Destination | undefined;
}

/** A golden record without a row of its own, and the rows that might be it. */
interface Candidate {
  readonly id: string;
  readonly excluded: Destination | undefined;
  readonly linked: readonly StoreValue[];
  /** The hits of each key of the ladder, at most two a key. */
  readonly ladder: readonly (readonly StoreValue[])[];
}

/**
 * Where each golden record goes: by its golden id first, then by the rows of its source records,
 * then by the ladder of keys. A row belongs to one golden record; what is ambiguous waits for a
 * person, and a row that was deleted in the store is not brought back.
 */
export async function matchGoldens(
  goldens: Iterable<GoldenRecord>,
  question: MatchQuestion,
): Promise<Map<string, Destination>> {
  const destinations = new Map<string, Destination>();
  const claimed = new Set<string>();
  const candidates: Candidate[] = [];
  for (const golden of goldens) {
    const excluded = question.exclude(golden);
    const [own = null, ...linked] = await question.store.findXrefs(golden.entity, [
      goldenKey(golden.id),
      ...golden.members.map(sourceKey),
    ]);
    if (own === null) {
      const ladder = excluded === undefined ? await climb(golden, question) : [];
      candidates.push({ id: golden.id, excluded, linked: distinct(linked), ladder });
    } else claimed.add(String(own));
    destinations.set(golden.id, excluded ?? (await ownRow(own, question)));
  }
  for (const candidate of candidates) {
    destinations.set(candidate.id, choose(candidate, claimed));
  }
  return destinations;
}

async function ownRow(key: StoreValue, { store, target }: MatchQuestion): Promise<Destination> {
  const rows = await store.readRows(target, [target.primaryKey], [key]);
  if (rows.size > 0) return { to: "row", key };
  return { to: "none", kind: "skip", reason: "deleted in the store" };
}

/** The rows that each key of the ladder hits, keys without value and without hit left out. */
async function climb(golden: GoldenRecord, question: MatchQuestion): Promise<StoreValue[][]> {
  const hits: StoreValue[][] = [];
  for (const fields of question.target.match) {
    const row = keyRow(golden, fields, question);
    const found = row === undefined ? [] : await question.store.findKeys(question.target, row);
    if (found.length > 0) hits.push([...found]);
  }
  return hits;
}

function keyRow(
  golden: GoldenRecord,
  fields: readonly string[],
  { target, entity }: MatchQuestion,
): StoreRow | undefined {
  const row: Record<string, StoreValue> = {};
  for (const name of fields) {
    const field = entity.fields.find((each) => each.name === name);
    const column = Object.keys(target.columns).find((each) => target.columns[each] === name);
    if (field === undefined || column === undefined) return undefined;
    const { value } = toStoreValue(field, golden.values[name]?.items ?? []);
    if (value === null) return undefined;
    row[column] = value;
  }
  return row;
}

function choose({ excluded, linked, ladder }: Candidate, claimed: Set<string>): Destination {
  if (excluded !== undefined) return excluded;
  // A row of a source record that another golden record owns: this one was split off from it.
  const free = linked.filter((key) => !claimed.has(String(key)));
  if (free.length > 1) return toReview(`its records are in rows ${free.join(", ")}`);
  const unique = free.length === 1 ? free : ladder.find((hits) => hits.length === 1);
  const key = unique?.[0] ?? null;
  if (key === null) {
    const [several] = ladder;
    return several === undefined ? { to: "new" } : toReview(`rows ${several.join(", ")} fit`);
  }
  if (claimed.has(String(key))) return toReview(`row ${key} belongs to another golden record`);
  claimed.add(String(key));
  return { to: "row", key };
}

function toReview(reason: string): Destination {
  return { to: "none", kind: "review", reason };
}

function distinct(keys: readonly StoreValue[]): StoreValue[] {
  return [...new Set(keys)].filter((key) => key !== null);
}
