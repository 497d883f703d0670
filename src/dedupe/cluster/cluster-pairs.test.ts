import { expect, test } from "vitest";
import { findDuplicates } from "../find-duplicates.ts";
import { inventName, inventRecord } from "../invented-records.ts";

const company = (id: string, region: string, place: string) =>
  inventRecord(id, "customer", {
    legal_name: [
      inventName({
        norm: `${place}宏远贸易有限公司`,
        region,
        brand: "宏远",
        industry: ["贸易"],
        form: "llc",
      }),
    ],
  });

const others = Array.from({ length: 6000 }, (_, at) =>
  inventRecord(`x:${at}`, "customer", { note: [String(at)] }),
);

function clustersOf(...records: readonly ReturnType<typeof company>[]): (readonly string[])[] {
  const { clusters } = findDuplicates([...records, ...others], { entity: "customer" });
  return clusters.flatMap(({ members }) =>
    members[0]?.startsWith("c:") === true ? [members] : [],
  );
}

test.each([
  ["440300", "深圳", true, "one place"],
  ["440100", "广州", false, "two cities of one province"],
  ["110000", "北京", false, "two provinces"],
])("a name of no place joins 深圳宏远 with %s %s宏远: %s", (region, place, isOne) => {
  const table = [
    company("c:1", "440300", "深圳"),
    company("c:2", region, place),
    company("c:3", "", ""),
  ];
  const withBoth = clustersOf(...table).filter((ids) => ids.includes("c:1") && ids.includes("c:2"));
  expect(withBoth.length === 1).toBe(isOne);
});
