import { describe, expect, test } from "vitest";
import type { EntityRecord } from "../model/record.ts";
import { comparePairsInRange, joinComparedPairs, prepareComparison } from "./compare-pairs.ts";
import { defaultModel } from "./default-model.ts";
import { evaluateClusters } from "./evaluate.ts";
import { hasValidCheckCharacter } from "./features/credit-code.ts";
import { keyOf, parsedOf } from "./features/read-values.ts";
import { findDuplicates } from "./find-duplicates.ts";
import { packRecords } from "./pack.ts";
import { withTrainedModel } from "./train/train-model.ts";
import { resolveClusters, type DedupeResult } from "./resolve-clusters.ts";
import { createSyntheticCustomers } from "./synthetic-customers.ts";

function clusterByRecord({ clusters }: DedupeResult): Map<string, string> {
  return new Map(
    clusters.flatMap(({ members }) => members.map((id) => [id, members[0] ?? ""] as const)),
  );
}

describe("findDuplicates on invented customers", () => {
  const { records, truth } = createSyntheticCustomers(12_000, 7);
  const recordById = new Map(records.map((record) => [record.id, record]));
  const result = findDuplicates(records, { entity: "customer" });
  const membersOf = ({ members }: { members: readonly string[] }): EntityRecord[] =>
    members.flatMap((id) => recordById.get(id) ?? []);

  test("finds nearly all duplicates and joins almost no strangers", () => {
    const { pairs, bCubed } = evaluateClusters(clusterByRecord(result), truth);
    expect(pairs.f1).toBeGreaterThan(0.95);
    expect(pairs.precision.value).toBeGreaterThan(0.955);
    expect(bCubed.f1).toBeGreaterThan(0.975);
  });

  test("puts every record into exactly one cluster", () => {
    const members = result.clusters.flatMap((cluster) => cluster.members);
    expect(members.toSorted()).toEqual(records.map(({ id }) => id).toSorted());
  });

  test("never joins two valid credit codes (H1)", () => {
    const mixed = result.clusters.filter((cluster) => {
      const codes = membersOf(cluster).map((record) => keyOf(record, "uscc"));
      return new Set(codes.filter(hasValidCheckCharacter)).size > 1;
    });
    expect(mixed).toEqual([]);
  });

  test("never joins a branch with its head office or another branch (H2)", () => {
    const mixed = result.clusters.filter((cluster) => {
      const names = membersOf(cluster).map((each) => parsedOf(each, "legal_name", "company-name"));
      return new Set(names.map((name) => name?.branch)).size > 1;
    });
    expect(mixed).toEqual([]);
  });

  test("means one cluster by every match", () => {
    const cluster = clusterByRecord(result);
    const across = result.pairs.filter(
      ({ left, right, verdict }) => verdict === "match" && cluster.get(left) !== cluster.get(right),
    );
    expect(across).toEqual([]);
  });

  test("gives the same result for any order of the records", () => {
    const reversed = findDuplicates(records.toReversed(), { entity: "customer" });
    expect(reversed).toEqual(result);
  });

  test("gives the same result however the pairs are split over workers", () => {
    const packed = packRecords(records, "customer");
    const model = defaultModel("customer");
    const shipped = prepareComparison(packed, { model, recall: "normal", granularity: "branch" });
    const prepared = withTrainedModel(shipped);
    const ends = [0, 1, 777, 5000, packed.size];
    const parts = ends.slice(1).map((to, at) => comparePairsInRange(prepared, ends[at] ?? 0, to));
    const { prepared: _parts, ...joined } = resolveClusters(prepared, joinComparedPairs(parts));
    const { prepared: _whole, ...whole } = result;
    expect(joined).toEqual(whole);
  });
});
