import { Worker } from "node:worker_threads";
import type { SendPart } from "./send-part.ts";
import type { preparations, Tasks } from "./tasks.ts";

/** What a worker is sent. */
export interface Question<Name extends keyof Tasks> {
  readonly task: Name;
  readonly input: Parameters<Tasks[Name]>[0];
}

/** What a worker is told to load; nothing comes back. */
export interface Preparation {
  readonly prepare: keyof typeof preparations;
}

/** What it sends back in the end. */
export type Answer = { readonly result: unknown } | { readonly error: unknown };

type Result<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>;

/** What a task hands over before it is done. */
type PartOf<Name extends keyof Tasks> = Tasks[Name] extends (
  input: never,
  send: SendPart<infer Part>,
) => unknown
  ? Part
  : never;

/** Threads that share memory with this one. Whoever opens the pool closes it. */
export interface WorkerPool {
  /** Whether work on so many records is worth starting and warming up the threads. */
  isWorthIt(records: number): boolean;
  /** How many threads there are at most. */
  readonly size: number;
  /** How many parts to cut work into: several a thread, for they are not equally long. */
  readonly parts: number;
  /** Starts so many workers now, which load what a task needs while nobody asks them yet. */
  start(task: Preparation["prepare"], workers: number): void;
  /**
   * The results of all inputs in their order; an input waits until a worker is free. Several calls
   * may be under way. `take` gets the parts that tasks hand over as they come; when it throws, the
   * call fails.
   */
  askAll<Name extends keyof Tasks>(
    task: Name,
    inputs: readonly Question<Name>["input"][],
    take?: (part: PartOf<Name>) => void,
  ): Promise<Result<Name>[]>;
  /** Ends the workers, with what they hold; the next question would start new ones. */
  close(): Promise<void>;
}

const partsPerWorker = 8;

/** Below this a second thread costs more to start and to warm up than it saves. */
const leastRecords = 60_000;

/** A pool of `size` workers; they start with the first questions. */
export function openWorkerPool(size: number, least: number = leastRecords): WorkerPool {
  const line = new WaitingLine(size);
  return {
    isWorthIt: (records) => size > 1 && records >= least,
    size,
    parts: size * partsPerWorker,
    start: (task, workers) => line.start(task, workers),
    askAll: (task, inputs, take) =>
      Promise.all(inputs.map((input) => line.ask({ task, input }, take))),
    close: () => line.close(),
  };
}

interface Waiting {
  readonly question: Question<keyof Tasks>;
  readonly take: (part: unknown) => void;
  readonly answered: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** Questions in the order in which they came; whichever worker is free takes the first one. */
class WaitingLine {
  readonly #size: number;
  readonly #waiting: Waiting[] = [];
  #workers: Worker[] = [];
  #free: Worker[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  start(prepare: Preparation["prepare"], workers: number): void {
    while (this.#workers.length < workers) {
      const worker = this.#another();
      if (worker === undefined) return;
      worker.postMessage({ prepare }, []);
      this.#free.push(worker);
    }
  }

  ask<Name extends keyof Tasks>(
    question: Question<Name>,
    take: (part: PartOf<Name>) => void = () => undefined,
  ): Promise<Result<Name>> {
    const answer = new Promise<unknown>((answered, failed) => {
      // The parts that come while this question is answered are those of its task.
      this.#waiting.push({ question, take: take as (part: unknown) => void, answered, failed });
    });
    void this.#serve();
    // The worker ran the task of the question, so this is its result.
    return answer as Promise<Result<Name>>;
  }

  async close(): Promise<void> {
    const workers = this.#workers;
    [this.#workers, this.#free] = [[], []];
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  async #serve(): Promise<void> {
    const worker = this.#free.pop() ?? this.#another();
    const next = worker && this.#waiting.shift();
    if (worker === undefined || next === undefined) return;
    try {
      next.answered(await ask(worker, next));
    } catch (error) {
      next.failed(error);
    }
    if (!this.#workers.includes(worker)) return;
    this.#free.push(worker);
    if (this.#waiting.length > 0) void this.#serve();
  }

  #another(): Worker | undefined {
    if (this.#workers.length === this.#size) return undefined;
    const worker = startWorker();
    this.#workers.push(worker);
    return worker;
  }
}

/**
 * What threads make lies in typed arrays outside their heaps; without a limit each of them lets
 * hundreds of megabytes of dead strings gather before it collects them.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 };

/** This file is TypeScript in the checkout and JavaScript in the package; so is the worker's. */
function startWorker(): Worker {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new Worker(new URL(`./worker.${extension}`, import.meta.url), { resourceLimits });
}

async function ask(worker: Worker, { question, take }: Waiting): Promise<unknown> {
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.on("message", (message: Answer | { readonly part: unknown }) => {
      if (!("part" in message)) return resolve(message);
      try {
        take(message.part);
      } catch (error) {
        reject(error);
      }
    });
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
