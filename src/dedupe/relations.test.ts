import { describe, expect, test } from "vitest";
import { findDuplicates } from "./find-duplicates.ts";
import { inventName, inventRecord } from "./invented-records.ts";
import { packRecords } from "./pack.ts";
import { findRelations, relationKind } from "./relations.ts";

const name = (region: string, branch = "") =>
  inventName({
    norm: `宏远贸易${region}${branch}`,
    region,
    brand: "宏远",
    industry: ["贸易"],
    branch,
  });

function relationsOf(names: Readonly<Record<string, ReturnType<typeof name>>>) {
  const records = Object.entries(names).map(([id, each]) =>
    inventRecord(id, "customer", { legal_name: [each] }),
  );
  const packed = packRecords(records, "customer");
  const { clusters } = findDuplicates(records, { entity: "customer" });
  const goldenOf = (id: string): string | undefined =>
    clusters.find(({ members }) => members.includes(id))?.members[0];
  return findRelations({ packed, pairs: [], goldenOf });
}

describe("findRelations", () => {
  test("ties a branch to the head office of its name", () => {
    const names = { a: name("310000"), b: name("310000", "深圳分公司") };
    expect(relationsOf(names)).toEqual([
      { left: "a", right: "b", kind: "parent_branch", reason: "" },
    ]);
  });

  test("takes the head office of the same place, and none where several fit", () => {
    const [shanghai, beijing] = [name("310000"), name("110000")];
    const branch = name("310000", "深圳分公司");
    expect(relationsOf({ a: shanghai, b: beijing, c: branch })).toMatchObject([{ left: "a" }]);
    const elsewhere = name("510000", "深圳分公司");
    expect(relationsOf({ a: shanghai, b: beijing, c: elsewhere })).toEqual([]);
  });

  test("says what kind of pair waits between two golden records", () => {
    const packed = packRecords([], "customer");
    const pair = { left: "b", right: "a", weightMilliBits: 0, verdict: "possible" } as const;
    const source = { packed, goldenOf: (id: string) => `g-${id}` };
    const waiting = [{ ...pair, reason: "name=brand H3", rules: ["H3"] }];
    expect(findRelations({ ...source, pairs: waiting })).toEqual([
      { left: "g-a", right: "g-b", kind: "same_group", reason: "name=brand H3" },
    ]);
    const joined = [{ ...pair, verdict: "match", reason: "", rules: [] } as const];
    expect(findRelations({ ...source, pairs: joined })).toEqual([]);
  });
});

test.each([
  [["H3"], "same_group"],
  [["KIN"], "same_group"],
  [["H8", "H6"], "renamed"],
  [["H2", "H8"], "parent_branch"],
  [["H4"], "possibly_same"],
  [[], "possibly_same"],
])("the rules %j make %s", (rules, kind) => {
  expect(relationKind(rules)).toBe(kind);
});
