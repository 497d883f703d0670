import type { Language } from "../errors.ts";
import type { CommandBody, CommandEntry, OptionSpec } from "./command.ts";
import { commands, commonOptions, groupTitles } from "./program.ts";

const words = {
  en: {
    usage: "Usage",
    examples: "Examples",
    options: "Options",
    command: "<command> [options]",
    promise:
      "Clean customer data and move it into a CRM, with nothing lost and nothing written twice",
    more: "Show help; `goldpan <command> --help` shows examples",
  },
  zh: {
    usage: "用法",
    examples: "示例",
    options: "选项",
    command: "<命令> [选项]",
    promise: "清洗客户数据并搬进 CRM: 一条不丢, 一条不重",
    more: "显示帮助; `goldpan <命令> --help` 有示例",
  },
} as const;

const versionLine: OptionSpec = {
  flags: "-V, --version",
  text: { en: "Print the version", zh: "显示版本" },
};

/** The first screen: commands by task, then the options that hold everywhere. */
export function topHelp(language: Language): string {
  const text = words[language];
  const groups = (["in", "clean", "measure", "move"] as const)
    .map((group) => ({ group, entries: commands.filter((each) => each.group === group) }))
    .filter(({ entries }) => entries.length > 0)
    .map(
      ({ group, entries }) =>
        `${groupTitles[group][language]}\n${entries.map((each) => entryLine(each, language)).join("")}`,
    );
  const help: OptionSpec = { flags: "-h, --help", text: { en: words.en.more, zh: words.zh.more } };
  const options = [...commonOptions, versionLine, help]
    .map((each) => optionLine(each, language))
    .join("");
  return `${text.promise}\n\n${text.usage}: goldpan ${text.command}\n\n${groups.join("\n")}\n${text.options}\n${options}`;
}

/** The help of one command: what it does, examples first, then its options. */
export function commandHelp(name: string, body: CommandBody, language: Language): string {
  const text = words[language];
  const examples = body.examples.map((line) => `  $ ${line}\n`).join("");
  const options = [...body.options, ...commonOptions]
    .map((each) => optionLine(each, language))
    .join("");
  const usage = `${text.usage}: goldpan ${[name, body.args, "[options]"].filter((part) => part !== "").join(" ")}`;
  return `${body.usage[language]}\n\n${text.examples}\n${examples}\n${usage}\n\n${text.options}\n${options}`;
}

function entryLine({ name, summary }: CommandEntry, language: Language): string {
  return `  ${name.padEnd(11)} ${summary[language]}\n`;
}

function optionLine({ flags, text, choices, required }: OptionSpec, language: Language): string {
  const listed =
    choices !== undefined && !choices.every((choice) => text[language].includes(choice));
  const must = required === true ? (language === "zh" ? " (必填)" : " (required)") : "";
  return `  ${flags.padEnd(26)} ${text[language]}${listed ? `: ${choices.join(", ")}` : ""}${must}\n`;
}
