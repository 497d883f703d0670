import { z } from "zod";
import { defineCommand, type Command, type OptionSpec, type ParsedCall } from "../command.ts";
import { inProject } from "../open-project.ts";
import { parseOptions } from "../parse-options.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { printResult } from "../terminal/print-result.ts";
import { reportStyle } from "../terminal/report-style.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { acceptSuggestedOption } from "./import.ts";

const steps = ["import", "normalize", "dedupe", "score", "load"] as const;

const options: readonly OptionSpec[] = [
  {
    flags: "--until <step>",
    text: { en: "Stop after this step", zh: "到此步骤为止" },
    choices: steps,
  },
  { flags: "--apply", text: { en: "Write to the CRM too", zh: "同时写入 CRM" } },
  acceptSuggestedOption,
];

const schema = z.strictObject({
  until: z.enum(steps).optional(),
  apply: z.boolean().default(false),
  acceptSuggested: z.boolean().default(false),
});

type Input = z.output<typeof schema>;

function parse(call: ParsedCall): Input {
  return parseOptions(schema, call);
}

async function start(input: Input, terminal: Terminal): Promise<number> {
  const { runProject } = await import("../../pipeline/run-project.ts");
  const { runText } = await import("../../report/run-text.ts");
  const result = await inProject(terminal, (context) => runProject(input, context));
  const text = (): string => runText(result, reportStyle(terminal));
  await printResult({ thing: "run", value: result, text }, terminal);
  return result.gatesPassed ? exitCodes.done : exitCodes.answerIsNo;
}

/** `goldpan run`: everything up to a rehearsed load; writes to the CRM only with `--apply`. */
export const run: Command = defineCommand({
  args: "",
  usage: {
    en: "Import, normalize, dedupe, score, then rehearse the load; stops at a failed gate and at a mapping that\nnobody has reviewed. Writes to the CRM only with `--apply`",
    zh: "依次导入, 标准化, 去重, 评分, 再预演加载; 遇到未过的门槛或未审核的映射即停止。只有加 `--apply` 才写入 CRM",
  },
  examples: ["goldpan run --until score", "goldpan run --apply"],
  options,
  parse,
  run: start,
});
