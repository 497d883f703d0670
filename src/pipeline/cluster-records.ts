import { certify } from "../dedupe/certificate.ts";
import { defaultModel } from "../dedupe/default-model.ts";
import { findPackedDuplicates, type SearchOptions } from "../dedupe/find-duplicates.ts";
import { withContacts, withCustomers } from "../dedupe/linked-columns.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import type { DedupeResult } from "../dedupe/resolve-clusters.ts";
import type { EntityName, Model } from "../model/entity.ts";
import type { Cluster } from "../model/golden.ts";
import { iterateClusters } from "../workspace/clusters.ts";
import { listDecisions } from "../workspace/decisions.ts";
import type { Workspace } from "../workspace/open-workspace.ts";
import { iterateRecordKeys, listRecordIds } from "../workspace/record-keys.ts";
import { dedupeCounts, type DedupeCounts } from "./dedupe-counts.ts";
import { readPackedTable } from "./packed-table.ts";
import type { RunContext } from "./run-context.ts";

/** The clusters of one entity, with what the search for them did. */
export interface EntityClusters {
  readonly entity: EntityName;
  readonly clusters: readonly Cluster[];
  /** What was compared; undefined for entities whose records are golden one to one. */
  readonly found?: { readonly result: DedupeResult; readonly counts: DedupeCounts };
}

export type ClusterQuestion = Pick<SearchOptions, "recall">;

/**
 * The clusters of customers, then of contacts, whose customers are known by then (knowledge/
 * matching.md E12). Names of contacts are evidence for customers in their turn.
 */
export function clusterPeople(
  workspace: Workspace,
  question: ClusterQuestion,
  { model, settings, emit }: RunContext,
): [customers: EntityClusters, contacts: EntityClusters] {
  const { granularity } = settings.dedupe;
  const search = (packed: PackedRecords): EntityClusters => {
    emit({ step: "dedupe", done: 0, total: packed.size });
    const decisions = listDecisions(workspace, packed.entity);
    return searchTable(packed, { ...question, granularity, decisions });
  };
  const tables = linkTables(workspace, model);
  const customers = search(tables.customers);
  return [customers, search(tables.contactsOf(customers.clusters))];
}

function searchTable(packed: PackedRecords, options: SearchOptions): EntityClusters {
  const { entity } = packed;
  const result = findPackedDuplicates(packed, options);
  const counts = dedupeCounts(entity, result, defaultModel(entity).thresholds);
  const certificate =
    entity === "customer" && packed.size > 0 ? certificateOf(packed, options) : {};
  return {
    entity,
    clusters: result.clusters,
    found: { result, counts: { ...counts, ...certificate } },
  };
}

/** What the search is worth here; null where the credit codes cannot say. */
export function certificateOf(
  packed: PackedRecords,
  options: SearchOptions,
): Pick<DedupeCounts, "certificate"> {
  return { certificate: certify(packed, options) ?? null };
}

interface LinkedTables {
  readonly customers: PackedRecords;
  readonly contactsOf: (customers: Iterable<Cluster>) => PackedRecords;
}

function linkTables(workspace: Workspace, model: Model): LinkedTables {
  const customers = readPackedTable(workspace, "customer", model);
  const contacts = readPackedTable(workspace, "contact", model);
  const keys = Array.from(iterateRecordKeys(workspace, "contact", "customer"), ({ key }) => key);
  const ids = listRecordIds(workspace, "customer");
  const positionOf = new Map(ids.map((id, position) => [id, position]));
  return {
    customers: withContacts(customers, contacts, (at) => positionOf.get(keys[at] ?? "") ?? -1),
    contactsOf(clusters) {
      const clusterOf = firstMembers(clusters);
      // A customer that is in no source is told by its text.
      return withCustomers(contacts, (at) => clusterOf.get(keys[at] ?? "") ?? keys[at] ?? "");
    },
  };
}

/** The table that the pairs of an entity were judged on in the last search for duplicates. */
export function linkedTable(workspace: Workspace, entity: EntityName, model: Model): PackedRecords {
  const { customers, contactsOf } = linkTables(workspace, model);
  return entity === "contact" ? contactsOf(iterateClusters(workspace, "customer")) : customers;
}

/** Record -> the first member of its cluster. */
function firstMembers(clusters: Iterable<Cluster>): Map<string, string> {
  const clusterOf = new Map<string, string>();
  for (const { members } of clusters) {
    for (const member of members) clusterOf.set(member, members[0] ?? "");
  }
  return clusterOf;
}

/** Every record of an entity that is not searched for duplicates is golden by itself. */
export function clusterAlone(workspace: Workspace, entity: EntityName): EntityClusters {
  const clusters = listRecordIds(workspace, entity).map((id) => ({
    members: [id],
    reviewPending: false,
  }));
  return { entity, clusters };
}
