import type { ReviewPair } from "../../report/review-pair-text.ts";
import { addDecision, revokeDecision } from "../../workspace/decisions.ts";
import { openWorkspace, type Workspace } from "../../workspace/open-workspace.ts";
import type { RunContext } from "../run-context.ts";
import { createPairDescriber } from "./describe-pair.ts";
import { openQuestions, type ReviewAnswer } from "./open-questions.ts";
import { listReviewQueue, type QueuedPair } from "./review-queue.ts";

/** A question of a session: its place in the queue, and the pair. */
export interface ReviewQuestion {
  readonly number: number;
  readonly pair: ReviewPair;
}

/** A person at the queue. Every answer is in the workspace before the next question is asked. */
export interface ReviewSession {
  readonly total: number;
  /** How many pairs were decided in this session. */
  decided(): number;
  /** The next question that its earlier answers leave open; undefined at the end. */
  next(): ReviewQuestion | undefined;
  /** Answers the last question; it comes back in a later session when nobody answers. */
  decide(same: boolean): void;
  /** Takes the last answer back and asks its question next; without one, the same again: false. */
  undo(): boolean;
  /** How many questions are open. */
  left(): number;
}

interface Answer extends ReviewAnswer {
  readonly id: number;
}

/** Begins a session over the pairs that wait since the last `dedupe`; `by` is who decides. */
export function openReview(context: RunContext, by: string): ReviewSession {
  const { startedAt, model } = context;
  const queue = withWorkspace(context, "read", listReviewQueue);
  const author = { by, at: startedAt };
  let answers: readonly Answer[] = [];
  let at = -1;
  return {
    total: queue.length,
    decided: () => answers.length,
    left: () => openQuestions(queue, answers).length,
    next() {
      at = openQuestions(queue, answers).find((each) => each > at) ?? queue.length;
      const queued = queue[at];
      if (queued === undefined) return undefined;
      const pair = withWorkspace(context, "read", (each) =>
        createPairDescriber(each, model)(queued),
      );
      return { number: at + 1, pair };
    },
    decide(same) {
      const { entity, pair } = askedAt(queue, at);
      const { left, right, reason } = pair;
      const id = withWorkspace(context, "write", (each) =>
        addDecision(each, { entity, left, right, same, reason }, author),
      );
      answers = [...answers, { at, id, same }];
    },
    undo() {
      const last = answers.at(-1);
      // Nothing to take back: the question that was asked stays open.
      if (last === undefined) at -= 1;
      if (last === undefined) return false;
      withWorkspace(context, "write", (each) => revokeDecision(each, last.id, author));
      answers = answers.slice(0, -1);
      at = last.at - 1;
      return true;
    },
  };
}

function askedAt(queue: readonly QueuedPair[], at: number): QueuedPair {
  const queued = queue[at];
  if (queued === undefined) throw new Error("No question was asked");
  return queued;
}

/** Opened for each answer anew, so that nobody is locked out while a person thinks. */
function withWorkspace<Result>(
  { workspacePath, startedAt }: RunContext,
  mode: "read" | "write",
  work: (workspace: Workspace) => Result,
): Result {
  const workspace = openWorkspace(workspacePath, { mode, startedAt });
  try {
    return work(workspace);
  } finally {
    workspace.close();
  }
}
