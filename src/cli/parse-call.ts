import { Command, CommanderError, Option } from "commander";
import { GoldpanError } from "../errors.ts";
import { editDistance } from "../text/edit-distance.ts";
import type { CommandBody, OptionSpec, ParsedCall } from "./command.ts";
import { commonOptions } from "./program.ts";

/**
 * The words of a call by the options of its command. Throws USAGE_... errors in the user's words,
 * with the nearest name where one is close.
 */
export function parseCall(name: string, body: CommandBody, words: readonly string[]): ParsedCall {
  const command = new Command(name).exitOverride().configureOutput({ writeErr: () => undefined });
  if (body.args !== "") command.arguments(body.args);
  command.helpOption(false).allowExcessArguments(false).showSuggestionAfterError(false);
  const options = [...body.options, ...commonOptions];
  for (const spec of options) command.addOption(optionOf(spec));
  try {
    command.parse([...words], { from: "user" });
  } catch (error) {
    throw usageError(error, name, options);
  }
  return { args: command.args, options: command.opts() };
}

function optionOf({ flags, text, choices, default: value, required, many }: OptionSpec): Option {
  const option = new Option(flags, text.en);
  if (choices !== undefined) option.choices(choices);
  if (value !== undefined) option.default(value);
  if (required === true) option.makeOptionMandatory();
  if (many === true)
    option.argParser((next: string, before: string[] | undefined) => [...(before ?? []), next]);
  return option;
}

function usageError(error: unknown, command: string, options: readonly OptionSpec[]): unknown {
  if (!(error instanceof CommanderError)) return error;
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? "";
  if (error.code === "commander.unknownOption") {
    const near = nearest(
      quoted,
      options.map(({ flags }) => /--[\w-]+/.exec(flags)?.[0] ?? ""),
    );
    return new GoldpanError("USAGE_UNKNOWN_OPTION", { option: quoted, command, near });
  }
  const reason = error.message
    .replace(/^error: /, "")
    .replaceAll("'", "`")
    .replace(/\.$/, "");
  return new GoldpanError("USAGE_WRONG_CALL", { command, reason });
}

/** `"--heder-row"` -> `"--header-row"`: the closest of `names`, the first where none is close. */
export function nearest(word: string, names: readonly string[]): string {
  const ranked = names.map((name) => ({ name, distance: editDistance(word, name, 20) }));
  const [best] = ranked.toSorted((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= Math.max(2, word.length / 3) ? best.name : "--help";
}
