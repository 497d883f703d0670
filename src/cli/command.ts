import type { Language } from "../errors.ts";
import type { Manner, Terminal } from "./terminal/terminal.ts";

export type Texts = Readonly<Record<Language, string>>;

/** One option, declared once: parsing, help and completion read it. */
export interface OptionSpec {
  /** As commander writes it: `--id <column>`, `--bom`. */
  readonly flags: string;
  readonly text: Texts;
  readonly choices?: readonly string[];
  readonly default?: string | boolean;
  readonly required?: boolean;
  /** May be given several times; the values come as a list. */
  readonly many?: boolean;
}

/** What commander hands over: the words after the command, and the options by camelCase name. */
export interface ParsedCall {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** The body of a command: usage, options, parse and run, and no fifth part. */
export interface CommandBody {
  /** As commander writes them: `<file>`, `[paths...]`; "" for none. */
  readonly args: string;
  readonly usage: Texts;
  /** Command lines, without the `$`. */
  readonly examples: readonly string[];
  readonly options: readonly OptionSpec[];
  /** Resolves to the exit code. */
  run(call: ParsedCall, terminal: Terminal, manner: Manner): Promise<number>;
}

/** Where a command stands in the top help. */
export interface CommandEntry {
  readonly name: string;
  readonly group: "in" | "clean" | "measure" | "move";
  readonly summary: Texts;
  load(): Promise<CommandBody>;
}
