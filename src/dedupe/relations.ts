import type { GoldenRelation, MatchedPair, RelationKind } from "../model/golden.ts";
import { byCodePoint } from "../text/code-point.ts";
import { findRecord } from "./decided-pairs.ts";
import { columnOf, recordIdAt, type PackedRecords } from "./packed-records.ts";

/** The golden id of a record; undefined for one that is in no cluster. */
type GoldenOf = (record: string) => string | undefined;

/** What relations are found from. */
export interface RelationSource {
  readonly packed: PackedRecords;
  readonly pairs: readonly MatchedPair[];
  readonly goldenOf: GoldenOf;
}

/**
 * What belongs together without being one (knowledge/matching.md E6): branches and their head
 * offices by their names, companies of a group, renamed ones, and what waits for a person. One
 * relation two golden records, the more telling kind first.
 */
export function findRelations(source: RelationSource): GoldenRelation[] {
  const found = [...branchRelations(source), ...pairRelations(source)];
  const first = new Map<string, GoldenRelation>();
  for (const relation of found) {
    const key = [relation.left, relation.right].toSorted(byCodePoint).join("\n");
    if (!first.has(key)) first.set(key, relation);
  }
  return [...first.values()].sort(
    (a, b) => byCodePoint(a.left, b.left) || byCodePoint(a.right, b.right),
  );
}

/** `["H3"]` -> "same_group", as for kin by weight; one code under two names that a person must settle was renamed */
export function relationKind(rules: readonly string[]): RelationKind {
  if (rules.includes("H2")) return "parent_branch";
  if (rules.includes("H8")) return "renamed";
  return rules.includes("H3") || rules.includes("KIN") ? "same_group" : "possibly_same";
}

function pairRelations({ packed, pairs, goldenOf }: RelationSource): GoldenRelation[] {
  return pairs.flatMap(({ left, right, verdict, rules, reason }) => {
    const [golden, other] = [goldenOf(left), goldenOf(right)];
    if (verdict !== "possible" || golden === undefined || other === undefined) return [];
    if (golden === other) return [];
    const kind = relationKind(rules);
    const isTurned =
      kind === "parent_branch" ? isBranch(packed, left) : byCodePoint(golden, other) > 0;
    return [
      isTurned
        ? { left: other, right: golden, kind, reason }
        : { left: golden, right: other, kind, reason },
    ];
  });
}

function isBranch(packed: PackedRecords, id: string): boolean {
  return (columnOf(packed, "branch").values[findRecord(packed, id)] ?? 0) !== 0;
}

/** A branch belongs to the one golden record of its name without the branch, if there is just one. */
function branchRelations({ packed, goldenOf }: RelationSource): GoldenRelation[] {
  if (packed.entity !== "customer") return [];
  const branches = columnOf(packed, "branch").values;
  const heads = headsByCore(packed, branches);
  const relations: GoldenRelation[] = [];
  for (const [record, branch] of branches.entries()) {
    if (branch === 0) continue;
    const own = goldenOf(recordIdAt(packed, record));
    const parents = goldensOf(headsOf(packed, record, heads), packed, goldenOf);
    const [parent, second] = parents.filter((golden) => golden !== own);
    if (parent === undefined || second !== undefined || own === undefined) continue;
    relations.push({ left: parent, right: own, kind: "parent_branch", reason: "" });
  }
  return relations;
}

function headsByCore(packed: PackedRecords, branches: Int32Array): ReadonlyMap<number, number[]> {
  const cores = columnOf(packed, "core").values;
  const heads = new Map<number, number[]>();
  for (const [record, branch] of branches.entries())
    if (branch !== 0) heads.set(cores[record] ?? 0, []);
  heads.delete(0);
  for (const [record, core] of cores.entries()) {
    if (branches[record] === 0) heads.get(core)?.push(record);
  }
  return heads;
}

/** Head offices of the same name; those of the same place where any says its place. */
function headsOf(
  packed: PackedRecords,
  branch: number,
  heads: ReadonlyMap<number, readonly number[]>,
): readonly number[] {
  const all = heads.get(columnOf(packed, "core").values[branch] ?? 0) ?? [];
  const places = columnOf(packed, "nameRegion").values;
  const same = all.filter((head) => places[head] === places[branch]);
  return same.length > 0 ? same : all;
}

function goldensOf(
  records: readonly number[],
  packed: PackedRecords,
  goldenOf: GoldenOf,
): string[] {
  const goldens = records.map((record) => goldenOf(recordIdAt(packed, record)) ?? "");
  return [...new Set(goldens)];
}
