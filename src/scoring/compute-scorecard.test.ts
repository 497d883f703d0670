import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import { dimensions, type ScorableRecord, type Scorecard } from "../model/scorecard.ts";
import { computeScorecard, type ScorecardOptions } from "./compute-scorecard.ts";
import { dimensionScores } from "./dimension-scores.ts";
import { findingsOf } from "./findings-of.ts";

const options: ScorecardOptions = {
  entity: "customer",
  model: canonicalModel,
  on: "records",
  asOf: "2026-11-24",
  groups: ["department"],
  settings: { tiers: {}, gates: [] },
};

const clean: ScorableRecord["values"] = {
  legal_name: ["华宸精密技术有限公司"],
  uscc: ["91440300MA5EYAMP17"],
  phones: ["+8675528780808"],
  emails: ["li@huachen.example"],
  region: ["广东省深圳市"],
  owner: ["王敏"],
  department: ["华南大区"],
  status: ["active"],
  last_activity_at: ["2026-11-20"],
};

/** Each turns a good record into a worse one. */
const defects: readonly ((record: ScorableRecord) => ScorableRecord)[] = [
  (record) => ({ ...record, values: { ...record.values, legal_name: ["测试公司"] } }),
  (record) => ({ ...record, values: { ...record.values, uscc: ["914403"] } }),
  (record) => ({ ...record, values: { ...record.values, phones: [] } }),
  (record) => ({ ...record, values: { ...record.values, phones: ["1380013800"] } }),
  (record) => ({ ...record, values: { ...record.values, emails: ["li.huachen"] } }),
  (record) => ({ ...record, values: { ...record.values, region: ["上海市"] } }),
  (record) => ({ ...record, values: { ...record.values, status: ["dormant"] } }),
  (record) => ({ ...record, values: { ...record.values, last_activity_at: ["2026-10-15"] } }),
  (record) => ({ ...record, values: { ...record.values, last_activity_at: ["2024"] } }),
  (record) => ({ ...record, values: { ...record.values, owner: [] } }),
  (record) => ({ ...record, cluster: "crm:0" }),
  (record) => ({ ...record, clusterOwners: ["李强"] }),
];

function recordOf(at: number, wrong: readonly number[]): ScorableRecord {
  const id = `crm:${at + 1}`;
  const good = {
    id,
    entity: "customer",
    values: clean,
    findings: {},
    cluster: id,
    clusterOwners: [],
  };
  return wrong.reduce<ScorableRecord>((record, which) => defects[which]?.(record) ?? record, good);
}

const defectSets = fc.array(fc.uniqueArray(fc.nat(defects.length - 1), { maxLength: 4 }), {
  minLength: 1,
  maxLength: 12,
});

const score = (records: Iterable<ScorableRecord>): Scorecard => computeScorecard(records, options);

describe("computeScorecard", () => {
  test("stays within 0..100 and finds as much as it counts", () => {
    fc.assert(
      fc.property(defectSets, (sets) => {
        const records = sets.map((wrong, at) => recordOf(at, wrong));
        const { total, checks } = score(records);
        for (const each of [total.score, ...dimensions.map((name) => total.dimensions[name])]) {
          expect(each ?? 0).toBeGreaterThanOrEqual(0);
          expect(each ?? 0).toBeLessThanOrEqual(1000);
        }
        const failed = checks.reduce((sum, each) => sum + each.applicable - each.passed, 0);
        expect([...findingsOf(records, options)]).toHaveLength(failed);
      }),
    );
  });

  test("never falls when a record is put right", () => {
    fc.assert(
      fc.property(defectSets, fc.nat(), (sets, pick) => {
        const at = pick % sets.length;
        const before = score(sets.map((wrong, index) => recordOf(index, wrong)));
        const after = score(sets.map((wrong, index) => recordOf(index, index === at ? [] : wrong)));
        expect(after.total.score).toBeGreaterThanOrEqual(before.total.score ?? 0);
      }),
    );
  });

  test("does not depend on the order of the records", () => {
    fc.assert(
      fc.property(defectSets, (sets) => {
        const records = sets.map((wrong, at) => recordOf(at, wrong));
        expect(score(records.toReversed())).toEqual(score(records));
      }),
    );
  });

  test("keeps the rates of all checks when another check is added", () => {
    const result = { name: "x", severity: "error", weight: 1, applicable: 4 } as const;
    const some = [
      { ...result, code: "V101", dimension: "validity", passed: 3 },
      { ...result, code: "F301", dimension: "freshness", passed: 2 },
    ] as const;
    const added = {
      ...result,
      code: "V999",
      dimension: "validity",
      applicable: 9000,
      passed: 9000,
    } as const;
    expect(dimensionScores(4, some).dimensions).toMatchObject({ validity: 750, freshness: 500 });
    expect(dimensionScores(4, [...some, added]).dimensions).toMatchObject({
      validity: 875,
      freshness: 500,
    });
  });

  test("says null where nothing was measured, never 100", () => {
    const { total, coveragePerMille } = score([]);
    expect(total).toMatchObject({ records: 0, score: null });
    expect(coveragePerMille).toBe(0);
  });

  test("keeps records without a department as a group of their own", () => {
    const lost = recordOf(0, []);
    const groups = score([lost, { ...lost, values: { ...clean, department: [] } }]).groups;
    expect(groups.map(({ value, records }) => [value, records])).toEqual([
      ["", 1],
      ["华南大区", 1],
    ]);
  });

  test("refuses a group that is no field", () => {
    expect(() => computeScorecard([], { ...options, groups: ["departement"] })).toThrow(
      "Cannot group scores by `departement`: customer has no such field",
    );
  });

  test("changes its model hash with the tiers", () => {
    const tiers = { customer: { website: "key" } } as const;
    const other = computeScorecard([], { ...options, settings: { tiers, gates: [] } });
    expect(other.model).not.toBe(score([]).model);
  });
});
