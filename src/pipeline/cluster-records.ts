import type { SearchOptions } from "../dedupe/find-duplicates.ts";
import { withContacts, withCustomers } from "../dedupe/linked-columns.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import type { DedupeResult } from "../dedupe/resolve-clusters.ts";
import { MemberIndex } from "../dedupe/survivorship/member-index.ts";
import type { EntityName, Model } from "../model/entity.ts";
import type { Cluster } from "../model/golden.ts";
import { iterateClusters } from "../workspace/clusters.ts";
import { listDecisions } from "../workspace/decisions.ts";
import type { StatisticsNote } from "../report/dedupe-summary.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { iterateRecordKeys, listRecordIds } from "../workspace/record-keys.ts";
import { dedupeCounts, type DedupeCounts } from "./dedupe-counts.ts";
import { asFrozen, freezeSearch } from "./frozen-search.ts";
import { readOwnLabels } from "./evaluating/own-labels.ts";
import { readOwnModel } from "./own-model.ts";
import { readPackedTable } from "./packed-table.ts";
import type { RunContext } from "./run-context.ts";
import { searchCertified, type Certifying } from "./search-duplicates.ts";
import type { WorkerPool } from "./workers/worker-pool.ts";

/** What a search found, without what it was found by. */
type SettledResult = Omit<DedupeResult, "prepared">;

/** The clusters of one entity, with what the search for them did. */
export interface EntityClusters {
  readonly entity: EntityName;
  readonly clusters: readonly Cluster[];
  /** What was compared; undefined for entities whose records are golden one to one. */
  readonly found?: {
    readonly packed: PackedRecords;
    readonly result: SettledResult;
    readonly counts: DedupeCounts;
  };
}

export interface ClusterQuestion {
  readonly recall: "normal" | "high";
  readonly pool: WorkerPool;
  readonly run: number;
  /** Whether weights and rarities are taken anew. */
  readonly refreeze: boolean;
}

/**
 * The clusters of customers, then of contacts, whose customers are known by then (knowledge/
 * matching.md E12). Names of contacts are evidence for customers in their turn.
 */
export async function clusterPeople(
  workspace: Workspace,
  { recall, pool, run, refreeze }: ClusterQuestion,
  { model, settings, emit, projectDir }: RunContext,
): Promise<[customers: EntityClusters, contacts: EntityClusters]> {
  const { granularity, rules, precision, model: file, unique_within } = settings.dedupe;
  const labels = await readOwnLabels(settings.dedupe.labels, projectDir);
  const search = async (table: PackedRecords): Promise<EntityClusters> => {
    const own = await readOwnModel(table.entity, file, projectDir);
    emit({ step: "dedupe", done: 0, total: table.size });
    const decisions = listDecisions(workspace, table.entity);
    const { packed, weights, note } = freezeSearch(workspace, table, {
      run,
      own,
      refreeze,
      askedOf: { precision, labels: settings.dedupe.labels },
    });
    const asked = { recall, granularity, rules, precision, labels, uniqueWithin: unique_within };
    const options = { ...asked, decisions, ...weights };
    return withNote(await searchTable(packed, options, pool), note);
  };
  const tables = linkTables(workspace, model);
  const customers = await search(tables.customers);
  return [customers, await search(tables.contactsOf(customers.clusters))];
}

function withNote(clusters: EntityClusters, statistics: StatisticsNote): EntityClusters {
  const { found } = clusters;
  if (found === undefined) return clusters;
  return { ...clusters, found: { ...found, counts: { ...found.counts, statistics } } };
}

async function searchTable(
  packed: PackedRecords,
  options: SearchOptions,
  pool: WorkerPool,
): Promise<EntityClusters> {
  const { entity } = packed;
  const isCertified = entity === "customer" && packed.size > 0;
  const { result, certified } = await searchAndCount(packed, options, { pool, isCertified });
  const settled = withoutTable(result);
  const found = { packed, result: settled, counts: await certified() };
  return { entity, clusters: settled.clusters, found };
}

/**
 * The clusters and pairs of a result, made now: what they are made from, the table laid out and its
 * postings, takes ten times their memory, and the next entity needs its own.
 */
function withoutTable({ roots, clusters, pairs, report, model }: DedupeResult): SettledResult {
  return { roots, clusters, pairs, report, model };
}

/** A search with its counts. */
export interface CountedSearch {
  readonly result: DedupeResult;
  readonly counts: DedupeCounts;
  /** The counts with the certificate, where that is wanted: what the search is worth here, null where the credit codes cannot say. */
  readonly certified: () => Promise<DedupeCounts>;
}

/** Searches and counts; the certificate may be under way still. */
export async function searchAndCount(
  packed: PackedRecords,
  options: SearchOptions,
  certifying: Certifying,
): Promise<CountedSearch> {
  const { result, certificate } = await searchCertified(packed, options, certifying);
  const counts = dedupeCounts(packed, result);
  const certified = async (): Promise<DedupeCounts> =>
    certifying.isCertified ? { ...counts, certificate: (await certificate) ?? null } : counts;
  return { result, counts, certified };
}

interface LinkedTables {
  readonly customers: PackedRecords;
  readonly contactsOf: (customers: Iterable<Cluster>) => PackedRecords;
}

function linkTables(workspace: Workspace, model: Model): LinkedTables {
  const customers = readPackedTable(workspace, "customer", model);
  const contacts = readPackedTable(workspace, "contact", model);
  const keys = Array.from(iterateRecordKeys(workspace, "contact", "customer"), ({ key }) => key);
  // Ids come in the order of the packed records.
  const ids = contacts.size === 0 ? [] : listRecordIds(workspace, "customer");
  const positions = new MemberIndex([{ members: ids }]);
  return {
    customers: withContacts(customers, contacts, (at) => positions.numberOf(keys[at] ?? "")),
    contactsOf(clusters) {
      const firsts: string[] = [];
      const index = new MemberIndex(withFirsts(clusters, firsts));
      // A customer that is in no source is told by its text.
      return withCustomers(contacts, (at) => {
        const key = keys[at] ?? "";
        return firsts[index.clusterOf(key)] ?? key;
      });
    },
  };
}

/** The table that the pairs of an entity were judged on in the last search for duplicates. */
export function linkedTable(workspace: Workspace, entity: EntityName, model: Model): PackedRecords {
  const { customers, contactsOf } = linkTables(workspace, model);
  const table =
    entity === "contact" ? contactsOf(iterateClusters(workspace, "customer")) : customers;
  return asFrozen(workspace, table);
}

/** The clusters, the first member of each one written down on the way. */
function* withFirsts(clusters: Iterable<Cluster>, firsts: string[]): Generator<Cluster> {
  for (const cluster of clusters) {
    firsts.push(cluster.members[0] ?? "");
    yield cluster;
  }
}

/** Every record of an entity that is not searched for duplicates is golden by itself. */
export function clusterAlone(workspace: Workspace, entity: EntityName): EntityClusters {
  const clusters = listRecordIds(workspace, entity).map((id) => ({
    members: [id],
    reviewPending: false,
  }));
  return { entity, clusters };
}
