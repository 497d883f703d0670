import { Worker } from "node:worker_threads";
import type { SendPart } from "./send-part.ts";
import { inOrder, shareOf, takeShare, type PlacedResult, type Share } from "./take-share.ts";
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
  /** As `askAll` while this thread has work of its own: one worker fewer is at it. */
  askBeside<Name extends keyof Tasks>(
    task: Name,
    inputs: readonly Question<Name>["input"][],
  ): Promise<Result<Name>[]>;
  /**
   * The results of all inputs in their order, each from whoever is free: this thread, once it has
   * nothing else to do, or one of the workers beside it.
   */
  shareAll<Name extends keyof Tasks>(
    task: Name,
    inputs: readonly Question<Name>["input"][],
  ): Promise<Result<Name>[]>;
  /** Ends the workers, with what they hold; the next question would start new ones. */
  close(): Promise<void>;
}

const partsPerWorker = 8;

/** Below this a second thread costs more to start and to warm up than it saves. */
const leastRecords = 60_000;

/** A pool of `size` workers; they start with the first questions. */
export function openWorkerPool(size: number, least: number = leastRecords): WorkerPool {
  const line = new WaitingLine();
  const others = Math.max(1, size - 1);
  return {
    isWorthIt: (records) => size > 1 && records >= least,
    size,
    parts: size * partsPerWorker,
    start: (task, workers) => line.start(task, workers),
    askAll: (task, inputs, take) =>
      Promise.all(inputs.map((input) => line.ask({ task, input }, size, take))),
    askBeside: (task, inputs) =>
      Promise.all(inputs.map((input) => line.ask({ task, input }, others))),
    shareAll: async (task, inputs) => {
      const share = shareOf(task, inputs);
      const asked = Array.from({ length: Math.min(others, inputs.length) }, () => share);
      const apart = asked.map((each) => line.askShare(each, others));
      // Whoever is free took an input of this task, so these are its results.
      return inOrder(await Promise.all([...apart, takeShare(share)])) as Result<typeof task>[];
    },
    close: () => line.close(),
  };
}

interface Waiting {
  readonly question: Question<keyof Tasks> | Share;
  readonly take: Take;
  readonly answered: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

type Take = (part: unknown) => void;

/** Questions in the order in which they came; whichever worker is free takes the first one. */
class WaitingLine {
  readonly #waiting: Waiting[] = [];
  #workers: Worker[] = [];
  #free: Worker[] = [];

  start(prepare: Preparation["prepare"], workers: number): void {
    while (this.#workers.length < workers) {
      const worker = this.#another();
      worker.postMessage({ prepare }, []);
      this.#free.push(worker);
    }
  }

  /** Has one of so many workers answer; where there are fewer yet, another one starts. */
  ask<Name extends keyof Tasks>(
    question: Question<Name>,
    most: number,
    take: (part: PartOf<Name>) => void = () => undefined,
  ): Promise<Result<Name>> {
    // The worker runs the task of the question: the parts and the result are those of this task.
    return this.#add(question, most, take as Take) as Promise<Result<Name>>;
  }

  /** The same for a share of several inputs. */
  askShare(share: Share, most: number): Promise<PlacedResult[]> {
    // The worker answers a share by `takeShare`.
    return this.#add(share, most, () => undefined) as Promise<PlacedResult[]>;
  }

  #add(question: Waiting["question"], most: number, take: Take): Promise<unknown> {
    const answer = new Promise<unknown>((answered, failed) => {
      this.#waiting.push({ question, take, answered, failed });
    });
    void this.#serve(most);
    return answer;
  }

  async close(): Promise<void> {
    const workers = this.#workers;
    [this.#workers, this.#free] = [[], []];
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  async #serve(most: number): Promise<void> {
    if (this.#free.length === 0 && this.#workers.length >= most) return;
    const worker = this.#free.pop() ?? this.#another();
    const next = this.#waiting.shift();
    if (next === undefined) return;
    try {
      next.answered(await ask(worker, next));
    } catch (error) {
      next.failed(error);
    }
    if (!this.#workers.includes(worker)) return;
    this.#free.push(worker);
    if (this.#waiting.length > 0) void this.#serve(most);
  }

  #another(): Worker {
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
