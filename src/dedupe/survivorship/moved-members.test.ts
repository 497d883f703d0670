import { expect, test } from "vitest";
import { movedMembers } from "./moved-members.ts";

const known = [
  { id: "g1", members: ["a", "b"], createdInRun: 1 },
  { id: "g2", members: ["c", "d"], createdInRun: 1 },
];
const cluster = (...members: string[]) => ({ members, reviewPending: false });

test.each([
  [
    [
      ["a", "b"],
      ["c", "d"],
    ],
    ["g1", "g2"],
    [],
    "nothing changed",
  ],
  [
    [
      ["a", "b", "e"],
      ["c", "d"],
    ],
    ["g1", "g2"],
    ["e:"],
    "a new record was in none",
  ],
  [[["a", "b", "c", "d"]], ["g1"], ["c:g2", "d:g2"], "two became one"],
  [[["a"], ["b"], ["c", "d"]], ["g1", "g3", "g2"], ["b:g1"], "one became two"],
  [[["a", "b"], ["c"]], ["g1", "g2"], ["d:g2"], "a record is gone"],
] as const)("movedMembers %#", (members, ids, expected, _why) => {
  const clusters = members.map((each) => cluster(...each));
  const moved = [...movedMembers(known, clusters, ids)];
  expect(moved.map(({ record, golden }) => `${record}:${golden}`)).toEqual(expected);
});
