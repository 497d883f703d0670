import { expect, test } from "vitest";
import { assignStableIds } from "./assign-stable-ids.ts";
import { goldenIdOf } from "./golden-id.ts";
import type { KnownEntity } from "./overlaps.ts";

const known: readonly KnownEntity[] = [
  { id: "g-one", members: ["a", "b", "c"], createdInRun: 1 },
  { id: "g-two", members: ["d", "e", "f"], createdInRun: 2 },
];
const cluster = (...members: string[]) => ({ members, reviewPending: false });

test.each([
  [[["a", "b", "c"]], ["g-one"], [], "nothing changed"],
  [[["a", "b", "c", "x"]], ["g-one"], [{ kind: "absorbed", id: "g-one", others: [] }], "grew"],
  [
    [["a", "b", "c", "d", "e", "f"]],
    ["g-one"],
    [{ kind: "merged", id: "g-one", others: ["g-two"] }],
    "the older of two equal shares keeps its id",
  ],
  [
    [["a"], ["b", "c"]],
    [goldenIdOf("a"), "g-one"],
    [{ kind: "split", id: "g-one", others: [goldenIdOf("a")] }],
    "the larger part keeps the id",
  ],
  [
    [["x"]],
    [goldenIdOf("x")],
    [{ kind: "created", id: goldenIdOf("x"), others: [] }],
    "no known record",
  ],
])("%j -> %j", (members, ids, events) => {
  const result = assignStableIds(
    known,
    members.map((each) => cluster(...each)),
  );
  expect({ ids: result.ids, events: [...result.events] }).toEqual({ ids, events });
});

test("a golden id is the hash of the first member", () => {
  expect(goldenIdOf("crm:1001")).toMatch(/^g-[0-9a-f]{12}$/);
});

test("two records whose hashes are equal get two ids", () => {
  const taken = [goldenIdOf("x"), goldenIdOf("x\n1")];
  const others = taken.map((id) => ({ id, members: [`${id}:1`], createdInRun: 1 }));
  const { ids } = assignStableIds(others, [cluster("x")]);
  expect(ids).toEqual([goldenIdOf("x\n2")]);
});

test.each([
  [["abc", "def"], [], "nothing changed"],
  [["abcx", "def"], ["x:"], "a new record was in none"],
  [["abcdef"], ["d:g-two", "e:g-two", "f:g-two"], "two became one"],
  [["a", "bc", "def"], ["a:g-one"], "one became two"],
  [["ab", "def"], ["c:g-one"], "a record is gone"],
] as const)("records that moved, %j", (groups, expected, _why) => {
  const { moved, idOf, ids } = assignStableIds(
    known,
    groups.map((each) => cluster(...each)),
  );
  expect([...moved].map(({ record, golden }) => `${record}:${golden}`)).toEqual(expected);
  for (const [at, group] of groups.entries()) {
    for (const record of group) expect(idOf(record)).toBe(ids[at]);
  }
  expect(idOf("z")).toBeUndefined();
});
