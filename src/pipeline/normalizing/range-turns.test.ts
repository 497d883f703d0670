import { expect, test } from "vitest";
import { createTurns, InTurn, turnsOf } from "./range-turns.ts";

test("each range falls to one worker, and what it made is taken in the order of the ranges", () => {
  const turns = createTurns();
  const taken: number[] = [];
  const inTurn = new InTurn<{ readonly at: number }>(turns, ({ at }) => void taken.push(at));
  const [one, other] = [turnsOf(turns, 5), turnsOf(turns, 5)];
  const falls = [one, other, other, one, one, other, one].map((worker) => worker.next().value);
  expect(falls).toEqual([0, 1, 2, 3, 4, undefined, undefined]);
  for (const at of [2, 1, 0, 4]) inTurn.add({ at });
  expect(taken).toEqual([0, 1, 2]);
  inTurn.add({ at: 3 });
  inTurn.end();
  inTurn.add({ at: 5 });
  expect(taken).toEqual([0, 1, 2, 3, 4]);
});
