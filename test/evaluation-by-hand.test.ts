import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { modelOf } from "../src/config/model-of.ts";
import { settingsSchema } from "../src/config/settings.ts";
import { evaluateClusters as evaluate, type Assignment } from "../src/dedupe/evaluate.ts";
import { dedupeFile } from "../src/pipeline/dedupe-file.ts";
import { evaluateClusters } from "../src/pipeline/evaluate-clusters.ts";

/** Precision and recall by pairs, then by records: [pair P, pair R, B-cubed P, B-cubed R]. */
type Figures = readonly [number, number, number, number];

/** The figures by their definitions: each record is looked at beside every other one. */
function byDefinition(clusters: Assignment, truth: Assignment): Figures {
  const records = [...truth.keys()].filter((record) => clusters.has(record));
  const clusterOf = numbered(records.map((record) => clusters.get(record)));
  const entityOf = numbered(records.map((record) => truth.get(record)));
  let [found, wanted, both, precision, recall] = [0, 0, 0, 0, 0];
  for (const at of records.keys()) {
    const { inCluster, inEntity, inBoth } = countBeside(at, clusterOf, entityOf);
    // Each pair is seen from both of its records; a record is no pair with itself.
    found += (inCluster - 1) / 2;
    wanted += (inEntity - 1) / 2;
    both += (inBoth - 1) / 2;
    precision += inBoth / inCluster;
    recall += inBoth / inEntity;
  }
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  const { length } = records;
  return [share(both, found), share(both, wanted), share(precision, length), share(recall, length)];
}

type Groups = Int32Array;

/** Groups as numbers, which are told apart faster: `numbered(["x", "y", "x"])` -> [0, 1, 0] */
function numbered(groups: readonly (string | undefined)[]): Groups {
  const names = [...new Set(groups)];
  const numberOf = new Map(names.map((name, at) => [name, at]));
  return Int32Array.from(groups, (group) => numberOf.get(group) ?? 0);
}

/** How many records share the cluster of one, its entity, and both; itself is among them. */
function countBeside(at: number, clusterOf: Groups, entityOf: Groups) {
  let [inCluster, inEntity, inBoth] = [0, 0, 0];
  for (let place = 0; place < clusterOf.length; place += 1) {
    const isFound = clusterOf[place] === clusterOf[at];
    const isTrue = entityOf[place] === entityOf[at];
    if (isFound) inCluster += 1;
    if (isTrue) inEntity += 1;
    if (isFound && isTrue) inBoth += 1;
  }
  return { inCluster, inEntity, inBoth };
}

function byEngine(clusters: Assignment, truth: Assignment): Figures {
  const { pairs, bCubed } = evaluate(clusters, truth);
  return [pairs.precision.value, pairs.recall.value, bCubed.precision.value, bCubed.recall.value];
}

/** `assign("xxy")` -> { 0: x, 1: x, 2: y } */
function assign(groups: string): Assignment {
  return new Map([...groups].map((group, at) => [String(at), group]));
}

function expectSame(figures: Figures, expected: Figures): void {
  for (const [at, figure] of figures.entries()) expect(figure).toBeCloseTo(expected[at] ?? 0, 12);
}

describe("figures worked out by hand", () => {
  test.each([
    // clusters, truth, and why
    ["abc", "abc", [0, 0, 1, 1], "no pair anywhere: nothing to be right or wrong about"],
    ["aab", "aab", [1, 1, 1, 1], "all right"],
    ["aaa", "aab", [1 / 3, 1, (2 / 3 + 2 / 3 + 1 / 3) / 3, 1], "one too many"],
    ["abb", "aab", [0, 0, (1 + 1 / 2 + 1 / 2) / 3, (1 / 2 + 1 / 2 + 1) / 3], "the wrong two"],
    // pairs found: 6 + 1 = 7, right: 3 + 1 = 4 ({0,1,2} of A, {4,5} of B), wanted: 3 + 3 = 6
    [
      "xxxxyy",
      "AAABBB",
      [4 / 7, 4 / 6, (3 * 0.75 + 0.25 + 2) / 6, (3 + 1 / 3 + 4 / 3) / 6],
      "B split",
    ],
  ] as const)("%s against %s", (clusters, truth, expected, _why) => {
    expectSame(byDefinition(assign(clusters), assign(truth)), expected);
    expectSame(byEngine(assign(clusters), assign(truth)), expected);
  });
});

test("agree with the definitions on any clusters and labels, whoever knows which records", () => {
  const groups = fc.dictionary(fc.constantFrom(..."0123456789"), fc.constantFrom(..."abcd"), {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(groups, groups, (clusters, truth) => {
      const both = [clusters, truth].map((each) => new Map(Object.entries(each)));
      const [found = new Map<string, string>(), known = new Map<string, string>()] = both;
      expectSame(byEngine(found, known), byDefinition(found, known));
    }),
  );
});

const benchmarks = join(import.meta.dirname, "../../shared/data/benchmarks");
const folder = mkdtempSync(join(tmpdir(), "goldpan-benchmarks-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A public labelled set, how its columns are compared, and the least pair F1. */
interface LabelledSet {
  readonly name: string;
  readonly columns: Readonly<Record<string, "exact" | "text" | "name" | "date">>;
  readonly leastF1: number;
}

const people = {
  given_name: "name",
  surname: "name",
  street_number: "exact",
  address_1: "text",
  suburb: "text",
  postcode: "exact",
  state: "exact",
  date_of_birth: "date",
  soc_sec_id: "exact",
} as const;

const sets: readonly LabelledSet[] = [
  { name: "febrl1", columns: people, leastF1: 0.98 },
  { name: "febrl2", columns: people, leastF1: 0.98 },
  {
    name: "restaurants_864",
    columns: { name: "name", address: "text", city: "text", cuisine: "text" },
    leastF1: 0.93,
  },
];

describe.runIf(existsSync(benchmarks))("public labelled sets, by a plain mapping", () => {
  test.each(sets)("$name", async (set) => {
    const path = join(benchmarks, set.name, "records.csv");
    const clusters = await clustersOf(set, path);
    const lines = readFileSync(path, "utf8").trim().split(/\r?\n/).slice(1);
    const truth = new Map(
      lines.map((line) => [line.split(",")[0] ?? "", line.split(",")[1] ?? ""]),
    );
    const labelsPath = join(folder, `${set.name}-labels.csv`);
    const rows = [...truth].map(([record, entity]) => `${record},${entity}`);
    writeFileSync(labelsPath, `${["record,entity", ...rows].join("\n")}\n`);
    const { pairs, bCubed } = await evaluateClusters({ clusters, labelsPath });
    const figures = [pairs, bCubed].flatMap((each) => [each?.precision.value, each?.recall.value]);
    const [p = 0, r = 0, bp = 0, br = 0] = figures;
    expectSame([p, r, bp, br], byDefinition(clusters, truth));
    expect(pairs.f1).toBeGreaterThanOrEqual(set.leastF1);
  });
});

/** The clusters of a set: its columns become custom fields that identify. */
async function clustersOf({ name, columns }: LabelledSet, path: string): Promise<Assignment> {
  const mapping = join(folder, `${name}.yaml`);
  const entries = Object.entries(columns);
  const fields = entries.map(([column]) => `c_${column}: ${column}`).join(", ");
  writeFileSync(
    mapping,
    `version: 1
source: { files: ["*.csv"], system: x }
entity: customer
row_key: rec_id
fields: { ${fields} }
unmapped_columns: warn
`,
  );
  const custom = entries.map(([column, compare]) => [
    `c_${column}`,
    { label: `c ${column}`, identifies: true, compare },
  ]);
  const settings = settingsSchema.parse({
    model: { fields: { customer: Object.fromEntries(custom) } },
  });
  let text = "";
  await dedupeFile(
    { path, read: {}, recall: "normal", id: "rec_id", mapping },
    {
      clusters: (chunk) => {
        text += String(chunk);
        return Promise.resolve();
      },
    },
    { model: modelOf(settings), settings, folder, emit: () => undefined },
  );
  const lines = text.trim().split("\n").slice(1);
  return new Map(lines.map((line) => [line.split(",")[0] ?? "", line.split(",")[1] ?? ""]));
}
