import { setImmediate } from "node:timers/promises";
import type { VerifyCheck, VerifyLevel } from "../load/verify-check.ts";
import { verifyLoad as verifyRows } from "../load/verify-load.ts";
import type { RowDifference } from "../load/verify-rows.ts";
import { targetOf, withStore } from "./loading/open-target.ts";
import type { RunContext } from "./run-context.ts";

export interface VerifyQuestion {
  /** The last load that was not rolled back where none is named. */
  readonly run?: string | undefined;
  readonly level: VerifyLevel;
}

export interface VerifyResult {
  readonly run: string;
  readonly target: string;
  readonly checks: readonly VerifyCheck[];
  /** The first thousand. */
  readonly differences: readonly RowDifference[];
  readonly differenceCount: number;
}

const keptDifferences = 1000;

/** Reads back what a load wrote and compares it with the journal. Throws LOAD_NO_SUCH_RUN. */
export async function verifyLoad(
  { run, level }: VerifyQuestion,
  context: RunContext,
): Promise<VerifyResult> {
  const target = targetOf(context);
  const differences: RowDifference[] = [];
  let differenceCount = 0;
  const { run: verified, checks } = await withStore(target, "read", async (store) =>
    verifyRows({
      store,
      run,
      level,
      onDifference: (difference) => {
        differenceCount += 1;
        if (differences.length < keptDifferences) differences.push(difference);
      },
      onProgress: async (done, total) => {
        context.emit({ step: "verify", done, total });
        await setImmediate();
      },
    }),
  );
  return { run: verified, target: target.name, checks, differences, differenceCount };
}
