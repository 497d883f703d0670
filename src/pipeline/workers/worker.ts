import { parentPort } from "node:worker_threads";
import type { SendPart } from "./send-part.ts";
import { preparations, tasks, type Tasks } from "./tasks.ts";
import type { Answer, Preparation, Question } from "./worker-pool.ts";

/** The other side of `openWorkerPool`: answers one question after the other. */
parentPort?.on("message", (message: Question<keyof Tasks> | Preparation) => {
  if ("prepare" in message) void preparations[message.prepare]();
  else void answer(message).then((reply) => parentPort?.postMessage(reply, []));
});

const sendPart: SendPart<unknown> = (part, buffers) => parentPort?.postMessage({ part }, buffers);

async function answer<Name extends keyof Tasks>({ task, input }: Question<Name>): Promise<Answer> {
  try {
    // Name and input come from one call of `ask`, so they belong together.
    const run = tasks[task] as (input: unknown, send: SendPart<unknown>) => Promise<unknown>;
    return { result: await run(input, sendPart) };
  } catch (error) {
    return { error };
  }
}
