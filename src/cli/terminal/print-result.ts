import { stableJson } from "../../report/json.ts";
import { writeOutput } from "./output.ts";
import { say } from "./messages.ts";
import { paintCommands, styleOf } from "./style.ts";
import type { Terminal } from "./terminal.ts";

/** A result with its name: JSON carries `"format": "goldpan.<thing>/1"`. */
export interface Result {
  readonly thing: string;
  readonly value: object;
  /** What a person reads, on stdout. */
  readonly text: () => string;
  /** The talk on stderr: a sentence and what comes next. */
  readonly talk?: readonly string[];
}

/** Prints a result in the form that was asked for: JSON and nothing else, or text and the talk. */
export async function printResult(
  { thing, value, text, talk = [] }: Result,
  terminal: Terminal,
): Promise<void> {
  if (terminal.format === "json") return writeOutput("-", terminal, jsonText(thing, value));
  await writeOutput("-", terminal, text());
  if (!terminal.quiet) talk.forEach((line) => tell(line, terminal));
}

/** `jsonText("runs", { runs: [] })` -> `{ "format": "goldpan.runs/1", "runs": [] }` */
export function jsonText(thing: string, value: object): string {
  return stableJson({ format: `goldpan.${thing}/1`, ...value });
}

/** One line of talk on stderr, with its commands painted. */
export function tell(line: string, terminal: Terminal): void {
  terminal.stderr(`${paintCommands(line, styleOf(terminal))}\n`);
}

/** What to do next, unless the user wants results only. */
export function hint(
  key: Parameters<typeof say>[1],
  terminal: Terminal,
  values: Readonly<Record<string, string>> = {},
): string {
  return `hint: ${say(terminal.language, key, values)}`;
}
