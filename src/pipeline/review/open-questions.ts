import { byCodePoint } from "../../text/code-point.ts";
import type { QueuedPair } from "./review-queue.ts";

/** What a person said about the question at a place of the queue. */
export interface ReviewAnswer {
  readonly at: number;
  readonly same: boolean;
}

/**
 * The places of the questions that the answers leave open: with A = B and B = C nobody needs to be
 * asked about A and C, and with A = B and B apart from C neither. What a golden record hangs by
 * stays open until it is answered itself.
 */
export function openQuestions(
  queue: readonly QueuedPair[],
  answers: readonly ReviewAnswer[],
): number[] {
  const groupOf = joinSame(queue, answers);
  const keyAt = (at: number): string => {
    const { entity = "", goldens = ["", ""] } = queue[at] ?? {};
    const groups = goldens.map((golden) => groupOf(`${entity} ${golden}`));
    return groups[0] === groups[1] ? "" : groups.sort(byCodePoint).join("\n");
  };
  const apart = new Set(answers.filter(({ same }) => !same).map(({ at }) => keyAt(at)));
  apart.delete("");
  const answered = new Set(answers.map(({ at }) => at));
  return queue.flatMap(({ isBridge }, at) => {
    if (isBridge) return answered.has(at) ? [] : [at];
    const key = keyAt(at);
    return answered.has(at) || key === "" || apart.has(key) ? [] : [at];
  });
}

/** Golden record -> the first one of those that people said are the same. */
function joinSame(
  queue: readonly QueuedPair[],
  answers: readonly ReviewAnswer[],
): (golden: string) => string {
  const parent = new Map<string, string>();
  const rootOf = (golden: string): string => {
    let root = golden;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    return root;
  };
  for (const { at, same } of answers) {
    const { entity = "", goldens = ["", ""] } = queue[at] ?? {};
    const [left = "", right = ""] = goldens.map((golden) => rootOf(`${entity} ${golden}`));
    if (same && left !== right) parent.set(right, left);
  }
  return rootOf;
}
