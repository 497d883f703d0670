import { Worker } from "node:worker_threads";
import type { Tasks } from "./tasks.ts";

/** What a worker is sent. */
export interface Question<Name extends keyof Tasks> {
  readonly task: Name;
  readonly input: Parameters<Tasks[Name]>[0];
}

/** What it sends back. */
export type Answer = { readonly result: unknown } | { readonly error: unknown };

type Result<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>;

/** Threads that share memory with this one. Whoever opens the pool closes it. */
export interface WorkerPool {
  /** Whether work on so many records is worth starting and warming up the threads. */
  isWorthIt(records: number): boolean;
  /** How many threads there are at most. */
  readonly size: number;
  /** How many parts to cut work into: several a thread, for they are not equally long. */
  readonly parts: number;
  /** The results of all inputs in their order; an input waits until a worker is free. */
  askAll<Name extends keyof Tasks>(
    task: Name,
    inputs: readonly Question<Name>["input"][],
  ): Promise<Result<Name>[]>;
  /** Ends the workers, with what they hold; the next question would start new ones. */
  close(): Promise<void>;
}

const partsPerWorker = 8;

/** Below this a second thread costs more to start and to warm up than it saves. */
const leastRecords = 60_000;

/** A pool of `size` workers; they start with the first question. */
export function openWorkerPool(size: number, least: number = leastRecords): WorkerPool {
  const workers: Worker[] = [];
  const workerAt = (at: number): Worker => (workers[at] ??= startWorker());
  return {
    isWorthIt: (records) => size > 1 && records >= least,
    size,
    parts: size * partsPerWorker,
    async askAll(task, inputs) {
      const results: Result<typeof task>[] = [];
      const waiting = inputs.entries();
      const serve = async (worker: Worker): Promise<void> => {
        for (const [at, input] of waiting) {
          // The worker ran `task`, so this is its result.
          results[at] = (await ask(worker, { task, input })) as Result<typeof task>;
        }
      };
      const needed = Math.min(size, inputs.length);
      await Promise.all(Array.from({ length: needed }, (_, at) => serve(workerAt(at))));
      return results;
    },
    close: async () => {
      await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
    },
  };
}

/**
 * What threads make lies in typed arrays outside their heaps; without a limit each of them lets
 * hundreds of megabytes of dead strings gather before it collects them.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };

/** This file is TypeScript in the checkout and JavaScript in the package; so is the worker's. */
function startWorker(): Worker {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new Worker(new URL(`./worker.${extension}`, import.meta.url), { resourceLimits });
}

async function ask(worker: Worker, question: Question<keyof Tasks>): Promise<unknown> {
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  worker.postMessage(question, []);
  try {
    const reply = await answer;
    if ("error" in reply) throw reply.error;
    return reply.result;
  } finally {
    worker.removeAllListeners("message");
    worker.removeAllListeners("error");
  }
}
