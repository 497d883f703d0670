import { expect, test } from "vitest";
import type { ProgressEvent } from "../../pipeline/run-context.ts";
import type { Terminal } from "./terminal.ts";
import { progressText, withProgress } from "./progress.ts";

test.each<[ProgressEvent, number, string, string]>([
  [{ step: "import", done: 1200 }, 0, "import  1,200", "no total, no bar"],
  [
    { step: "load", done: 50, total: 100 },
    1000,
    "load  [##########          ]  50%   50 / 100   eta 1s",
    "half is done in a second",
  ],
  [{ step: "load", done: 0, total: 0 }, 1000, "load  0", "there is nothing to do"],
])("%j after %i ms reads %j because %s", (event, elapsed, expected) => {
  expect(progressText(event, elapsed)).toBe(expected);
});

test("tells a log of it every ten seconds, and machines of every event", async () => {
  const told = async (progress: "plain" | "jsonl"): Promise<string> => {
    let [seconds, text] = [0, ""];
    const terminal = {
      progress,
      now: () => new Date(seconds * 1000),
      stderr: (line: string) => void (text += line),
    };
    // The drawers of logs and machines touch nothing else of a terminal.
    await withProgress(terminal as unknown as Terminal, async (emit) => {
      for (seconds = 0; seconds <= 12; seconds += 4) emit({ step: "dedupe", done: seconds });
    });
    return text;
  };
  expect(await told("plain")).toBe("dedupe  12\n");
  expect((await told("jsonl")).split("\n")[0]).toBe(
    '{"event":"progress","step":"dedupe","done":0}',
  );
});
