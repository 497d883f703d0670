import type { Entity, EntityName } from "../model/entity.ts";
import type { GoldenRecord } from "../model/golden.ts";
import type { PlanOperation, StoreRow } from "../model/plan.ts";
import type { StoreTable } from "../stores/store.ts";
import { goldenRow, type Destination, type FindDestination } from "./golden-row.ts";
import { goldenKey, sourceKey } from "./golden-source.ts";
import { matchGoldens } from "./match-goldens.ts";
import { closingLinks, parentsFirst, type Parents } from "./parents-first.ts";
import type { LoadQuestion } from "./plan-load.ts";
import { planOperation } from "./plan-operation.ts";
import { planTable, type TargetTable } from "./target-layout.ts";

/** What planning one entity works with. */
export interface EntityBench {
  readonly question: LoadQuestion;
  readonly target: TargetTable;
  /** Where the records of the entities before went; this entity's are added. */
  readonly destinations: Map<EntityName, ReadonlyMap<string, Destination>>;
  /** The table as it stands in the store; undefined when the load creates it. */
  readonly storeTable: StoreTable | undefined;
}

/** Plans one entity: an operation for every golden record, parents first. Returns their number. */
export async function planEntity(
  bench: EntityBench,
  emit: (operation: Omit<PlanOperation, "seq">) => void,
): Promise<number> {
  const { question, target, destinations } = bench;
  const entity = question.model.entities[target.entity];
  const required = requiredFields(bench);
  const found = await matchGoldens(question.goldens(target.entity), {
    store: question.store,
    target,
    entity,
    exclude: (golden) => exclude(golden, question, required),
  });
  destinations.set(target.entity, found);
  const links = parentLinks(question.goldens(target.entity), entity, found);
  const closing = closingLinks(links);
  const plan = operationPlanner(bench, entity, closing);
  const ordered = parentsFirst(question.goldens(target.entity), withoutClosing(links, closing));
  for (const golden of ordered) emit(await plan(golden));
  return found.size;
}

function exclude(
  golden: GoldenRecord,
  { where, holdReview }: LoadQuestion,
  required: readonly string[],
): Destination | undefined {
  if (where !== undefined && !where(golden))
    return { to: "none", kind: "skip", reason: "not selected" };
  if (holdReview === true && golden.reviewPending)
    return { to: "none", kind: "review", reason: "a pair waits for a decision" };
  const missing = required.find((field) => (golden.values[field]?.items ?? []).length === 0);
  if (missing === undefined) return undefined;
  return { to: "none", kind: "reject", reason: `the store needs a value for ${missing}` };
}

/** Fields without which the store takes no row. */
function requiredFields({ target, storeTable }: EntityBench): string[] {
  const columns = (storeTable?.columns ?? []).filter(({ isRequired }) => isRequired);
  return columns.flatMap(({ name }) => target.columns[name] ?? []);
}

/** Links between records of this entity, as far as both ends are loaded. */
function parentLinks(
  goldens: Iterable<GoldenRecord>,
  entity: Entity,
  found: ReadonlyMap<string, Destination>,
): Parents {
  const fields = entity.fields.filter(({ refersTo }) => refersTo === entity.name);
  const links = new Map<string, string[]>();
  if (fields.length === 0) return links;
  for (const { id, values } of goldens) {
    const parents = fields
      .flatMap(({ name }) => values[name]?.items ?? [])
      .filter((parent) => found.has(parent));
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

/** Makes the operation of one golden record and writes down the values it leaves out. */
function operationPlanner(
  bench: EntityBench,
  entity: Entity,
  closing: ReadonlyMap<string, ReadonlySet<string>>,
): (golden: GoldenRecord) => Promise<Omit<PlanOperation, "seq">> {
  const { question, target, destinations } = bench;
  const find: FindDestination = (name, id) => destinations.get(name)?.get(id);
  const table = planTable(target, question.model);
  return async (golden) => {
    const destination = find(entity.name, golden.id);
    if (destination === undefined) throw new Error(`golden record ${golden.id} appeared meanwhile`);
    const row = goldenRow(golden, { target, entity, find, closing });
    if (destination.to !== "none") {
      for (const note of row.notes) {
        question.writer.reject({ entity: entity.name, goldenId: golden.id, ...note });
      }
    } else if (destination.kind === "reject") {
      const { reason } = destination;
      question.writer.reject({ entity: entity.name, goldenId: golden.id, field: "", reason });
    }
    const current = await currentRow(bench, destination, table.columns);
    const isLinked = await areLinked(golden, bench, destination);
    const { blankSource } = question.layout;
    return planOperation({
      golden,
      destination,
      row,
      current,
      target,
      table,
      blankSource,
      isLinked,
    });
  };
}

async function currentRow(
  { question, target, storeTable }: EntityBench,
  destination: Destination,
  columns: readonly string[],
): Promise<StoreRow | undefined> {
  if (destination.to !== "row") return undefined;
  // Our own table may lack the columns of new custom fields: the load adds them.
  const known = new Set((storeTable?.columns ?? []).map(({ name }) => name));
  const present = columns.filter((column) => known.has(column));
  const rows = await question.store.readRows(target, present, [destination.key]);
  return rows.get(String(destination.key));
}

async function areLinked(
  golden: GoldenRecord,
  { question }: EntityBench,
  destination: Destination,
): Promise<boolean> {
  if (destination.to !== "row") return false;
  const sources = [goldenKey(golden.id), ...golden.members.map(sourceKey)];
  const keys = await question.store.findXrefs(golden.entity, sources);
  return keys.every((key) => String(key) === String(destination.key));
}
