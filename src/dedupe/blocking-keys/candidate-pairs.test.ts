import { describe, expect, test } from "vitest";
import { meetingsOf, prepareComparison } from "../compare-pairs.ts";
import { defaultModel } from "../default-model.ts";
import { packRecords } from "../pack.ts";
import { createSyntheticCustomers } from "../synthetic-customers.ts";
import { forEachCandidatePair } from "./candidate-pairs.ts";

const model = defaultModel("customer");
const packed = packRecords(createSyntheticCustomers(3000, 5).records, "customer");
const prepared = prepareComparison(packed, { model, recall: "normal", granularity: "branch" });
const meetings = meetingsOf(prepared);

function pairsBetween(from: number, to: number): string[] {
  const pairs: string[] = [];
  forEachCandidatePair(meetings, from, to, (left, right, family) => {
    expect(left).toBeLessThan(right);
    pairs.push(`${left} ${right} ${family}`);
  });
  return pairs;
}

describe("forEachCandidatePair", () => {
  const all = pairsBetween(0, packed.size);

  test("visits a pair once", () => {
    const pairs = all.map((pair) => pair.split(" ").slice(0, 2).join(" "));
    expect(pairs.length).toBeGreaterThan(packed.size / 4);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test("visits the same pairs in the same order however the rows are split", () => {
    const ends = [0, 1, 17, 1500, 2999, packed.size];
    expect(ends.slice(1).flatMap((to, at) => pairsBetween(ends[at] ?? 0, to))).toEqual(all);
  });

  test("visits only pairs with an open row where a family asks for one", () => {
    for (const [family, { isOpen }] of meetings.keys.entries()) {
      if (isOpen === undefined) continue;
      const found = all.filter((pair) => pair.endsWith(` ${family}`));
      const isFoundOpen = found.map((pair) =>
        pair
          .split(" ")
          .slice(0, 2)
          .some((rank) => isOpen(Number(rank) * prepared.table.stride)),
      );
      expect(isFoundOpen).not.toContain(false);
    }
  });
});

test("meets a bounded number a row where one name fills a table, also to learn", () => {
  const size = 3000;
  const { records } = createSyntheticCustomers(size, 5);
  const [first] = records;
  const named = records.map((record) => ({ ...record, values: first?.values ?? {} }));
  const same = prepareComparison(packRecords(named, "customer"), {
    model,
    recall: "normal",
    granularity: "branch",
  });
  const { traits } = meetingsOf(same);
  let met = 0;
  const taught = { ...meetingsOf(same), isTaught: true, asked: traits.taught };
  forEachCandidatePair(taught, 0, size, () => (met += 1));
  expect(met).toBeLessThan(size * 700);
});
