import { createInterface } from "node:readline";
import type { ReadStream } from "node:tty";

/** What a person may answer to a question of a review. */
export type Answer = "yes" | "no" | "skip" | "undo" | "why" | "quit" | "interrupt" | "unknown";

const words: Readonly<Record<Exclude<Answer, "unknown">, readonly string[]>> = {
  yes: ["y", "yes", "same", "是", "相同"],
  no: ["n", "no", "different", "否", "不同"],
  skip: ["s", "skip", "跳过"],
  undo: ["u", "undo", "撤销"],
  why: ["w", "why", "为什么"],
  quit: ["q", "quit", "退出", "\u0004"],
  interrupt: ["\u0003"],
};

/** `readAnswer("Y")` -> "yes", `readAnswer("ｎ")` -> "no", `readAnswer("?")` -> "unknown" */
export function readAnswer(text: string): Answer {
  const word = text.normalize("NFKC").trim().toLowerCase();
  const control = text === "\u0003" || text === "\u0004" ? text : word;
  // The keys of `words` are answers.
  const entries = Object.entries(words) as [Answer, readonly string[]][];
  return entries.find(([, each]) => each.includes(control))?.[0] ?? "unknown";
}

type Input = NodeJS.ReadableStream & Partial<Pick<ReadStream, "isTTY" | "setRawMode">>;

/** One answer a key at a terminal, one a line from a pipe or a file; blank lines say nothing. */
export async function* readAnswers(input: Input = process.stdin): AsyncGenerator<Answer> {
  const texts = input.isTTY === true ? keysOf(input) : linesOf(input);
  for await (const text of texts) yield readAnswer(text);
}

async function* keysOf(input: Input): AsyncGenerator<string> {
  input.setRawMode?.(true);
  input.setEncoding("utf8");
  try {
    for await (const chunk of input) {
      // Arrow keys and the like come as escape sequences and answer nothing.
      const text = String(chunk);
      if (!text.startsWith("\u001b")) yield* text;
    }
  } finally {
    input.setRawMode?.(false);
    input.pause();
  }
}

async function* linesOf(input: Input): AsyncGenerator<string> {
  for await (const line of createInterface({ input })) if (line.trim() !== "") yield line;
}
