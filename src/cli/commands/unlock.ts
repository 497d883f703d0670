import { z } from "zod";
import type { FoundLock } from "../../pipeline/unlock.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { say } from "../terminal/messages.ts";
import { printResult } from "../terminal/print-result.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "--force",
    text: {
      en: "Take the lock away though its holder may live",
      zh: "即使持有者可能仍在运行也清除",
    },
  },
];

const schema = z.strictObject({ force: z.boolean().default(false) });

type Input = z.output<typeof schema>;

function parse(call: ParsedCall): Input {
  return parseOptions(schema, call);
}

async function run(input: Input, terminal: Terminal): Promise<number> {
  const { unlock: takeAway } = await import("../../pipeline/unlock.ts");
  const result = await inProject(terminal, (context) => takeAway(input, context));
  const text = (): string => unlockText(result.locks, terminal);
  await printResult({ thing: "unlock", value: result, text }, terminal);
  return result.locks.every(({ isRemoved }) => isRemoved) ? exitCodes.done : exitCodes.locked;
}

function unlockText(locks: readonly FoundLock[], { language }: Terminal): string {
  const lines = locks.map(({ holder, isRemoved }) =>
    say(language, isRemoved ? "unlocked" : "stillLocked", { holder }),
  );
  return `${lines.length === 0 ? say(language, "notLocked") : lines.join("\n")}\n`;
}

/** `goldpan unlock --force`: says who held the lock. */
export const unlock: Command = defineCommand({
  args: "",
  usage: {
    en: "Take away the locks of workspace and CRM that a process left when it died, and say who held them",
    zh: "清除已终止进程留下的工作区锁和 CRM 锁, 并说明原持有者",
  },
  examples: ["goldpan unlock", "goldpan unlock --force"],
  options,
  parse,
  run,
});
