import { GoldpanError } from "../errors.ts";
import type { CommandEntry } from "./command.ts";
import { commonOptions } from "./common-options.ts";
import { longFlag, shortFlag, takesValue } from "./option-name.ts";

/** What a command line starts with. */
export interface Resolved {
  /** Undefined where no command was named. */
  readonly entry?: CommandEntry;
  /** Commands that begin with the word that was typed: `mapping` -> `mapping suggest` ... */
  readonly family: readonly CommandEntry[];
  /** The words without the name of the command. */
  readonly words: readonly string[];
}

/**
 * Finds the command in the words; options that all commands share may stand before it.
 * `["--lang", "zh", "plan", "show", "a.plan"]` -> `plan show` with `--lang zh a.plan`.
 * Throws USAGE_UNKNOWN_COMMAND or USAGE_MISTYPED_COMMAND.
 */
export async function resolveCommand(
  words: readonly string[],
  commands: readonly CommandEntry[],
): Promise<Resolved> {
  const at = firstName(words);
  const [first, second] = [words[at], words[at + 1]];
  if (first === undefined) return { family: [], words };
  const rest = (count: number): string[] => [...words.slice(0, at), ...words.slice(at + count)];
  const pair = commands.find(({ name }) => name === `${first} ${second}`);
  if (pair !== undefined) return { entry: pair, family: [], words: rest(2) };
  const single = commands.find(({ name }) => name === first);
  if (single !== undefined) return { entry: single, family: [], words: rest(1) };
  const family = commands.filter(({ name }) => name.startsWith(`${first} `));
  const isNamed = second !== undefined && !second.startsWith("-");
  if (family.length > 0 && !isNamed) return { family, words: rest(1) };
  throw await unknownCommand(family.length > 0 ? `${first} ${second}` : first, commands);
}

/** Where the first word stands that belongs to no option; the end where a stray option comes first. */
function firstName(words: readonly string[]): number {
  const [word, ...rest] = words;
  if (word === undefined || !word.startsWith("-")) return 0;
  const count = wordsOf(word);
  return count === undefined ? words.length : count + firstName(rest.slice(count - 1));
}

const helpFlags = ["--help", "-h"];

/** How many words an option that all commands share takes up; undefined for any other. */
function wordsOf(word: string): 1 | 2 | undefined {
  const [flag = ""] = word.split("=");
  if (helpFlags.includes(flag)) return 1;
  const spec = commonOptions({}).find((each) => [longFlag(each), shortFlag(each)].includes(flag));
  if (spec === undefined) return undefined;
  return takesValue(spec) && flag === word ? 2 : 1;
}

async function unknownCommand(
  command: string,
  commands: readonly CommandEntry[],
): Promise<GoldpanError> {
  const { nearestWord } = await import("./nearest-word.ts");
  const names = commands.map(({ name }) => name);
  const near = nearestWord(command, names);
  return near === undefined
    ? new GoldpanError("USAGE_UNKNOWN_COMMAND", { command })
    : new GoldpanError("USAGE_MISTYPED_COMMAND", { command, near: `goldpan ${near}` });
}
