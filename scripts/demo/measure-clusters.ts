import Database from "better-sqlite3";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** How the clusters of the workspace compare with the truth, for customers and for contacts. */
export function measureClusters(folder: string, truthPath: string): string {
  const truth = readTruth(truthPath);
  const database = new Database(join(folder, ".goldpan/workspace.db"), { readonly: true });
  try {
    return (["customer", "contact"] as const)
      .map((entity) => line(entity, measure(memberships(database, entity), truth[entity])))
      .join("");
  } finally {
    database.close();
  }
}

interface Truth {
  readonly customer: ReadonlyMap<string, string>;
  readonly contact: ReadonlyMap<string, string>;
}

/** `file:row` -> the true customer and person; the generator writes no quotes into this file. */
function readTruth(path: string): Truth {
  const customer = new Map<string, string>();
  const contact = new Map<string, string>();
  for (const text of readFileSync(path, "utf8").trim().split("\n").slice(1)) {
    const [file = "", row = "", customerId = "", contactId = ""] = text.split(",");
    if (customerId !== "") customer.set(`${file}:${row}`, customerId);
    if (contactId !== "") contact.set(`${file}:${row}`, contactId);
  }
  return { customer, contact };
}

interface Membership {
  readonly place: string;
  readonly cluster: string;
}

function memberships(database: Database.Database, entity: "customer" | "contact"): Membership[] {
  return database
    .prepare<[string], Membership>(
      `SELECT source_file.name || ':' || source_row.row AS place, cluster_member.cluster AS cluster
       FROM cluster_member
       JOIN (SELECT id, source_row FROM record_${entity}
         UNION ALL SELECT record, source_row FROM further_source_row WHERE entity = '${entity}'
       ) AS record ON record.id = cluster_member.record
       JOIN source_row ON source_row.id = record.source_row
       JOIN source_file ON source_file.id = source_row.file
       WHERE cluster_member.entity = ?`,
    )
    .all(entity);
}

interface Measure {
  readonly records: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function measure(members: readonly Membership[], truth: ReadonlyMap<string, string>): Measure {
  const labelled = members.flatMap(({ place, cluster }) => {
    const entity = truth.get(place);
    return entity === undefined ? [] : [{ cluster, entity }];
  });
  const found = pairsOf(labelled.map(({ cluster }) => cluster));
  const real = pairsOf(labelled.map(({ entity }) => entity));
  const both = pairsOf(labelled.map(({ cluster, entity }) => `${cluster}\u0000${entity}`));
  const [precision, recall] = [both / found, both / real];
  return {
    records: labelled.length,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
  };
}

/** The number of pairs that share a name. */
function pairsOf(names: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

function line(entity: string, { records, precision, recall, f1 }: Measure): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
  return `${entity}: ${records} labelled records, cluster pairs precision ${percent(precision)} recall ${percent(recall)} F1 ${f1.toFixed(3)}\n`;
}
