import { setImmediate } from "node:timers/promises";
import { GoldpanError } from "../errors.ts";
import { rollbackLoad as rollBackRows } from "../load/rollback-load.ts";
import type { KeptEdit, RollbackCounts } from "../load/rollback-sums.ts";
import type { EntityName } from "../model/entity.ts";
import { runDay, targetOf, withStore, type Target } from "./loading/open-target.ts";
import type { RunContext } from "./run-context.ts";

export interface RollbackQuestion {
  readonly run: string;
  readonly dryRun: boolean;
  readonly onConflict: "keep" | "abort" | "force";
  readonly where?: string | undefined;
  readonly entity?: EntityName | undefined;
  readonly batch?: number | undefined;
  /** Told every value that stays. */
  readonly onKept?: ((kept: KeptEdit) => void) | undefined;
  /** Asked after each batch: true ends the rollback there. */
  readonly isInterrupted?: (() => boolean) | undefined;
}

export interface RollbackResult extends RollbackCounts {
  /** The run that took it back; "" for a dry run. */
  readonly run: string;
  readonly undoes: string;
  readonly target: string;
  readonly dryRun: boolean;
  /** The first thousand. */
  readonly kept: readonly KeptEdit[];
}

const keptEdits = 1000;

/**
 * Takes back a load of the project's CRM. Throws LOAD_ROLLBACK_INTERRUPTED when it was stopped
 * between two batches; LOAD_NO_SUCH_RUN, LOAD_ROLLBACK_CONFLICT and the like.
 */
export async function rollbackLoad(
  question: RollbackQuestion,
  context: RunContext,
): Promise<RollbackResult> {
  const target = targetOf(context);
  const kept: KeptEdit[] = [];
  const result = await withStore(target, await modeFor(question, target), async (store) =>
    rollBackRows({
      ...question,
      store,
      day: runDay(context),
      startedAt: context.startedAt,
      onKept: (edit) => {
        if (kept.length < keptEdits) kept.push(edit);
        question.onKept?.(edit);
      },
      onBatch: async (done, total) => {
        context.emit({ step: "rollback", done, total });
        await setImmediate();
        return question.isInterrupted?.() !== true;
      },
    }),
  );
  const { progress, ...counts } = result;
  if (!result.isFinished) {
    const details = { run: question.run, done: progress.done, planned: progress.total };
    throw new GoldpanError("LOAD_ROLLBACK_INTERRUPTED", details);
  }
  return { ...counts, target: target.name, dryRun: question.dryRun, kept };
}

/** A store that has no such run is only read: opening one to write would make it. */
async function modeFor({ run }: RollbackQuestion, target: Target): Promise<"read" | "write"> {
  const runs = await withStore(target, "read", async (store) => store.runs());
  return runs.some(({ id }) => id === run) ? "write" : "read";
}
