import { z } from "zod";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { hint, printResult, tell } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";

const options: readonly OptionSpec[] = [
  {
    flags: "--level <level>",
    text: {
      en: "V0 counts, V1 totals by group, V3 every value, V4 links; each with those before (default: V3)",
      zh: "V0 数量, V1 分组合计, V3 每个值, V4 关联; 均含之前各级 (默认 V3)",
    },
    choices: ["V0", "V1", "V3", "V4"],
    default: "V3",
  },
];

const schema = z.strictObject({ level: z.enum(["V0", "V1", "V3", "V4"]) });

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
  if (result.checks.every((check) => check.passed)) return exitCodes.done;
  tell(hint("verifyDiffers", terminal, { run: result.run }), terminal);
  return exitCodes.answerIsNo;
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
