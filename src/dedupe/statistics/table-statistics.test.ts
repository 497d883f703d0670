import fc from "fast-check";
import { expect, test } from "vitest";
import { findPackedDuplicates, type SearchOptions } from "../find-duplicates.ts";
import { packRecords } from "../pack.ts";
import { columnOf, type PackedRecords } from "../packed-records.ts";
import type { DedupeResult } from "../resolve-clusters.ts";
import { createSyntheticCustomers } from "../synthetic-customers.ts";
import { findMarked, markRecords } from "./record-marks.ts";
import { countedSize, countsOf, withStatistics } from "./table-statistics.ts";

const { records } = createSyntheticCustomers(1200, 5);
const base = packRecords(records.slice(0, 800), "customer");
const marks = markRecords(base.ids);

function frozen(packed: PackedRecords): PackedRecords {
  return withStatistics(packed, findMarked(packed.ids, marks), base.size);
}

test("a table counted over all its records has the counts it had", () => {
  const same = withStatistics(base, new Uint8Array(base.size).fill(1), base.size);
  for (const name of Object.keys(base.columns)) {
    expect(countsOf(same, name)).toEqual(columnOf(base, name).counts);
  }
  const { prepared: _same, ...found } = findPackedDuplicates(same);
  const { prepared: _base, ...before } = findPackedDuplicates(base);
  expect(found).toEqual(before);
});

test("new records change no weight of a pair that was judged", () => {
  const { model, pairs } = findPackedDuplicates(base);
  const search = { model, learns: false } as const;
  const grown = findPackedDuplicates(frozen(packRecords(records, "customer")), search);
  const weights = weightsOf(grown);
  const uncontested = pairs.filter(({ rules }) => !rules.includes("CONTEST"));
  const moved = uncontested.filter(({ left, right, weightMilliBits }) => {
    const now = weights.get(`${left} ${right}`);
    return now !== undefined && !now.isContested && now.weight !== weightMilliBits;
  });
  expect(uncontested.length).toBeGreaterThan(100);
  expect(moved).toEqual([]);
  const thawed = weightsOf(findPackedDuplicates(packRecords(records, "customer"), search));
  const isMoved = pairs.some(
    ({ left, right, weightMilliBits }) =>
      thawed.get(`${left} ${right}`)?.weight !== weightMilliBits,
  );
  expect(isMoved).toBe(true);
});

function weightsOf({ pairs }: DedupeResult) {
  return new Map(
    pairs.map(({ left, right, weightMilliBits, rules }) => [
      `${left} ${right}`,
      { weight: weightMilliBits, isContested: rules.includes("CONTEST") },
    ]),
  );
}

test("what came first does not matter: the records in any order give the same clusters", () => {
  const { model } = findPackedDuplicates(base);
  const search: SearchOptions = { model, learns: false };
  const whole = findPackedDuplicates(frozen(packRecords(records, "customer")), search);
  const order = fc.shuffledSubarray([...records], { minLength: records.length });
  fc.assert(
    fc.property(order, (shuffled) => {
      const packed = frozen(packRecords(shuffled, "customer"));
      expect(countedSize(packed)).toBe(800);
      expect(findPackedDuplicates(packed, search)).toEqual(whole);
    }),
    { numRuns: 5 },
  );
});
