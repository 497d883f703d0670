import { describe, expect, test } from "vitest";
import { prepareComparison, type PreparedComparison } from "../compare-pairs.ts";
import { defaultModel } from "../default-model.ts";
import { findDuplicates } from "../find-duplicates.ts";
import type { Granularity } from "../granularity.ts";
import type { RuleSettings } from "../hard-rules/rule-settings.ts";
import { packRecords } from "../pack.ts";
import { columnOf } from "../packed-records.ts";
import { createSyntheticCustomers } from "../synthetic-customers.ts";
import { labelledPairs, type WeighedLabel } from "./labelled-pairs.ts";

const { records, truth } = createSyntheticCustomers(3000, 5);
const packed = packRecords(records, "customer");

function prepare(
  options: { readonly granularity?: Granularity; readonly rules?: RuleSettings } = {},
  table = packed,
): PreparedComparison {
  const model = defaultModel("customer");
  return prepareComparison(table, { model, recall: "normal", granularity: "branch", ...options });
}

const byWeight = (pairs: readonly WeighedLabel[]): string[] =>
  pairs.map((pair) => JSON.stringify(pair)).toSorted();

describe("labelledPairs", () => {
  const pairs = labelledPairs(prepare(), {}, 100_000);

  test("are mostly right, in two halves, with wrong ones among them", () => {
    const right = pairs.filter(({ isSame }) => isSame).length;
    const heldOut = pairs.filter(({ isHeldOut }) => isHeldOut).length;
    expect(pairs.length).toBeGreaterThan(100);
    expect(right / pairs.length).toBeGreaterThan(0.9);
    expect(heldOut / pairs.length).toBeGreaterThan(0.35);
    expect(heldOut / pairs.length).toBeLessThan(0.65);
  });

  test("weigh what the same records weigh without codes", () => {
    const { columns } = packed;
    const uscc = columnOf(packed, "uscc");
    const bare = { ...uscc, values: new Int32Array(packed.size), counts: uscc.counts.map(() => 0) };
    const known = new Map(
      Array.from(uscc.values.entries())
        .filter(([, code]) => code > 0)
        .map(([record, code]) => [
          records.map(({ id }) => id).toSorted()[record] ?? "",
          String(code),
        ]),
    );
    const without = prepare({}, { ...packed, columns: { ...columns, uscc: bare } });
    const told = labelledPairs(without, { labels: known }, 100_000);
    expect(byWeight(told)).toEqual(byWeight(pairs));
  });

  test("are none where codes do not tell customers apart, or there are none", () => {
    expect(labelledPairs(prepare({ granularity: "group" }), {}, 100_000)).toEqual([]);
    expect(labelledPairs(prepare({ rules: { H1: "review" } }), {}, 100_000)).toEqual([]);
  });

  test("of a part of the table are some of those of all", () => {
    const some = labelledPairs(prepare(), {}, 2000);
    expect(some.length).toBeGreaterThan(30);
    expect(some.length).toBeLessThan(pairs.length);
    const all = byWeight(pairs);
    const others = byWeight(some).filter((each) => !all.includes(each));
    expect(others.length).toBeLessThan(some.length / 20);
  });

  test("are those that people decided, too, the last word counting", () => {
    const model = defaultModel("customer");
    const possible = findDuplicates(records, { entity: "customer", model, learns: false }).pairs;
    const light = possible.find(({ rules, verdict }) => verdict === "match" && rules.length === 0);
    const { left = "", right = "" } = light ?? {};
    const bare = prepare({ granularity: "group" });
    const decided = (same: boolean, id = 1) => ({ id, left, right, same });
    const told = (known: Parameters<typeof labelledPairs>[1]) =>
      labelledPairs(bare, known, 100_000).map(({ isSame }) => isSame);
    expect(told({ decisions: [decided(true)] })).toEqual([true]);
    expect(told({ labels: [decided(true)] })).toEqual([true]);
    expect(told({ labels: [decided(true)], decisions: [decided(false)] })).toEqual([false]);
  });
});

test("labels decide where the threshold is, and the order of the records does not matter", () => {
  const options = { entity: "customer", labels: truth, precision: 0.98 } as const;
  const { model, report } = findDuplicates(records, options);
  const threshold = report.learned?.labelled?.threshold;
  expect(threshold).toMatchObject({ outcome: "moved", target: 0.98 });
  expect(model.thresholds.match).toBe(threshold?.matchMilliBits);
  expect(model.calibration?.length).toBeGreaterThan(3);
  const reversed = findDuplicates(records.toReversed(), options);
  expect(reversed.model).toEqual(model);
  expect(reversed.report).toEqual(report);
});
