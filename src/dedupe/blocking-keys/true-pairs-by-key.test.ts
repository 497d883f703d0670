import { expect, test } from "vitest";
import { layOut } from "../lay-out-table.ts";
import { inventName, inventRecord } from "../invented-records.ts";
import { packRecords } from "../pack.ts";
import { truePairsByKey } from "./true-pairs-by-key.ts";

const name = (brand: string, trade: string) => [
  inventName({ norm: `${brand}${trade}`, brand, industry: [trade] }),
];
const packed = packRecords(
  [
    inventRecord("a:1", "customer", { legal_name: name("宏远", "贸易"), phones: ["1"] }),
    inventRecord("a:2", "customer", { legal_name: name("宏远", "贸易"), phones: ["2"] }),
    inventRecord("a:3", "customer", { legal_name: name("明达", "软件"), phones: ["1"] }),
    inventRecord("a:4", "customer", { legal_name: name("华宸", "物流") }),
  ],
  "customer",
);
const question = { table: layOut(packed), recall: "normal", granularity: "branch" } as const;

test("says which keys true pairs share, and which of them no other key would find", () => {
  const { asked, met, keys } = truePairsByKey(question, [
    [0, 1],
    [0, 2],
    [0, 3],
  ]);
  const byName = new Map(keys.map((each) => [each.name, each]));
  expect([asked, met]).toEqual([3, 2]);
  expect(byName.get("phone")).toEqual({ name: "phone", truePairs: 1, onlyHere: 1 });
  expect(byName.get("name")).toEqual({ name: "name", truePairs: 1, onlyHere: 0 });
});

test("asks every pair of a group", () => {
  expect(truePairsByKey(question, [[0, 1, 2]]).asked).toBe(3);
});

test("keeps quiet about a family that is hidden", () => {
  const { met, keys } = truePairsByKey(question, [[0, 2]], "phone");
  expect(met).toBe(0);
  expect(keys.every(({ truePairs }) => truePairs === 0)).toBe(true);
});
