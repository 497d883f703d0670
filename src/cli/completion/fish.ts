import { longFlag, shortFlag, takesValue } from "../option-name.ts";
import type { OptionSpec } from "../command.ts";
import { wordsAfter, type CompletedCommand } from "./completed-command.ts";

/** Completion for fish: one line for each command and for each of its options. */
export function fishScript(commands: readonly CompletedCommand[]): string {
  const first = wordsAfter("", commands).map((word) => {
    const summary = commands.find(({ name }) => name === word)?.summary ?? "";
    return `complete -c goldpan -n __fish_use_subcommand -f -a ${word} -d ${quote(summary)}`;
  });
  return `# fish completion for goldpan\n${[...first, ...commands.flatMap(commandLines)].join("\n")}\n`;
}

function commandLines({ name, summary, options }: CompletedCommand): string[] {
  const [word = "", sub] = name.split(" ");
  const seen = `__fish_seen_subcommand_from ${word}`;
  const when = sub === undefined ? seen : `${seen}; and __fish_seen_subcommand_from ${sub}`;
  const own =
    sub === undefined
      ? []
      : [`complete -c goldpan -n ${quote(seen)} -f -a ${sub} -d ${quote(summary)}`];
  return [...own, ...options.map((option) => optionLine(option, when))];
}

function optionLine(option: OptionSpec, when: string): string {
  const short = shortFlag(option);
  const parts = [
    `complete -c goldpan -n ${quote(when)} -l ${longFlag(option).slice(2)}`,
    short === undefined ? "" : `-s ${short.slice(1)}`,
    takesValue(option) ? "-r" : "",
    option.choices === undefined ? "" : `-f -a ${quote(option.choices.join(" "))}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
