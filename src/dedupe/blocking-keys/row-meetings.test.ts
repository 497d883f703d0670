import { expect, test } from "vitest";
import { layOutForComparison, postFamilies } from "../compare-pairs.ts";
import { sharedInts } from "../growing-array.ts";
import { packRecords } from "../pack.ts";
import { createSyntheticCustomers } from "../synthetic-customers.ts";
import { countMeetings, meetingsOfRows, placeMeetings, roomForMeetings } from "./row-meetings.ts";

const packed = packRecords(createSyntheticCustomers(300).records, "customer");
const keys = { recall: "normal", granularity: "branch" } as const;
const families = postFamilies(layOutForComparison(packed), keys);

test("ranges of rows may be turned around by anybody, in any order", () => {
  const turned = { families, form: "pairs" } as const;
  const middle = Math.floor(packed.size / 3);
  const ranges = [
    { from: middle, to: packed.size },
    { from: 0, to: middle },
  ];
  const counts = sharedInts(packed.size + 1);
  for (const range of ranges) countMeetings(turned, counts, range);
  const meetings = roomForMeetings(counts);
  for (const range of ranges) placeMeetings(turned, meetings, range);
  expect(meetings).toEqual(meetingsOfRows(turned, packed.size));
  expect(meetings.codes.length).toBeGreaterThan(packed.size);
});
