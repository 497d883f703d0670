import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { readAnswer, readAnswers, type Answer } from "./read-answers.ts";

test.each([
  ["y", "yes", "a key"],
  ["Yes", "yes", "a word"],
  ["ｎ", "no", "full width"],
  ["是", "yes", "Chinese"],
  ["不同", "no", "Chinese"],
  ["\u0003", "interrupt", "Ctrl-C in raw mode"],
  ["\u0004", "quit", "end of input"],
  ["?", "unknown", "none of the keys"],
])("%j is %s: %s", (text, answer) => {
  expect(readAnswer(text)).toBe(answer);
});

async function answersOf(input: Parameters<typeof readAnswers>[0]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for await (const answer of readAnswers(input)) answers.push(answer);
  return answers;
}

test("a pipe answers line by line", async () => {
  const input = Readable.from(["y\nno", "\n\ns\r\n"]);
  expect(await answersOf(input)).toEqual(["yes", "no", "skip"]);
});

test("a terminal answers key by key, arrows aside, and is given back as it was", async () => {
  const modes: boolean[] = [];
  const input = Object.assign(Readable.from(["y", "\u001b[A", "nw"]), {
    isTTY: true as const,
    setRawMode: (isRaw: boolean) => void modes.push(isRaw),
  });
  // Raw mode of a stand-in need not hand the stream back.
  expect(await answersOf(input as never)).toEqual(["yes", "no", "why"]);
  expect(modes).toEqual([true, false]);
});
