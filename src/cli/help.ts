import type { Language } from "../errors.ts";
import type { Command, CommandEntry, CommandGroup, OptionSpec } from "./command.ts";
import { commonOptions } from "./common-options.ts";
import { commands, groupTitles } from "./program.ts";
import { say } from "./terminal/messages.ts";

/** The call without a command: only to check its options. */
export const topCommand: Command = {
  args: "",
  usage: { en: "", zh: "" },
  examples: [],
  options: [],
  execute: async () => 0,
};

const topExamples = [
  "goldpan init && goldpan import exports/*.xlsx",
  "goldpan normalize && goldpan dedupe",
  "goldpan score --by department --report md=health.md",
  "goldpan load --dry-run",
];

/** Options that stand in the first screen; the help of a command shows all. */
const topOptions = ["--format", "--lang", "--quiet", "--color", "--config"];

/** The first screen: commands by task, examples, then the options that hold everywhere. */
export function topHelp(language: Language): string {
  // An object keeps the order in which its keys are written.
  const groups = (Object.keys(groupTitles) as CommandGroup[]).map((group) => {
    const entries = commands.filter((each) => each.group === group);
    return `${groupTitles[group][language]}\n${entryLines(entries, language)}`;
  });
  const shared = commonOptions({}).filter(({ flags }) =>
    topOptions.some((flag) => flags.includes(flag)),
  );
  return [
    `${say(language, "promise")}\n`,
    `${say(language, "usage")}: goldpan ${say(language, "commandPlace")}\n`,
    ...groups,
    `${say(language, "examples")}\n${exampleLines(topExamples)}`,
    `${say(language, "options")}\n${optionLines([...shared, ...topOnly(language)], language)}`,
  ].join("\n");
}

/** The help of one command: what it does, examples first, then its options. */
export function commandHelp(name: string, command: Command, language: Language): string {
  const words = ["goldpan", name, command.args, say(language, "optionPlace")];
  const own =
    command.options.length === 0
      ? []
      : [`${say(language, "options")}\n${optionLines(command.options, language)}`];
  return [
    `${command.usage[language]}\n`,
    `${say(language, "examples")}\n${exampleLines(command.examples)}`,
    `${say(language, "usage")}: ${words.filter((word) => word !== "").join(" ")}\n`,
    ...own,
    `${say(language, "commonOptions")}\n${optionLines(commonOptions(command), language)}`,
  ].join("\n");
}

/** The subcommands of `goldpan mapping`, say. */
export function familyHelp(
  parent: string,
  family: readonly CommandEntry[],
  language: Language,
): string {
  return [
    `${say(language, "usage")}: goldpan ${parent} ${say(language, "commandPlace")}\n`,
    entryLines(family, language),
  ].join("\n");
}

function topOnly(language: Language): OptionSpec[] {
  const version = say(language, "versionOption");
  const help = say(language, "helpOption");
  return [
    { flags: "-V, --version", text: { en: version, zh: version } },
    { flags: "-h, --help", text: { en: help, zh: help } },
  ];
}

function exampleLines(examples: readonly string[]): string {
  return examples.map((line) => `  $ ${line}\n`).join("");
}

function entryLines(entries: readonly CommandEntry[], language: Language): string {
  return entries.map(({ name, summary }) => `  ${name.padEnd(16)} ${summary[language]}\n`).join("");
}

function optionLines(options: readonly OptionSpec[], language: Language): string {
  return options.map((each) => optionLine(each, language)).join("");
}

function optionLine({ flags, text, choices, required }: OptionSpec, language: Language): string {
  const listed = choices === undefined ? "" : `: ${choices.join(", ")}`;
  const must = required === true ? ` (${say(language, "required")})` : "";
  return `  ${flags.padEnd(25)} ${text[language]}${listed}${must}\n`;
}
