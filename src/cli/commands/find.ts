import { z } from "zod";
import { GoldpanError } from "../../errors.ts";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { countFromOne, parseOptions } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "--limit <n>",
    text: { en: "How many to show", zh: "最多显示几条" },
    expects: { en: "a whole number from 1", zh: "从 1 起的整数" },
    default: "10",
  },
];

const schema = z.strictObject({ limit: countFromOne });

interface Input extends z.output<typeof schema> {
  readonly text: string;
}

function parse(call: ParsedCall): Input {
  const [text = ""] = call.args;
  // Every name holds nothing.
  if (text.trim() === "") {
    throw new GoldpanError("USAGE_MISSING_ARGUMENT", { command: call.command, argument: "text" });
  }
  return { text, ...parseOptions(schema, call) };
}

async function run(input: Input, terminal: Terminal): Promise<number> {
  const { findGoldens } = await import("../../pipeline/find-goldens.ts");
  const { foundText } = await import("../../report/found-text.ts");
  const found = await inProject(terminal, (context) => findGoldens(input, context));
  const value = { text: input.text, found };
  const text = (): string => foundText(value, reportStyle(terminal));
  await printResult({ thing: "found", value, text }, terminal);
  return exitCodes.done;
}

/** `goldpan find TEXT`: for a person at the keyboard; scripts use `match`. */
export const find: Command = defineCommand({
  args: "<text>",
  usage: {
    en: "Look customers and contacts up by a name, a part of it, its pinyin or initials, or digits of a number.\nFor lists use `match`",
    zh: "按名称或其一部分, 拼音或首字母, 号码中的数字查找客户和联系人。查找整个名单请用 `match`",
  },
  examples: ["goldpan find 华宸", "goldpan find hcjm", "goldpan find 8001234 --limit 3"],
  options,
  parse,
  run,
});
