import { availableParallelism } from "node:os";
import { GoldpanError } from "../errors.ts";
import { findRelations } from "../dedupe/relations.ts";
import { entityNames } from "../model/entity.ts";
import type { GoldenRelation } from "../model/golden.ts";
import { replaceClusters, replacePairs, type IdentifiedCluster } from "../workspace/clusters.ts";
import { countGoldens } from "../workspace/goldens.ts";
import { openWorkspace, type Workspace } from "../workspace/open-workspace.ts";
import { saveMatchModel } from "../workspace/match-models.ts";
import { replaceRelations } from "../workspace/relations.ts";
import { countRecords } from "../workspace/records.ts";
import { finishRun, startRun } from "../workspace/runs.ts";
import { inTransaction } from "../workspace/transaction.ts";
import {
  identifyClusters,
  indexGoldenIds,
  storeGoldenRecords,
  type GoldenIds,
  type IdentifiedClusters,
} from "./build-golden-records.ts";
import {
  clusterAlone,
  clusterPeople,
  type ClusterQuestion,
  type EntityClusters,
} from "./cluster-records.ts";
import { assertConserved, type DedupeCounts } from "./dedupe-counts.ts";
import type { RunContext } from "./run-context.ts";
import { openWorkerPool } from "./workers/worker-pool.ts";

export interface DedupeQuestion {
  readonly recall: "normal" | "high";
  /** Processor cores to use. */
  readonly workers?: number | undefined;
  /** Take rarities and weights anew from the records of today. */
  readonly refreeze?: boolean | undefined;
}

/** What the search for duplicates did in a project, entity by entity in the order of loading. */
export interface ProjectDedupe {
  readonly run: number;
  readonly entities: readonly DedupeCounts[];
}

/**
 * Records to clusters, review queue and golden records of every entity, in one transaction: either
 * all of them are new, or all are as before. Decisions of people count; one that was revoked does
 * not. Every record is in exactly one golden record, which is asserted.
 */
export async function dedupeRecords(
  question: DedupeQuestion,
  context: RunContext,
): Promise<ProjectDedupe> {
  const workspace = openWorkspace(context.workspacePath, context.startedAt);
  const pool = openWorkerPool(question.workers ?? availableParallelism());
  try {
    assertRecords(workspace);
    const run = startRun(workspace, "dedupe", context.startedAt);
    const { recall, refreeze = false } = question;
    const asked = { recall, pool, run, refreeze };
    const entities = await inTransaction(workspace, () =>
      dedupeEntities(workspace, asked, context),
    );
    finishRun(workspace, run, summaryOf(entities));
    return { run, entities };
  } finally {
    workspace.close();
    await pool.close();
  }
}

/** Throws DEDUPE_NO_RECORDS where nothing was normalized yet and nothing is golden that could go. */
function assertRecords(workspace: Workspace): void {
  const isSomething = entityNames.some(
    (entity) => countRecords(workspace, entity) > 0 || countGoldens(workspace, entity) > 0,
  );
  if (!isSomething) throw new GoldpanError("DEDUPE_NO_RECORDS", {});
}

async function dedupeEntities(
  workspace: Workspace,
  question: ClusterQuestion,
  context: RunContext,
): Promise<DedupeCounts[]> {
  const people = await clusterPeople(workspace, question, context);
  const all = entityNames.map((entity): IdentifiedClusters => {
    const found = people.find((each) => each.entity === entity);
    return identifyClusters(workspace, found ?? clusterAlone(workspace, entity));
  });
  const goldenIds = indexGoldenIds(all);
  const counted: DedupeCounts[] = [];
  for (const clusters of all) {
    const { entity, found } = clusters;
    await replaceClusters(workspace, entity, withIds(clusters));
    await replacePairs(workspace, entity, found?.result.pairs ?? []);
    if (found !== undefined) saveMatchModel(workspace, entity, found.result.model);
    await replaceRelations(workspace, entity, relationsOf(clusters, goldenIds));
    const golden = await storeGoldenRecords(workspace, question.run, clusters, {
      context,
      goldenIds,
    });
    const counts = withEvents(countsOf(clusters, countRecords(workspace, entity)), clusters);
    assertConserved(counts, { records: countRecords(workspace, entity), golden });
    if (counts.records > 0) counted.push(counts);
  }
  return counted;
}

function relationsOf(
  { entity, found }: IdentifiedClusters,
  goldenIds: GoldenIds,
): GoldenRelation[] {
  if (found === undefined) return [];
  const { packed, result } = found;
  const goldenOf = (record: string): string | undefined => goldenIds.get(entity)?.(record);
  return findRelations({ packed, pairs: result.pairs, goldenOf });
}

function* withIds({ clusters, ids }: IdentifiedClusters): Generator<IdentifiedCluster> {
  for (const [at, cluster] of clusters.entries()) yield { ...cluster, golden: ids[at] ?? "" };
}

/** Records that nothing is compared of are golden one to one. */
function countsOf({ entity, found, clusters }: EntityClusters, records: number): DedupeCounts {
  if (found !== undefined) return found.counts;
  const nothing = {
    candidatePairs: 0,
    match: 0,
    possible: 0,
    questions: 0,
    weakBridges: 0,
    duplicateClusters: 0,
  };
  const thresholds = { matchAtMilliBits: 0, possibleAtMilliBits: 0 };
  const one = { golden: clusters.length, inGolden: clusters.length, archived: 0, rejected: 0 };
  return { entity, records, ...nothing, ...one, ...thresholds };
}

/** How many golden records each kind of event happened to, where there was a run before. */
function withEvents(counts: DedupeCounts, { events, moved }: IdentifiedClusters): DedupeCounts {
  if (moved === undefined) return counts;
  const kinds = { created: 0, absorbed: 0, merged: 0, split: 0 };
  for (const { kind } of events) kinds[kind] += 1;
  return { ...counts, events: kinds };
}

/** What `runs` shows of the run: how many golden records there are, and over how many records weights were frozen. */
function summaryOf(entities: readonly DedupeCounts[]): Record<string, number> {
  const frozen = entities.flatMap(({ entity, statistics }) =>
    statistics === undefined || statistics.frozen === null
      ? []
      : [[`frozen ${entity}`, statistics.records] as const],
  );
  const goldens = entities.map(({ entity, golden }) => [entity, golden] as const);
  return Object.fromEntries([...goldens, ...frozen]);
}
