import { expect, test } from "vitest";
import { certify } from "./certificate.ts";
import { evaluateClusters } from "./evaluate.ts";
import { findPackedDuplicates, type SearchOptions } from "./find-duplicates.ts";
import { inventName, inventRecord } from "./invented-records.ts";
import { packRecords } from "./pack.ts";
import { columnOf, type PackedRecords } from "./packed-records.ts";
import { createSyntheticCustomers } from "./synthetic-customers.ts";

const codes = ["913502068389219115", "91320206646222075C", "91330108884875821J"];

function table(names: readonly (readonly [id: string, brand: string, code: number])[]) {
  const others = Array.from({ length: 60 }, (_, at) =>
    inventRecord(`x:${at}`, "customer", { legal_name: [inventName({ norm: `其他${at}` })] }),
  );
  const records = names.map(([id, brand, code]) =>
    inventRecord(id, "customer", {
      legal_name: [inventName({ norm: `${brand}贸易`, brand, industry: ["贸易"] })],
      phones: ["13912345678"],
      uscc: [codes[code] ?? ""],
    }),
  );
  return packRecords([...records, ...others], "customer");
}

const certifyTable = (packed: PackedRecords) => certify(findPackedDuplicates(packed).prepared);

test("counts what is found without the codes against what the codes say", () => {
  const packed = table([
    ["a:1", "宏远", 0],
    ["a:2", "宏远", 0],
    ["a:3", "宏远", 1],
    ["a:4", "明达", 2],
    ["a:5", "华宸", 2],
    ["a:6", "宏远", 9],
  ]);
  const certificate = certifyTable(packed);
  expect(certificate).toMatchObject({ records: 5, truePairs: 2 });
  // Without codes the three 宏远 are one, and the two names of the last code stay apart.
  expect(certificate?.precision.value).toBeCloseTo(1 / 3);
  expect(certificate?.recall.value).toBe(0.5);
});

test("says nothing where no code stands twice, or there are none", () => {
  expect(certifyTable(table([["a:1", "宏远", 0]]))).toBeUndefined();
  expect(certifyTable(packRecords([], "contact"))).toBeUndefined();
});

test("says nothing where a group is one customer, or codes may differ", () => {
  const packed = table([
    ["a:1", "宏远", 0],
    ["a:2", "宏远", 0],
  ]);
  const certified = (options: SearchOptions) =>
    certify(findPackedDuplicates(packed, options).prepared);
  expect(certified({})).toBeDefined();
  expect(certified({ granularity: "group" })).toBeUndefined();
  expect(certified({ rules: { H1: "off" } })).toBeUndefined();
});

test("finds what a search of the table without codes finds by the same model", () => {
  const packed = packRecords(createSyntheticCustomers(3000, 5).records, "customer");
  const { model, prepared } = findPackedDuplicates(packed);
  const uscc = columnOf(packed, "uscc");
  const empty = { values: new Int32Array(packed.size), counts: uscc.counts.map(() => 0) };
  const columns = { ...packed.columns, uscc: { ...uscc, ...empty } };
  const { roots } = findPackedDuplicates({ ...packed, columns }, { model, learns: false });
  const clusterOf = new Map<string, string>();
  const codeOf = new Map<string, string>();
  roots.forEach((root, record) => clusterOf.set(String(record), String(root)));
  uscc.values.forEach((code, record) => code > 0 && codeOf.set(String(record), String(code)));
  const { records, pairs } = evaluateClusters(clusterOf, codeOf);
  const certificate = certify(prepared);
  expect(certificate?.truePairs).toBeGreaterThan(100);
  expect(certificate).toMatchObject({
    records,
    precision: pairs.precision,
    recall: pairs.recall,
  });
});
