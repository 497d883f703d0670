import type { Language } from "../errors.ts";
import type { Terminal } from "./terminal/terminal.ts";

export type Texts = Readonly<Record<Language, string>>;

/** One option, declared once: parsing, help, completion and messages read it. */
export interface OptionSpec {
  /** As commander writes it: `--id <column>`, `--bom`. */
  readonly flags: string;
  readonly text: Texts;
  readonly choices?: readonly string[];
  readonly default?: string | boolean;
  readonly required?: boolean;
  /** May be given several times; the values come as a list. */
  readonly many?: boolean;
  /** What a value must look like, for the message about one that does not. */
  readonly expects?: Texts;
}

/** What was typed: the words after the command, and its own options by camelCase name. */
export interface ParsedCall {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  /** Every option that the command understands. */
  readonly specs: readonly OptionSpec[];
}

/** How a command presents itself. */
interface CommandFace {
  /** As commander writes them: `<file>`, `[paths...]`; "" for none. */
  readonly args: string;
  /** What it does in one sentence, then when to use something else. */
  readonly usage: Texts;
  /** Command lines, without the `$`. */
  readonly examples: readonly string[];
  readonly options: readonly OptionSpec[];
  /** Values of `--format`; text and json where nothing is said. */
  readonly formats?: readonly string[];
  /** What `--progress` asks of the command itself when no value follows it. */
  readonly bareProgress?: Texts;
}

/** The body of a command: usage, options, parse and run, and no fifth part. */
interface CommandParts<Input> extends CommandFace {
  /** Throws USAGE_... in the words of the user. */
  readonly parse: (call: ParsedCall) => Input;
  /** Calls one use case, hands the result to one reporter, resolves to the exit code. */
  readonly run: (input: Input, terminal: Terminal) => Promise<number>;
}

/** A command whose input is its own business. */
export interface Command extends CommandFace {
  readonly execute: (call: ParsedCall, terminal: Terminal) => Promise<number>;
}

/** Closes a command body over its input type: what `parse` returns is what `run` gets. */
export function defineCommand<Input>(parts: CommandParts<Input>): Command {
  const { parse, run, ...face } = parts;
  return { ...face, execute: async (call, terminal) => run(parse(call), terminal) };
}

/** Tasks that commands are grouped by in the top help. */
export type CommandGroup = "start" | "in" | "clean" | "measure" | "move";

/** Where a command stands in the top help. A subcommand is named with its parent: `plan show`. */
export interface CommandEntry {
  readonly name: string;
  readonly group: CommandGroup;
  readonly summary: Texts;
  readonly load: () => Promise<Command>;
}
