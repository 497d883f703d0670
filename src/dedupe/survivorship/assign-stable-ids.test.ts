import { expect, test } from "vitest";
import { assignStableIds, type KnownEntity } from "./assign-stable-ids.ts";
import { goldenIdOf } from "./golden-id.ts";

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
  expect(result).toEqual({ ids, events });
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
