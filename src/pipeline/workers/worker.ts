import { parentPort } from "node:worker_threads";
import type { SendPart } from "./send-part.ts";
import { takeShare, type Share } from "./take-share.ts";
import { preparations, tasks, type Tasks } from "./tasks.ts";
import type { Answer, Preparation, Question } from "./worker-pool.ts";

/** The other side of `openWorkerPool`: answers one question after the other. */
parentPort?.on("message", (message: Question<keyof Tasks> | Share | Preparation) => {
  if ("prepare" in message) void preparations[message.prepare]();
  else void answer(message).then((reply) => parentPort?.postMessage(reply, []));
});

const sendPart: SendPart<unknown> = (part, buffers) => parentPort?.postMessage({ part }, buffers);

async function answer(question: Question<keyof Tasks> | Share): Promise<Answer> {
  try {
    if ("inputs" in question) return { result: await takeShare(question) };
    // Name and input come from one call of `ask`, so they belong together.
    const run = tasks[question.task] as (input: unknown, send: typeof sendPart) => Promise<unknown>;
    return { result: await run(question.input, sendPart) };
  } catch (error) {
    return { error };
  }
}
