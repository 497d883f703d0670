import { expect, test } from "vitest";
import { certify } from "./certificate.ts";
import { findPackedDuplicates } from "./find-duplicates.ts";
import { inventName, inventRecord } from "./invented-records.ts";
import { packRecords } from "./pack.ts";

const keys = { recall: "normal", granularity: "branch" } as const;
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

test("counts what is found without the codes against what the codes say", async () => {
  const packed = table([
    ["a:1", "宏远", 0],
    ["a:2", "宏远", 0],
    ["a:3", "宏远", 1],
    ["a:4", "明达", 2],
    ["a:5", "华宸", 2],
    ["a:6", "宏远", 9],
  ]);
  const certificate = await certify(packed, findPackedDuplicates, keys);
  expect(certificate).toMatchObject({ records: 5, truePairs: 2 });
  // Without codes the three 宏远 are one, and the two names of the last code stay apart.
  expect(certificate?.precision.value).toBeCloseTo(1 / 3);
  expect(certificate?.recall.value).toBe(0.5);
});

test("says nothing where no code stands twice, or there are none", async () => {
  expect(await certify(table([["a:1", "宏远", 0]]), findPackedDuplicates, keys)).toBeUndefined();
  expect(await certify(packRecords([], "contact"), findPackedDuplicates, keys)).toBeUndefined();
});
