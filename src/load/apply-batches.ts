import type { PlanOperation } from "../model/plan.ts";
import type { StoreTransaction } from "../stores/store.ts";
import { AppliedRows } from "./applied-rows.ts";
import { applyBatch, type BatchPlace } from "./apply-batch.ts";
import type { ApplyProgress, ApplyQuestion } from "./apply-question.ts";
import { inBatches } from "./in-batches.ts";
import { pieceSize, transactionSize } from "./transaction-size.ts";

/** What was written in one call, and how far the plan is applied. */
export interface Applied {
  readonly rows: AppliedRows;
  readonly progress: ApplyProgress;
}

/** Writes the operations after `afterSeq`, so many a transaction, as long as `onBatch` agrees. */
export async function applyBatches(
  question: ApplyQuestion,
  place: BatchPlace,
  afterSeq: number,
): Promise<Applied> {
  const { plan, batchSize = transactionSize } = question;
  const operations = plan.operations({ afterSeq, writes: true });
  const pieces = inBatches(operations, Math.min(pieceSize, batchSize));
  try {
    return await applyAll(
      question,
      { pieces, batchSize, rows: new AppliedRows(), place },
      afterSeq,
    );
  } finally {
    // The plan can be asked nothing else while it is being read.
    pieces.return(undefined);
  }
}

async function applyAll(
  { plan, store, onBatch }: ApplyQuestion,
  begun: Batch,
  afterSeq: number,
): Promise<Applied> {
  const { rows, place } = begun;
  const total = plan.writes;
  let done = afterSeq === 0 ? 0 : total - plan.countWrites(afterSeq);
  for (let batch = place.batch + 1; done < total; batch += 1) {
    done += await store.transaction(async (write) => {
      const written = await applyPieces({ ...begun, place: { ...place, batch } }, write);
      if (done + written === total) await write.setRunState(place.run, "done");
      return written;
    });
    if ((await onBatch?.({ done, total })) === false) break;
  }
  return { rows, progress: { done, total } };
}

interface Batch {
  readonly pieces: Iterator<readonly PlanOperation[]>;
  readonly batchSize: number;
  readonly rows: AppliedRows;
  readonly place: BatchPlace;
}

/** Applies pieces until the batch is full or the plan at its end; returns how many operations. */
async function applyPieces(
  { pieces, batchSize, rows, place }: Batch,
  write: StoreTransaction,
): Promise<number> {
  let written = 0;
  while (written < batchSize) {
    const next = pieces.next();
    if (next.done === true) break;
    rows.add(await applyBatch(next.value, place, write));
    written += next.value.length;
  }
  return written;
}
