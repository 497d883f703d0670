import type { OptionSpec } from "../command.ts";

/** What a shell needs to know of one command. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly OptionSpec[];
}

/** Words that may follow `before`: `""` -> all first words, `"plan"` -> its subcommands. */
export function wordsAfter(before: string, commands: readonly CompletedCommand[]): string[] {
  const begin = before === "" ? "" : `${before} `;
  const words = commands
    .filter(({ name }) => name.startsWith(begin))
    .map(({ name }) => name.slice(begin.length).split(" ")[0] ?? "");
  return [...new Set(words)];
}

/** First words of commands that have subcommands. */
export function familiesOf(commands: readonly CompletedCommand[]): string[] {
  const firsts = commands.filter(({ name }) => name.includes(" ")).map(({ name }) => name);
  return [...new Set(firsts.map((name) => name.split(" ")[0] ?? ""))];
}
