import { Worker } from "node:worker_threads";
import type { WorkbookMessage, WorkbookQuestion } from "./workbook-message.ts";

interface Listener {
  readonly onMessage: (message: WorkbookMessage) => void;
  /** The thread died: of an error, or by itself. */
  readonly onFailure: (error: Error | undefined) => void;
}

/** A thread that has SheetJS loaded. It answers one question at a time. */
class WorkbookThread {
  readonly heapMb: number;
  /** It is in a loop or dead, and of no more use. */
  isSpent = false;
  private readonly worker: Worker;

  constructor(heapMb: number) {
    this.heapMb = heapMb;
    this.worker = startWorker(heapMb);
  }

  ask(question: WorkbookQuestion, { onMessage, onFailure }: Listener): void {
    this.worker.ref();
    this.worker.on("message", onMessage);
    this.worker.on("error", onFailure);
    this.worker.on("exit", () => onFailure(undefined));
    this.worker.postMessage(question, []);
  }

  /** Keeps the thread for the next question, without keeping the process alive for it. */
  rest(): void {
    this.forget();
    this.worker.unref();
  }

  async end(): Promise<void> {
    this.forget();
    await this.worker.terminate();
  }

  private forget(): void {
    for (const event of ["message", "error", "exit"]) this.worker.removeAllListeners(event);
    // A thread that is ended in the middle may report so; nobody waits for it any more.
    this.worker.on("error", () => undefined);
  }
}

/** To load SheetJS takes longer than to read most workbooks: one thread waits for the next one. */
let idle: WorkbookThread | undefined;

/** A thread with at least so much memory for what SheetJS makes of a file. */
export function takeThread(heapMb: number): WorkbookThread {
  const waiting = idle;
  idle = undefined;
  if (waiting !== undefined && waiting.heapMb >= heapMb) return waiting;
  void waiting?.end();
  return new WorkbookThread(heapMb);
}

export async function giveBack(thread: WorkbookThread): Promise<void> {
  if (thread.isSpent || idle !== undefined) return await thread.end();
  thread.rest();
  idle = thread;
}

/** This file is TypeScript in the checkout and JavaScript in the package; so is the thread's. */
function startWorker(maxOldGenerationSizeMb: number): Worker {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  // SheetJS tells of odd records on stderr, where nobody understands them.
  return new Worker(new URL(`./workbook-thread.${extension}`, import.meta.url), {
    stderr: true,
    stdout: true,
    resourceLimits: { maxOldGenerationSizeMb },
  });
}
