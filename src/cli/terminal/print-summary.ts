import { writeOutput } from "./output.ts";
import { jsonText, type Result } from "./print-result.ts";
import type { Terminal } from "./terminal.ts";

/** A summary beside a result that went to a file or to stdout. */
interface Summary extends Omit<Result, "talk" | "text"> {
  /** Asked for when somebody is to read it. */
  readonly text: () => string | Promise<string>;
  /** Where the result went. */
  readonly output: string;
}

/**
 * Tells what a filter did: on stderr, because stdout may be the result itself; as JSON on stdout
 * when that was asked for and the result went to a file.
 */
export async function printSummary(
  { thing, value, text, output }: Summary,
  terminal: Terminal,
): Promise<void> {
  const asJson = terminal.format === "json";
  if (asJson && output !== "-") return writeOutput("-", terminal, jsonText(thing, value));
  if (!terminal.quiet) terminal.stderr(asJson ? jsonText(thing, value) : await text());
}
