import type { Entity, EntityName } from "../model/entity.ts";
import type { GoldenContent } from "../model/golden.ts";
import { loadReason } from "../model/load-reason.ts";
import type { StoreRow } from "../model/plan.ts";
import type { StoreTable } from "../stores/store.ts";
import { columnLimits } from "./column-limits.ts";
import type { Destination, Destinations, FindDestination } from "./destinations.ts";
import { exclusionOf } from "./exclusion.ts";
import { goldenRows, keyRows, type GoldenRow, type RowMaker } from "./golden-row.ts";
import { inBatches } from "./in-batches.ts";
import type { LoadQuestion } from "./load-question.ts";
import { lookUpsOf } from "./look-ups.ts";
import { matchGoldens } from "./match-goldens.ts";
import { closingLinks, parentsFirst, type Parents } from "./parents-first.ts";
import { planOperation, type NewOperation } from "./plan-operation.ts";
import { planTable, type TargetTable } from "./target-layout.ts";
import type { GoldenCondition } from "./where.ts";

/** What planning one entity works with. */
export interface EntityBench {
  readonly question: LoadQuestion;
  readonly target: TargetTable;
  readonly where: GoldenCondition | undefined;
  /** Where the records of the entities before went; this entity's are added. */
  readonly destinations: Map<EntityName, Destinations>;
  /** The table as it stands in the store; undefined when the load creates it. */
  readonly storeTable: StoreTable | undefined;
}

/** Plans one entity: an operation for every golden record, parents first. Returns their number. */
export async function planEntity(
  bench: EntityBench,
  emit: (operation: NewOperation) => void,
): Promise<number> {
  const { question, target, destinations } = bench;
  const entity = question.model.entities[target.entity];
  const find: FindDestination = (name, id) => destinations.get(name)?.find(id);
  const lookUps = await lookUpsOf({ ...question, target });
  const listsBlanks = question.layout.blankSource === "clear";
  const maker: RowMaker = { ...bench, entity, find, lookUps, listsBlanks, closing: new Map() };
  const found = await match(bench, maker);
  destinations.set(target.entity, found);
  const links = parentLinks(bench, entity, found);
  const closing = closingLinks(links);
  const ordered = parentsFirst(question.goldens(target.entity), withoutClosing(links, closing));
  const planner = await operationPlanner(bench, { ...maker, closing });
  let done = 0;
  for (const batch of inBatches(ordered)) {
    for (const each of await planner(batch)) emit(each);
    done += batch.length;
    await question.onProgress?.(done);
  }
  return found.size;
}

/** First reading: where each golden record goes. Only the fields that decide are read. */
async function match(bench: EntityBench, maker: RowMaker): Promise<Destinations> {
  const { question, target, where, destinations, storeTable } = bench;
  const { entity, find } = maker;
  const incomplete = new Set(
    [...destinations].flatMap(([name, all]) => (all.hasNone ? [name] : [])),
  );
  const holdReview = question.holdReview === true;
  const exclusion = exclusionOf({ entity, where, holdReview, incomplete, find });
  const limits = columnLimits(target, entity, storeTable);
  // Nobody is found in an empty table.
  const isEmpty = (await question.store.countRows(target.table)) === 0;
  const ladder = isEmpty ? [] : target.match;
  const fields = [...new Set([...exclusion.fields, ...limits.fields])];
  return await matchGoldens(question.goldens(target.entity, { fields }), {
    store: question.store,
    target: { ...target, match: ladder },
    keyRow: keyRows(maker),
    read: (ids) => question.goldens(target.entity, { fields: [...new Set(ladder.flat())], ids }),
    exclude: exclusion.exclude,
    refuse: limits.refuse,
    onProgress: question.onProgress,
  });
}

/** Which records of an entity point to which others of their kind, as far as both ends are known. */
function parentLinks(
  { question, target }: EntityBench,
  { name, fields }: Entity,
  found: Destinations,
): Parents {
  const mapped = new Set(Object.values(target.columns));
  const own = fields.flatMap((field) =>
    field.refersTo === name && mapped.has(field.name) ? [field.name] : [],
  );
  const links = new Map<string, readonly string[]>();
  if (own.length === 0) return links;
  for (const { id, items } of question.goldens(name, { fields: own, filledOnly: true })) {
    const parents = own
      .flatMap((field) => items[field] ?? [])
      .filter((parent) => found.find(parent) !== undefined);
    if (parents.length > 0) links.set(id, parents);
  }
  return links;
}

function withoutClosing(
  links: Parents,
  closing: ReadonlyMap<string, ReadonlySet<string>>,
): Parents {
  const entries = [...links].map(([child, parents]): [string, string[]] => [
    child,
    parents.filter((parent) => closing.get(child)?.has(parent) !== true),
  ]);
  return new Map(entries);
}

/** Whoever selects a part knows what that leaves out. */
const notSelected = loadReason("L101");

/** Makes the operations of golden records and writes down the values they leave out. */
async function operationPlanner(
  bench: EntityBench,
  maker: RowMaker,
): Promise<(goldens: readonly GoldenContent[]) => Promise<NewOperation[]>> {
  const { question, target } = bench;
  const table = planTable(target, question.model);
  const rowOf = goldenRows(maker);
  const { blankSource } = question.layout;
  return async (goldens) => {
    const destinations = goldens.map(({ id }) => destinationOf(id, maker));
    const currentRows = await readCurrent(bench, destinations, table.columns);
    return goldens.map((golden, at) => {
      const destination = destinations[at] ?? destinationOf(golden.id, maker);
      const row = rowOf(golden);
      noteRejects(golden, destination, row, bench);
      const current = currentRows[at];
      return planOperation({ golden, destination, row, current, target, table, blankSource });
    });
  };
}

function destinationOf(id: string, { find, entity }: RowMaker): Destination {
  const destination = find(entity.name, id);
  if (destination === undefined) throw new Error(`golden record ${id} appeared meanwhile`);
  return destination;
}

function noteRejects(
  { entity, id: goldenId }: GoldenContent,
  destination: Destination,
  { notes }: GoldenRow,
  { question: { writer } }: EntityBench,
): void {
  if (destination.to !== "none") {
    for (const note of notes) writer.reject({ entity, goldenId, ...note });
  } else if (destination.reason !== notSelected) {
    writer.reject({ entity, goldenId, field: "", reason: destination.reason });
  }
}

/** The rows that the golden records of a batch go to, in the same order. */
async function readCurrent(
  { question, target, storeTable }: EntityBench,
  destinations: readonly Destination[],
  columns: readonly string[],
): Promise<(StoreRow | undefined)[]> {
  const keys = destinations.flatMap((each) => (each.to === "row" ? [each.key] : []));
  if (keys.length === 0) return [];
  // Our own table may lack the columns of new custom fields: the load adds them.
  const known = new Set((storeTable?.columns ?? []).map(({ name }) => name));
  const present = columns.filter((column) => known.has(column));
  const rows = await question.store.readRows(target, present, keys);
  let next = 0;
  return destinations.map((each) => (each.to === "row" ? rows[next++] : undefined));
}
