import { z } from "zod";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "--level <level>",
    text: {
      en: "V0 counts only, V3 every value (default: V3)",
      zh: "V0 只核对数量, V3 核对每个值 (默认 V3)",
    },
    choices: ["V0", "V3"],
    default: "V3",
  },
];

const schema = z.strictObject({ level: z.enum(["V0", "V3"]) });

interface Input extends z.output<typeof schema> {
  readonly run: string | undefined;
}

function parse(call: ParsedCall): Input {
  return { run: call.args[0], ...parseOptions(schema, call) };
}

async function run(input: Input, terminal: Terminal): Promise<number> {
  const { verifyLoad } = await import("../../pipeline/verify-load.ts");
  const { verifyText } = await import("../../report/verify-text.ts");
  const result = await inProject(terminal, (context) => verifyLoad(input, context));
  const text = (): string => verifyText(result, reportStyle(terminal));
  await printResult({ thing: "verification", value: result, text }, terminal);
  const passed = result.checks.every((check) => check.passed);
  return passed ? exitCodes.done : exitCodes.answerIsNo;
}

/** `goldpan verify [RUN]`: read back and prove. */
export const verify: Command = defineCommand({
  args: "[run]",
  usage: {
    en: "Read back what a load wrote and compare it with the journal; the last load where none is named.\nExits with 1 when something differs",
    zh: "读回加载的内容, 与日志核对; 未指定时核对最近一次加载。有差异时退出码为 1",
  },
  examples: ["goldpan verify", "goldpan verify 2026-11-24-1 --level V0"],
  options,
  parse,
  run,
});
