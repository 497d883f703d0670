import { afterEach, beforeEach, expect, test } from "vitest";
import type { MatchedPair } from "../../model/golden.ts";
import { iterateClusters } from "../../workspace/clusters.ts";
import { addDecision, listDecisionLog } from "../../workspace/decisions.ts";
import { dedupeRecords } from "../dedupe-records.ts";
import { inventNormalized, inventProject, type InventedProject } from "../invented-project.ts";
import { openReview, type ReviewSession } from "./open-review.ts";

let project: InventedProject;
const pairs = [
  ["crm:0", "crm:1"],
  ["crm:1", "crm:2"],
  ["crm:0", "crm:2"],
] as const;
beforeEach(async () => {
  project = inventProject();
  const names = ["上海宏远贸易有限公司", "杭州明达软件有限公司", "北京华宸物流有限公司"];
  await project.store(
    names.map((name, at) => inventNormalized("customer", `crm:${at}`, { legal_name: name })),
  );
  await dedupeRecords({ recall: "normal" }, project.context);
  await project.queue(pairs);
});
afterEach(() => project.remove());

const open = (): ReviewSession => openReview(project.context, "王敏");
const questionOf = (session: ReviewSession): string => {
  const pair = session.next()?.pair;
  return pair === undefined ? "" : `${pair.left} ${pair.right}`;
};
const clusters = async (): Promise<number> => {
  await dedupeRecords({ recall: "normal" }, project.context);
  return project.inWorkspace((workspace) => [...iterateClusters(workspace, "customer")].length);
};

test("shows two records side by side and what they share", () => {
  const { pair } = open().next() ?? {};
  expect(pair?.fields).toEqual([
    { field: "legal_name", left: expect.any(String), right: expect.any(String), agrees: false },
  ]);
  expect(pair?.rules).toContain("H3");
});

test("does not ask what earlier answers say", async () => {
  const session = open();
  expect(session.total).toBe(3);
  session.next();
  session.decide(true);
  session.next();
  session.decide(true);
  expect([questionOf(session), session.left(), session.decided()]).toEqual(["", 0, 2]);
  expect(await clusters()).toBe(1);
});

test("a record that is apart from one is apart from all that are the same as it", () => {
  const session = open();
  session.next();
  session.decide(true);
  session.next();
  session.decide(false);
  expect(questionOf(session)).toBe("");
});

test("passes over what is skipped, and asks it in the next session", () => {
  const session = open();
  const first = questionOf(session);
  expect(questionOf(session)).not.toBe(first);
  expect(session.left()).toBe(3);
  expect(questionOf(open())).toBe(first);
});

test("takes an answer back and asks again", () => {
  const session = open();
  const first = questionOf(session);
  expect(session.undo()).toBe(false);
  expect(questionOf(session)).toBe(first);
  session.decide(true);
  expect(session.undo()).toBe(true);
  expect(questionOf(session)).toBe(first);
  expect(project.inWorkspace(listDecisionLog).map(({ same }) => same)).toEqual([true, null]);
});

test("a pair that was told apart does not come back, nor any other pair between the two", async () => {
  const session = open();
  while (session.next() !== undefined) session.decide(false);
  expect(await clusters()).toBe(3);
  await project.queue(pairs);
  expect(open().total).toBe(0);
});

test("asks whether a golden record is one that hangs by a weak match, once", async () => {
  const [record, other] = ["crm:0", "crm:1"] as const;
  const decide = {
    entity: "customer",
    left: record,
    right: other,
    same: true,
    reason: "",
  } as const;
  const author = { by: "王敏", at: "2026-11-24T10:00:00Z" };
  project.inWorkspace((workspace) => addDecision(workspace, decide, author));
  expect(await clusters()).toBe(2);
  const bridge = {
    left: record,
    right: "crm:2",
    weightMilliBits: 1500,
    verdict: "match",
    reason: "name=near BRIDGE",
    rules: ["BRIDGE"],
  } as const satisfies MatchedPair;
  await project.queue([bridge]);
  const session = open();
  expect([session.total, questionOf(session)]).toEqual([1, "crm:0 crm:2"]);
  session.decide(false);
  expect([session.left(), open().total]).toEqual([0, 0]);
});
