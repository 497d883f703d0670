import { describe, expect, test } from "vitest";
import { prepareComparison, type ComparedPairs } from "../compare-pairs.ts";
import type { DecidedPair } from "../decided-pairs.ts";
import { defaultModel } from "../default-model.ts";
import { evaluateClusters } from "../evaluate.ts";
import { findDuplicates } from "../find-duplicates.ts";
import { inventName, inventRecord } from "../invented-records.ts";
import { packRecords } from "../pack.ts";
import { createSyntheticCustomers } from "../synthetic-customers.ts";
import { buildPairGraph } from "./pair-graph.ts";
import { findWeakBridges } from "./weak-bridges.ts";

const records = Array.from({ length: 5 }, (_, at) =>
  inventRecord(`crm:${at}`, "customer", { legal_name: [inventName({ norm: `宏远${at}` })] }),
);
const model = defaultModel("customer");
const prepared = prepareComparison(packRecords(records, "customer"), {
  model,
  recall: "normal",
  granularity: "branch",
});
const { match } = model.thresholds;

type Edge = readonly [left: number, right: number, aboveMatch: number, rules?: number];

/** All five records are one cluster, joined by these pairs. */
function bridges(edges: readonly Edge[], decided: readonly DecidedPair[] = []): string[] {
  const column = (read: (edge: Edge) => number): Int32Array => Int32Array.from(edges, read);
  const pairs: ComparedPairs = {
    left: column(([left]) => left),
    right: column(([, right]) => right),
    weight: column(([, , above]) => match + above),
    verdict: column(() => 2),
    rules: column(([, , , rules = 0]) => rules),
    candidatePairs: edges.length,
    pairsByFamily: [],
  };
  const graph = buildPairGraph(pairs, records.length);
  const roots = new Int32Array(records.length);
  const found = findWeakBridges(prepared, { ...pairs, graph }, { roots, decided });
  return [...found].map((pair) => `${edges[pair]?.[0]}-${edges[pair]?.[1]}`);
}

const heavy = 9000;

describe("findWeakBridges", () => {
  test.each([
    ["a pair is no more than itself", [[0, 1, 500]], []],
    [
      "a third one hangs by it",
      [
        [0, 1, heavy],
        [1, 2, 500],
      ],
      ["1-2"],
    ],
    [
      "another match holds it too",
      [
        [0, 1, heavy],
        [1, 2, 500],
        [0, 2, 900],
      ],
      [],
    ],
    [
      "it is as heavy as that",
      [
        [0, 1, heavy],
        [1, 2, 2000],
      ],
      [],
    ],
    [
      "it is hardly lighter",
      [
        [0, 1, heavy],
        [1, 2, 1999],
      ],
      ["1-2"],
    ],
    [
      "two and two",
      [
        [0, 1, heavy],
        [1, 2, 3999],
        [2, 3, heavy],
      ],
      ["1-2"],
    ],
    [
      "two and two, heavy enough",
      [
        [0, 1, heavy],
        [1, 2, 4000],
        [2, 3, heavy],
      ],
      [],
    ],
    [
      "a chain hangs by each",
      [
        [0, 1, 10],
        [1, 2, 20],
        [2, 3, 30],
      ],
      ["0-1", "1-2", "2-3"],
    ],
    [
      "a rule decided about it",
      [
        [0, 1, heavy],
        [1, 2, 500, 128],
      ],
      [],
    ],
  ] as const)("%s", (_, edges, expected) => {
    expect(bridges(edges)).toEqual(expected);
  });

  test("what a person joined holds", () => {
    const decided = [{ left: 0, right: 2, same: true }];
    expect(
      bridges(
        [
          [0, 1, heavy],
          [1, 2, 500],
        ],
        decided,
      ),
    ).toEqual([]);
  });
});

describe("in a search", () => {
  const { records: customers, truth } = createSyntheticCustomers(9000, 2);
  const search = (decisions: Parameters<typeof findDuplicates>[1]["decisions"] = []) =>
    findDuplicates(customers, { entity: "customer", decisions });
  const first = search();
  const marked = first.pairs.filter(({ rules }) => rules.includes("BRIDGE"));

  test("are marked matches, counted among the questions, and their clusters wait", () => {
    expect(marked.length).toBeGreaterThan(3);
    expect(first.report.weakBridges).toBe(marked.length);
    expect(first.report.questions).toBeGreaterThanOrEqual(marked.length);
    const waiting = new Set(
      first.clusters.flatMap((each) => (each.reviewPending ? each.members : [])),
    );
    for (const { left, right, verdict } of marked) {
      expect([verdict, waiting.has(left), waiting.has(right)]).toEqual(["match", true, true]);
    }
  });

  test("split where a person says no, and are no question where a person says yes", () => {
    const decide = (same: boolean) =>
      search(marked.map(({ left, right }, at) => ({ id: at + 1, left, right, same })));
    const [no, yes] = [decide(false), decide(true)];
    expect(no.report.clusters).toBe(first.report.clusters + marked.length);
    expect(yes.report.clusters).toBe(first.report.clusters);
    expect(yes.report.weakBridges).toBe(0);
  });

  test("are worth asking about: answered by the truth, fewer strangers are joined", () => {
    const answered = search(
      marked.map(({ left, right }, at) => ({
        id: at + 1,
        left,
        right,
        same: truth.get(left) === truth.get(right),
      })),
    );
    const precisionOf = ({ clusters }: typeof first): number => {
      const clusterOf = new Map(
        clusters.flatMap(({ members }) => members.map((id) => [id, members[0] ?? ""] as const)),
      );
      return evaluateClusters(clusterOf, truth).pairs.precision.value;
    };
    expect(precisionOf(answered)).toBeGreaterThan(precisionOf(first));
  });
});
