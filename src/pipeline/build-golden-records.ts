import {
  assignStableIds,
  type EntityEvent,
  type StableIds,
} from "../dedupe/survivorship/assign-stable-ids.ts";
import { buildGoldenRecords } from "../dedupe/survivorship/build-golden-records.ts";
import type { EntityName, Field } from "../model/entity.ts";
import type { Cluster, GoldenRecord } from "../model/golden.ts";
import type { EntityRecord, RecordValue } from "../model/record.ts";
import { byCodePoint } from "../text/code-point.ts";
import { addFormerMembers } from "../workspace/former-members.ts";
import {
  addGoldenEvents,
  hasGoldenEvents,
  replaceGoldens,
  type GoldenEvent,
} from "../workspace/goldens.ts";
import { iterateKnownGoldens } from "../workspace/known-entities.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { findRecord } from "../workspace/records.ts";
import type { EntityClusters } from "./cluster-records.ts";
import type { RunContext } from "./run-context.ts";

/** Clusters with the golden ids that they have kept or got. */
export interface IdentifiedClusters extends EntityClusters {
  readonly ids: readonly string[];
  readonly events: Iterable<EntityEvent>;
  /** Records that are in another golden record than before; undefined in the first run. */
  readonly moved: StableIds["moved"] | undefined;
  /** The golden id of a record. */
  readonly idOf: StableIds["idOf"];
}

/** Ids by `contracts.md` 3: an entity keeps the id with which it shares most records. */
export function identifyClusters(
  workspace: Workspace,
  clusters: EntityClusters,
): IdentifiedClusters {
  const before = iterateKnownGoldens(workspace, clusters.entity);
  const { ids, known, events, moved, idOf } = assignStableIds(before, clusters.clusters);
  const isFirst = known === 0 && !hasGoldenEvents(workspace, clusters.entity);
  return { ...clusters, ids, events, moved: isFirst ? undefined : moved, idOf };
}

/** Record id -> golden id, for each entity that others refer to. */
export type GoldenIds = ReadonlyMap<EntityName, StableIds["idOf"]>;

/** The golden id of every record of these entities. */
export function indexGoldenIds(entities: readonly IdentifiedClusters[]): GoldenIds {
  return new Map(entities.map(({ entity, idOf }) => [entity, idOf] as const));
}

/**
 * The golden records of one entity in the workspace, with the events of their ids: values chosen
 * by the rules of survivorship, references as golden ids. Returns how many there are.
 */
export async function storeGoldenRecords(
  workspace: Workspace,
  run: number,
  entity: IdentifiedClusters,
  { context, goldenIds }: { readonly context: RunContext; readonly goldenIds: GoldenIds },
): Promise<number> {
  addGoldenEvents(workspace, run, entity.entity, flatEvents(entity.events));
  addFormerMembers(workspace, entity.entity, run, entity.moved ?? []);
  const goldens = streamGoldens(workspace, entity, { context, goldenIds });
  return await replaceGoldens(workspace, entity.entity, goldens);
}

function* flatEvents(events: Iterable<EntityEvent>): Generator<GoldenEvent> {
  for (const { kind, id, others } of events) {
    for (const other of others.length === 0 ? [""] : others) yield { golden: id, kind, other };
  }
}

const emitEvery = 1 << 12;

function* streamGoldens(
  workspace: Workspace,
  { entity, clusters, ids }: IdentifiedClusters,
  { context, goldenIds }: { readonly context: RunContext; readonly goldenIds: GoldenIds },
): Generator<GoldenRecord> {
  const find = findRecord(workspace, entity);
  const refs = context.model.entities[entity].fields.filter(({ type }) => type === "ref");
  // In the order of their ids the rows are appended to the file; in any other it is ten times slower.
  const order = clusters.map((_, at) => at).sort((a, b) => byCodePoint(ids[a] ?? "", ids[b] ?? ""));
  for (const [done, at] of order.entries()) {
    if (done % emitEvery === 0)
      context.emit({ step: `golden ${entity}`, done, total: clusters.length });
    const [id = "", cluster] = [ids[at], clusters[at]];
    if (cluster === undefined) continue;
    const records = cluster.members.map((member) => {
      const record = find(member);
      if (record === undefined) throw new Error(`No record ${member}`);
      return withGoldenRefs(record, refs, { own: id, goldenIds });
    });
    yield buildOne(cluster, records, { id, context });
  }
}

function buildOne(
  cluster: Cluster,
  records: readonly EntityRecord[],
  { id, context }: { readonly id: string; readonly context: RunContext },
): GoldenRecord {
  const { model, settings } = context;
  const byId = new Map(records.map((record) => [record.id, record]));
  const options = { model, settings: settings.survivorship, idOf: () => id };
  const [golden] = buildGoldenRecords([cluster], byId, options);
  if (golden === undefined)
    throw new Error(`Cluster of ${cluster.members.join(", ")} without records`);
  return golden;
}

/** Of two records of one customer that name their owner differently, both may mean the same user. */
function withGoldenRefs(
  record: EntityRecord,
  refs: readonly Field[],
  { own, goldenIds }: { readonly own: string; readonly goldenIds: GoldenIds },
): EntityRecord {
  const replaced: Record<string, RecordValue> = {};
  for (const { name, refersTo } of refs) {
    const value = record.values[name];
    if (value === undefined || refersTo === undefined) continue;
    const idOf = goldenIds.get(refersTo);
    const items = value.items.flatMap(({ key }) => {
      const id = idOf?.(key);
      const isCircle = refersTo === record.entity && id === own;
      return id === undefined || isCircle ? [] : [{ display: id, key: id }];
    });
    replaced[name] = { items, findings: value.findings };
  }
  return { ...record, values: { ...record.values, ...replaced } };
}
