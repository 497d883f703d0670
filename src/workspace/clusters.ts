import type { EntityName } from "../model/entity.ts";
import type { Cluster, MatchedPair, Verdict } from "../model/golden.ts";
import type { Workspace } from "./open-workspace.ts";
import { replaceRows, type Rows } from "./replace-rows.ts";
import { inTransaction } from "./transaction.ts";

interface MemberRow {
  readonly cluster: string;
  readonly record: string;
  readonly review_pending: number;
}

interface PairRow {
  readonly left: string;
  readonly right: string;
  readonly weightMilliBits: number;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly rules: string;
}

/** A cluster with the id of its golden record. */
export interface IdentifiedCluster extends Cluster {
  readonly golden: string;
}

/** Replaces the clusters of an entity; returns how many records are in them. */
export async function replaceClusters(
  workspace: Workspace,
  entity: EntityName,
  clusters: Rows<IdentifiedCluster>,
): Promise<number> {
  return await inTransaction(workspace, async () => {
    const { database } = workspace;
    database.prepare("DELETE FROM cluster_member WHERE entity = ?").run(entity);
    const add = database.prepare(
      `INSERT INTO cluster_member (entity, record, cluster, review_pending, golden)
       VALUES (?, ?, ?, ?, ?)`,
    );
    let count = 0;
    for await (const { members, reviewPending, golden } of clusters) {
      const [first] = members;
      for (const member of members) add.run(entity, member, first, Number(reviewPending), golden);
      count += members.length;
    }
    return count;
  });
}

/** The clusters of an entity by their first member, members in code point order. */
export function* iterateClusters({ reader }: Workspace, entity: EntityName): Generator<Cluster> {
  const select = reader.prepare<[string], MemberRow>(
    `SELECT cluster, record, review_pending FROM cluster_member
     WHERE entity = ? ORDER BY cluster, record`,
  );
  let first: MemberRow | undefined;
  let members: string[] = [];
  for (const row of select.iterate(entity)) {
    if (first !== undefined && first.cluster !== row.cluster) {
      yield { members, reviewPending: first.review_pending === 1 };
      members = [];
    }
    if (members.length === 0) first = row;
    members.push(row.record);
  }
  if (first !== undefined) yield { members, reviewPending: first.review_pending === 1 };
}

/** Looks up the golden id of a record; undefined for a record that is in no cluster. */
export function findGoldenId(
  { reader }: Workspace,
  entity: EntityName,
): (record: string) => string | undefined {
  const select = reader
    .prepare<[string, string], string>(
      "SELECT golden FROM cluster_member WHERE entity = ? AND record = ?",
    )
    .pluck();
  return (record) => select.get(entity, record);
}

/** Replaces the compared pairs worth keeping; returns how many there are. */
export async function replacePairs(
  workspace: Workspace,
  entity: EntityName,
  pairs: Rows<MatchedPair>,
): Promise<number> {
  return await replaceRows(workspace, {
    clear: "DELETE FROM matched_pair WHERE entity = ?",
    scope: [entity],
    insert: `INSERT INTO matched_pair
      (entity, left_record, right_record, weight_millibits, verdict, reason, rules)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
    rows: pairs,
    values: ({ left, right, weightMilliBits, verdict, reason, rules }) => [
      entity,
      left,
      right,
      weightMilliBits,
      verdict,
      reason,
      JSON.stringify(rules),
    ],
  });
}

/** The kept pairs by left and right record; of one verdict when it is named. */
export function* iteratePairs(
  { reader }: Workspace,
  entity: EntityName,
  verdict?: Verdict,
): Generator<MatchedPair> {
  const select = reader.prepare<[string, string | null, string | null], PairRow>(
    `SELECT left_record AS left, right_record AS right, weight_millibits AS weightMilliBits,
       verdict, reason, rules FROM matched_pair
     WHERE entity = ? AND (? IS NULL OR verdict = ?) ORDER BY left_record, right_record`,
  );
  for (const row of select.iterate(entity, verdict ?? null, verdict ?? null)) {
    // Written by `replacePairs`.
    yield { ...row, rules: JSON.parse(row.rules) as string[] };
  }
}

/** Looks up a kept pair by its records, `left < right` by code point. */
export function findPair(
  { reader }: Workspace,
  entity: EntityName,
): (left: string, right: string) => MatchedPair | undefined {
  const select = reader.prepare<[string, string, string], PairRow>(
    `SELECT left_record AS left, right_record AS right, weight_millibits AS weightMilliBits,
       verdict, reason, rules FROM matched_pair
     WHERE entity = ? AND left_record = ? AND right_record = ?`,
  );
  return (left, right) => {
    const row = select.get(entity, left, right);
    // Written by `replacePairs`.
    return row === undefined ? undefined : { ...row, rules: JSON.parse(row.rules) as string[] };
  };
}
