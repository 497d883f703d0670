import { Command as Commander, CommanderError, Option } from "commander";
import { GoldpanError } from "../errors.ts";
import type { Command, OptionSpec, ParsedCall } from "./command.ts";
import { commonOptions } from "./common-options.ts";
import { nearestWord } from "./nearest-word.ts";
import { longFlag, takesValue } from "./option-name.ts";
import { camelCase } from "./parse-options.ts";

/** A call taken apart: what the command itself was given, and what every command understands. */
export interface SplitCall {
  readonly own: ParsedCall;
  readonly common: ParsedCall;
}

/**
 * The words of a call by the options of its command. Throws USAGE_... errors in the user's words,
 * with the nearest name where one is close.
 */
export function parseCall(name: string, command: Command, words: readonly string[]): SplitCall {
  const common = commonOptions(command);
  const specs = [...command.options, ...common];
  const commander = commanderOf(command, specs);
  try {
    commander.parse([...words], { from: "user" });
  } catch (error) {
    throw error instanceof CommanderError ? usageError(error, { name, specs }) : error;
  }
  const nameOf = (spec: OptionSpec): string => camelCase(longFlag(spec));
  const commonNames = new Set(common.map(nameOf));
  const openNames = new Set(common.filter(({ flags }) => flags.includes("[")).map(nameOf));
  // An option of every command that has a value is common; without one it means the command.
  const isCommon = (key: string, value: unknown): boolean =>
    commonNames.has(key) && !(value === true && openNames.has(key));
  const entries = Object.entries<unknown>(commander.opts());
  const pick = (wanted: boolean): ParsedCall => ({
    command: name,
    args: commander.args,
    options: Object.fromEntries(entries.filter(([key, value]) => isCommon(key, value) === wanted)),
    specs,
  });
  return { own: pick(false), common: pick(true) };
}

function commanderOf(command: Command, specs: readonly OptionSpec[]): Commander {
  const commander = new Commander()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .helpOption(false)
    .allowExcessArguments(false)
    .showSuggestionAfterError(false);
  if (command.args !== "") commander.arguments(command.args);
  for (const spec of specs) commander.addOption(optionOf(spec));
  return commander;
}

function optionOf({ flags, text, choices, default: value, required, many }: OptionSpec): Option {
  const option = new Option(flags, text.en);
  if (choices !== undefined) option.choices([...choices]);
  if (value !== undefined) option.default(value);
  if (required === true) option.makeOptionMandatory();
  if (many === true)
    option.argParser((next: string, before: string[] | undefined) => [...(before ?? []), next]);
  return option;
}

interface Called {
  readonly name: string;
  readonly specs: readonly OptionSpec[];
}

/** Commander says in English what went wrong; its codes and quoted words say it in any language. */
function usageError(error: CommanderError, { name: command, specs }: Called): GoldpanError {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map(([, text = ""]) => text);
  const [first = "", found = ""] = quoted;
  const option = longFlag({ flags: first });
  switch (error.code) {
    case "commander.unknownOption":
      return unknownOption(first, { name: command, specs });
    case "commander.missingArgument":
      return new GoldpanError("USAGE_MISSING_ARGUMENT", { command, argument: first });
    case "commander.optionMissingArgument":
      return new GoldpanError("USAGE_MISSING_VALUE", { command, option });
    case "commander.missingMandatoryOptionValue":
      return new GoldpanError("USAGE_MISSING_OPTION", { command, option: first });
    case "commander.invalidArgument": {
      const spec = specs.find((each) => longFlag(each) === option);
      const choices = (spec?.choices ?? []).join(", ");
      return new GoldpanError("USAGE_WRONG_CHOICE", { command, option, found, choices });
    }
    default:
      return new GoldpanError("USAGE_EXCESS_ARGUMENT", { command });
  }
}

function unknownOption(typed: string, { name: command, specs }: Called): GoldpanError {
  const [option = typed] = typed.split("=");
  const near = nearestWord(option, specs.map(longFlag));
  if (near === undefined) return new GoldpanError("USAGE_UNKNOWN_OPTION", { command, option });
  const spec = specs.find((each) => longFlag(each) === near);
  const value = spec !== undefined && takesValue(spec) ? / <.*>$/.exec(spec.flags)?.[0] : "";
  const details = { command, option, near: `${near}${value ?? ""}` };
  return new GoldpanError("USAGE_MISTYPED_OPTION", details);
}
