import { expect, test } from "vitest";
import { Destinations, newRow, nowhere } from "./destinations.ts";

test("every golden record is found again with where it goes", () => {
  const all = new Destinations();
  const places = [
    newRow,
    { to: "row", key: 7, links: [] } as const,
    { to: "row", key: "uuid-1", links: [] } as const,
    { to: "row", key: 9, links: ["crm:1"] } as const,
    nowhere("skip", "L103"),
  ];
  for (const [at, place] of places.entries()) all.add(`g-${at}`, place);
  expect(places.map((_, at) => all.find(`g-${at}`))).toEqual(places);
  expect([all.find("g-"), all.find("g-31"), all.find("g-9")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(all.size).toBe(5);
});

test("a destination may be decided later, and tells when something is left out", () => {
  const all = new Destinations();
  const position = all.add("g-1", newRow);
  expect(all.hasNone).toBe(false);
  all.set(position, nowhere("review", "L104 1, 2"));
  expect(all.find("g-1")).toEqual({ to: "none", kind: "review", reason: "L104 1, 2" });
  expect(all.hasNone).toBe(true);
});

test("golden records out of order are a bug", () => {
  const all = new Destinations();
  all.add("g-2", newRow);
  expect(() => all.add("g-1", newRow)).toThrow("came after");
  expect(() => all.add("g-2", newRow)).toThrow("came after");
});
