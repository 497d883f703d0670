import { expect, test } from "vitest";
import { layOut } from "../lay-out-table.ts";
import { inventName, inventRecord } from "../invented-records.ts";
import { packRecords } from "../pack.ts";
import { levelOf } from "./comparison.ts";
import { region } from "./region.ts";

type Place = readonly [inName: string, inRecord?: string];

function levelBetween(...places: readonly Place[]): string | undefined {
  const records = places.map(([inName, inRecord], at) =>
    inventRecord(`c:${at}`, "customer", {
      legal_name: [inventName({ norm: `宏远${at}`, brand: "宏远", region: inName })],
      ...(inRecord === undefined ? {} : { region: [inRecord] }),
    }),
  );
  const table = layOut(packRecords(records, "customer"));
  const [left = 0, right = 0] = table.rows;
  return region.levels[levelOf(region.bind(table)(left, right, new Int32Array(16)))];
}

test.each<[Place, Place, string, string]>([
  [["370200"], ["370200"], "same-city", "one city"],
  [["370200"], ["371300"], "same-province", "two cities"],
  [["370000"], ["371300"], "ancestor", "a province and a city in it"],
  [["370000", "370200"], ["371300"], "same-province", "its address is in another city of it"],
  [["370000", "371300"], ["371300"], "same-city", "its address is in that city"],
  [["370000", "440300"], ["371300"], "ancestor", "an office elsewhere tells nothing"],
  [["370000", "370200"], ["370000", "371300"], "ancestor", "one province in both names"],
  [["371300", "440300"], ["371300"], "same-city", "the names decide"],
  [["440000"], ["371300"], "differ", "two provinces"],
])("%j beside %j is %s: %s", (left, right, expected) => {
  expect(levelBetween(left, right)).toBe(expected);
});
