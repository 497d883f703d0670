import { expect, test } from "vitest";
import { findDuplicates } from "../find-duplicates.ts";
import { inventName, inventRecord } from "../invented-records.ts";

const values = {
  legal_name: [
    inventName({
      norm: "上海宏远贸易有限公司",
      region: "310000",
      brand: "宏远",
      industry: ["贸易"],
    }),
  ],
  phones: ["13912345678"],
};
const records = ["crm:1", "erp:1", "erp:2"].map((id) => inventRecord(id, "customer", values));
const others = Array.from({ length: 40 }, (_, at) =>
  inventRecord(`x:${at}`, "customer", { legal_name: [inventName({ norm: `其他${at}` })] }),
);

const clustersWith = (uniqueWithin: readonly string[], decisions = noDecisions) =>
  findDuplicates([...records, ...others], { entity: "customer", uniqueWithin, decisions })
    .clusters.map(({ members }) => members)
    .filter((members) => !members[0]?.startsWith("x:"));
const noDecisions: readonly { id: number; left: string; right: string; same: boolean }[] = [];

test("rows of a system become one, as those of two systems do", () => {
  expect(clustersWith([])).toEqual([["crm:1", "erp:1", "erp:2"]]);
});

test("rows of a system that has none twice stay apart, through a third one too", () => {
  expect(clustersWith(["erp"])).toEqual([["crm:1", "erp:1"], ["erp:2"]]);
  expect(clustersWith(["crm"])).toEqual([["crm:1", "erp:1", "erp:2"]]);
});

test("unless a person says otherwise", () => {
  const same = [{ id: 1, left: "erp:1", right: "erp:2", same: true }];
  expect(clustersWith(["erp"], same)).toEqual([["crm:1", "erp:1", "erp:2"]]);
});
